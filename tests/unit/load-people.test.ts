import { expect, test } from 'vitest';
import type { IntentBody } from '../../shared/protocol/messages.ts';
import { BUDGET, CARD_IDS, CARDS } from '../../shared/sim/cards.ts';
import { checkPrediction } from '../../shared/sim/questions/check.ts';
import type { Question } from '../../shared/sim/questions/question.ts';
import { type Asked, deedsIn, type Moment } from '../support/load-people.ts';

const QUESTIONS: readonly Question[] = [
  { kind: 'histogram', habitat: 0, trait: 'size', edges: [10, 20, 30, 40] },
  { kind: 'sculptor', habitat: 0, choices: CARD_IDS.slice(0, 4) },
  { kind: 'twins', bodies: [] },
  { kind: 'divergence', habitat: 0 },
];

const moment = (phase: Moment['phase'], generation = 3): Moment => ({
  phase,
  phaseLengthMs: 30_000,
  round: 1,
  generation,
});
const done = (now: Moment, asked: Asked = { round: 1, question: null }): IntentBody[] =>
  deedsIn(now, () => asked).map(({ intent }) => intent());

test('the load bench’s people answer what they are asked, in a way that counts', () => {
  for (const question of QUESTIONS) {
    for (const intent of done(moment('predict'), { round: 1, question })) {
      expect(intent).toMatchObject({ kind: 'predict', round: 1 });
      if (intent.kind === 'predict') expect(checkPrediction(question, intent.prediction)).toBeNull();
    }
  }
  expect(done(moment('predict'))).toEqual([{ kind: 'ready', ready: true }]);
});

test('they lay two or three cards that they can afford, and say when ready, in time', () => {
  for (let person = 0; person < 200; person++) {
    const deeds = deedsIn(moment('choose'), () => ({ round: 1, question: null }));
    const inOrder = deeds.toSorted((a, b) => a.afterMs - b.afterMs).map(({ intent }) => intent());
    const cards = inOrder.flatMap((intent) => (intent.kind === 'pressure' ? [intent.card] : []));
    expect(inOrder.at(-1)).toEqual({ kind: 'ready', ready: true });
    expect(inOrder).toHaveLength(cards.length + 1);
    expect([2, 3]).toContain(new Set(cards).size);
    expect(cards.reduce((sum, card) => sum + CARDS[card].cost, 0)).toBeLessThanOrEqual(BUDGET);
    expect(Math.max(...deeds.map(({ afterMs }) => afterMs))).toBeLessThan(30_000);
  }
});

test('they watch while creatures grow and live, some of them help once, and nobody does in the exam', () => {
  expect(done(moment('grow'))).toEqual([]);
  expect(done(moment('lapse'))).toEqual([]);
  const helps = Array.from({ length: 500 }, () => done(moment('season')).length);
  expect(new Set(helps)).toEqual(new Set([0, 1]));
  expect(Array.from({ length: 500 }, () => done(moment('season', 24)).length).every((count) => count === 0)).toBe(true);
});
