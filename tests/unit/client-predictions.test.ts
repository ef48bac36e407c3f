import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { t } from '../../client/i18n/i18n.ts';
import { questionFormula, questionName, questionRule, verdictWords } from '../../client/i18n/question-words.ts';
import { isWhole, questionWords } from '../../client/ui/match/predict/answer.ts';
import { binWords } from '../../client/ui/match/predict/bins.ts';
import { addChip, laidChips, moveChip, takeChip } from '../../client/ui/match/predict/chips.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { askedTraits } from '../../shared/sim/questions/bins.ts';
import { checkPrediction } from '../../shared/sim/questions/check.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import {
  CHIPS,
  type Prediction,
  QUESTION_KINDS,
  type Question,
  type Truth,
} from '../../shared/sim/questions/question.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const QUESTIONS: readonly Question[] = [
  { kind: 'histogram', habitat: 0, trait: 'width', edges: [9, 12, 15, 18, 21, 24, 27] },
  { kind: 'twins', bodies: [] },
  { kind: 'divergence', habitat: 0 },
  { kind: 'sculptor', habitat: 1, choices: ['hunters', 'frost', 'drought', 'jaws'] },
];

const chips = fc.array(fc.nat(4), { minLength: 4, maxLength: 9 });
const answers: fc.Arbitrary<Prediction> = fc.oneof(
  fc.record({ kind: fc.constant('histogram' as const), chips }),
  fc.record({ kind: fc.constant('sculptor' as const), chips }),
  fc.record({ kind: fc.constant('twins' as const), same: fc.uniqueArray(fc.nat(7)) }),
  fc.record({ kind: fc.constant('divergence' as const), low: fc.nat(100), high: fc.nat(100) }),
);

describe('chips', () => {
  test('however they are laid, taken and moved, none is lost, none is conjured up, and no column owes one', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('add', 'take', 'move'), fc.nat(9), fc.nat(9)), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (steps) => {
        let laid: readonly number[] = Array.from({ length: 8 }, () => 0);
        for (const [what, at, to] of steps) {
          const before = laidChips(laid);
          const held = laid[at] ?? 0;
          if (what === 'add') {
            laid = addChip(laid, at, CHIPS);
            expect(laidChips(laid)).toBe(at < 8 && before < CHIPS ? before + 1 : before);
          } else if (what === 'take') {
            laid = takeChip(laid, at);
            expect(laidChips(laid)).toBe(held > 0 ? before - 1 : before);
          } else {
            laid = moveChip(laid, at, to);
            expect(laidChips(laid)).toBe(before);
          }
          expect(Math.min(...laid)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('an answer', () => {
  test('the page lets it go just when it has all its parts, and the world then takes it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), answers, (question, answer) => {
        if (!isWhole(question, answer)) return;
        if (answer.kind === 'histogram' || answer.kind === 'sculptor') {
          const places = question.kind === 'histogram' ? question.edges.length + 1 : 4;
          fc.pre(answer.chips.length === places);
        }
        expect(checkPrediction(question, answer)).toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(isWhole({ kind: 'divergence', habitat: 0 }, { kind: 'divergence', low: 20, high: 60 })).toBe(true);
    expect(isWhole({ kind: 'twins', bodies: [] }, { kind: 'twins', same: [3] })).toBe(false);
    expect(isWhole({ kind: 'twins', bodies: [] }, null)).toBe(false);
  });
});

describe('the words of a question', () => {
  test('are there for every kind, with every blank filled in', () => {
    const world = createWorld(tinySettings(), TINY_FOUNDER);
    for (const question of QUESTIONS) {
      const { key, values } = questionWords(question, world);
      expect(t(key, values)).not.toMatch(/\{\{|question\./);
    }
    for (const kind of QUESTION_KINDS) {
      for (const words of [questionName(kind), questionRule(kind), questionFormula(kind)]) {
        expect(words).not.toMatch(/\{\{|question\./);
      }
    }
  });

  test('name each bin of every trait that can be asked about differently, long and short', () => {
    const asked = FOUNDERS.flatMap(({ key }) => askedTraits(key));
    expect(new Set(asked.map(({ trait }) => trait)).size).toBeGreaterThan(8);
    for (const { trait, edges } of asked) {
      const words = binWords(trait, edges);
      for (const name of ['name', 'short', 'plain'] as const) {
        expect(new Set(words.map((each) => each[name])).size).toBe(edges.length + 1);
      }
    }
  });

  test('tell of every verdict by the numbers from which its points follow', () => {
    const cases: readonly [Question, Prediction, Truth, string][] = [
      [{ kind: 'twins', bodies: [] }, { kind: 'twins', same: [0, 1] }, { kind: 'twins', same: [0, 1, 2] }, '25 × 1'],
      [
        { kind: 'divergence', habitat: 0 },
        { kind: 'divergence', low: 10, high: 30 },
        { kind: 'divergence', apart: 33.5 },
        '100 − 20 (width) − 10 × 3.5',
      ],
    ];
    for (const [question, prediction, truth, told] of cases) {
      const judgement = judge(question, prediction, truth);
      if (!judgement) throw new Error('It was not judged.');
      expect(verdictWords(judgement)).toContain(told);
      expect(verdictWords(judgement)).not.toContain('{{');
    }
  });
});
