import { describe, expect, test } from 'vitest';
import { checkPrediction } from '../../shared/sim/questions/check.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import {
  CHIPS,
  type Prediction,
  type Question,
  SHOWN_BODIES,
  type Truth,
} from '../../shared/sim/questions/question.ts';
import { knownTruth } from '../../shared/sim/questions/truth.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const histogram: Question = { kind: 'histogram', habitat: 0, trait: 'size', edges: [100, 200, 300] };
const twins: Question = {
  kind: 'twins',
  bodies: Array.from({ length: SHOWN_BODIES }, (_, at) => ({
    genome: Uint8Array.of(at < 4 ? 1 : at),
    noiseSeed: at,
    conditions: { temperature: 0, nutrition: 0, noise: 100 },
  })),
};
const divergence: Question = { kind: 'divergence', habitat: 0 };
const sculptor: Question = { kind: 'sculptor', habitat: 1, choices: ['frost', 'jaws', 'canopy', 'famine'] };

const chips = (...laid: number[]): Prediction => ({ kind: 'histogram', chips: laid });
const cards = (...laid: number[]): Prediction => ({ kind: 'sculptor', chips: laid });
const marks = (...same: number[]): Prediction => ({ kind: 'twins', same });
const interval = (low: number, high: number): Prediction => ({ kind: 'divergence', low, high });

describe('an answer', () => {
  test('that fits its question is taken', () => {
    expect(checkPrediction(histogram, chips(0, 10, 0, 0))).toBeNull();
    expect(checkPrediction(twins, marks(0, 3, 7))).toBeNull();
    expect(checkPrediction(divergence, interval(12.5, 12.5))).toBeNull();
    expect(checkPrediction(sculptor, cards(4, 3, 2, 1))).toBeNull();
  });

  test.each([
    ['too few chips', histogram, chips(1, 2, 3, 3), 'chips'],
    ['too many chips', histogram, chips(10_000, 0, 0, 0), 'chips'],
    ['as many chips, one of them owed', histogram, chips(11, -1, 0, 0), 'chips'],
    ['half chips', histogram, chips(0.5, 9.5, 0, 0), 'chips'],
    ['chips that are no number', histogram, chips(Number.NaN, 10, 0, 0), 'chips'],
    ['chips for bins that are not there', histogram, chips(2, 2, 2, 2, 2), 'chips'],
    ['an endless number of chips', sculptor, cards(Number.POSITIVE_INFINITY, 0, 0, 0), 'chips'],
    ['one creature that shares with nobody', twins, marks(3), 'places'],
    ['one creature twice', twins, marks(3, 3), 'places'],
    ['a creature that is not there', twins, marks(0, 8), 'places'],
    ['a creature before the first', twins, marks(-1, 2), 'places'],
    ['the wrong way round', divergence, interval(60, 40), 'interval'],
    ['more than all cells', divergence, interval(50, 101), 'interval'],
    ['less than none', divergence, interval(-1, 10), 'interval'],
    ['no number', divergence, interval(Number.NaN, 50), 'interval'],
    ['cards where a distribution was asked', histogram, cards(10, 0, 0, 0), 'otherQuestion'],
    ['a distribution where cards were asked', sculptor, chips(10, 0, 0, 0), 'otherQuestion'],
    ['twins where their distance was asked', divergence, marks(1, 2), 'otherQuestion'],
  ])('with %s is refused in a sentence', (_, question, prediction, reason) => {
    const refusal = checkPrediction(question, prediction);
    expect(refusal?.reason).toBe(reason);
    expect(refusal?.sentence).toMatch(/\.$/);
  });
});

const pointsOf = (question: Question, prediction: Prediction, truth: Truth): number | undefined =>
  judge(question, prediction, truth)?.points;

describe('points', () => {
  test('for a distribution are 100 when it is exact, and fall the farther the chips are from the truth', () => {
    const truth: Truth = { kind: 'histogram', counts: [0, 15, 15, 0] };
    expect(pointsOf(histogram, chips(0, 5, 5, 0), truth)).toBe(100);
    expect(pointsOf(histogram, chips(0, 6, 4, 0), truth)).toBe(98);
    const all: Truth = { kind: 'histogram', counts: [0, 0, 0, 30] };
    const farther = [chips(0, 0, 2, 8), chips(0, 0, 5, 5), chips(0, 2, 4, 4)].map((bet) =>
      pointsOf(histogram, bet, all),
    );
    expect(farther).toEqual([93, 58, 33]);
    expect(pointsOf(histogram, chips(10, 0, 0, 0), all)).toBe(0);
  });

  test('for twins fall by 25 for each creature on the wrong side: a coin earns nothing', () => {
    const truth = knownTruth(createWorld(tinySettings(), TINY_FOUNDER), twins);
    if (truth === null) throw new Error('It is known.');
    expect(truth).toEqual({ kind: 'twins', same: [0, 1, 2, 3] });
    expect(pointsOf(twins, marks(3, 2, 1, 0), truth)).toBe(100);
    expect(pointsOf(twins, marks(0, 1, 2), truth)).toBe(75);
    expect(pointsOf(twins, marks(0, 1, 2, 4), truth)).toBe(50);
    expect(pointsOf(twins, marks(0, 1, 4, 5), truth)).toBe(0);
    expect(pointsOf(twins, marks(4, 5, 6, 7), truth)).toBe(0);
  });

  test('for an interval fall by its width and by ten for each per cent missed', () => {
    const truth: Truth = { kind: 'divergence', apart: 40 };
    expect(pointsOf(divergence, interval(40, 40), truth)).toBe(100);
    expect(pointsOf(divergence, interval(30, 50), truth)).toBe(80);
    expect(judge(divergence, interval(42, 50), truth)).toEqual({
      kind: 'divergence',
      points: 72,
      width: 8,
      missedBy: 2,
    });
    expect(pointsOf(divergence, interval(0, 100), truth)).toBe(0);
    expect(pointsOf(divergence, interval(90, 95), truth)).toBe(0);
  });

  test('for cards are 100 for certainty that was right and none for certainty that was wrong', () => {
    const truth: Truth = { kind: 'sculptor', laid: 2 };
    expect(pointsOf(sculptor, cards(0, 0, 10, 0), truth)).toBe(100);
    expect(pointsOf(sculptor, cards(10, 0, 0, 0), truth)).toBe(0);
    expect(pointsOf(sculptor, cards(2, 3, 3, 2), truth)).toBe(67);
  });

  test('are paid best, on average, to who says what they believe', () => {
    // What is believed: the four cards with these chances. Every possible bet is tried.
    const belief = [0.5, 0.3, 0.2, 0];
    const expected = (bet: readonly number[]): number =>
      belief.reduce((sum, chance, laid) => {
        const judged = judge(sculptor, { kind: 'sculptor', chips: bet }, { kind: 'sculptor', laid });
        return sum + chance * (judged?.kind === 'sculptor' ? -judged.off : Number.NaN);
      }, 0);
    let best: readonly number[] = [];
    for (let a = 0; a <= CHIPS; a++) {
      for (let b = 0; a + b <= CHIPS; b++) {
        for (let c = 0; a + b + c <= CHIPS; c++) {
          const bet = [a, b, c, CHIPS - a - b - c];
          if (best.length === 0 || expected(bet) > expected(best)) best = bet;
        }
      }
    }
    expect(best).toEqual([5, 3, 2, 0]);
  });

  test('are not given where question, answer and truth do not belong together', () => {
    expect(judge(sculptor, chips(10, 0, 0, 0), { kind: 'sculptor', laid: 0 })).toBeNull();
    expect(judge(divergence, interval(1, 2), { kind: 'twins', same: [0, 1] })).toBeNull();
  });
});
