import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictionSchema } from '../../shared/protocol/messages.ts';
import { checkPrediction } from '../../shared/sim/questions/check.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import {
  CHIPS,
  type Prediction,
  type Question,
  SHOWN_BODIES,
  type Truth,
} from '../../shared/sim/questions/question.ts';

const MILD = { temperature: 0, nutrition: 0, noise: 100 };
const QUESTIONS: readonly Question[] = [
  { kind: 'histogram', habitat: 0, trait: 'size', edges: [1, 2, 3, 4, 5, 6, 7] },
  {
    kind: 'twins',
    bodies: Array.from({ length: SHOWN_BODIES }, (_, at) => ({
      genome: Uint8Array.of(at % 5),
      noiseSeed: at,
      conditions: MILD,
    })),
  },
  { kind: 'divergence', habitat: 0 },
  { kind: 'sculptor', habitat: 1, choices: ['frost', 'jaws', 'canopy', 'famine'] },
];

/** CHIPS chips fallen on so many places. */
const chipsOn = (places: number) =>
  fc
    .array(fc.nat(places - 1), { minLength: CHIPS, maxLength: CHIPS })
    .map((fallen) => Array.from({ length: places }, (_, place) => fallen.filter((each) => each === place).length));
const places = fc.uniqueArray(fc.nat(SHOWN_BODIES - 1), { minLength: 2, maxLength: SHOWN_BODIES });
const perCent = fc.double({ min: 0, max: 100, noNaN: true });

const predictions: fc.Arbitrary<Prediction> = fc.oneof(
  chipsOn(8).map((chips) => ({ kind: 'histogram' as const, chips })),
  places.map((same) => ({ kind: 'twins' as const, same })),
  fc
    .tuple(perCent, perCent)
    .map(([a, b]) => ({ kind: 'divergence' as const, low: Math.min(a, b), high: Math.max(a, b) })),
  chipsOn(4).map((chips) => ({ kind: 'sculptor' as const, chips })),
);
const truths: fc.Arbitrary<Truth> = fc.oneof(
  fc
    .array(fc.nat(200), { minLength: 8, maxLength: 8 })
    .filter((counts) => counts.some((count) => count > 0))
    .map((counts) => ({ kind: 'histogram' as const, counts })),
  places.map((same) => ({ kind: 'twins' as const, same })),
  perCent.map((apart) => ({ kind: 'divergence' as const, apart })),
  fc.nat(3).map((laid) => ({ kind: 'sculptor' as const, laid })),
);

test('every answer that fits its question passes the edge, and earns whole points from 0 to 100', () => {
  fc.assert(
    fc.property(predictions, truths, (prediction, truth) => {
      const question = QUESTIONS.find(({ kind }) => kind === prediction.kind) ?? QUESTIONS[0];
      if (question === undefined) throw new Error('There is no question.');
      expect(predictionSchema.parse(prediction)).toEqual(prediction);
      expect(checkPrediction(question, prediction)).toBeNull();
      const judgement = judge(question, prediction, truth);
      expect(judgement === null).toBe(truth.kind !== prediction.kind);
      if (judgement === null) return;
      expect(Number.isInteger(judgement.points)).toBe(true);
      expect(judgement.points).toBeGreaterThanOrEqual(0);
      expect(judgement.points).toBeLessThanOrEqual(100);
    }),
  );
});

test('whatever passes the edge is taken or refused in a sentence, and whatever is taken can be judged', () => {
  const anything = fc.oneof(
    fc.record({
      kind: fc.constantFrom('histogram', 'sculptor'),
      chips: fc.array(fc.oneof(fc.integer(), fc.double(), fc.string())),
    }),
    fc.record({ kind: fc.constant('twins'), same: fc.array(fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double())) }),
    fc.record({ kind: fc.constant('divergence'), low: fc.double(), high: fc.double() }),
    predictions,
  );
  fc.assert(
    fc.property(anything, fc.constantFrom(...QUESTIONS), truths, (sent, question, truth) => {
      const parsed = predictionSchema.safeParse(sent);
      if (!parsed.success) return;
      const refusal = checkPrediction(question, parsed.data);
      if (refusal !== null) expect(refusal.sentence).toMatch(/\.$/);
      else if (truth.kind === question.kind) expect(judge(question, parsed.data, truth)?.points).not.toBeNaN();
    }),
  );
});

test('moving chips towards the truth never costs points, and being exact earns all of them', () => {
  fc.assert(
    fc.property(chipsOn(8), fc.nat(7), fc.nat(7), (counts, from, to) => {
      const [question] = QUESTIONS;
      if (question?.kind !== 'histogram') throw new Error('There is no question.');
      const truth: Truth = { kind: 'histogram', counts: counts.map((count) => 3 * count) };
      const points = (chips: readonly number[]): number =>
        judge(question, { kind: 'histogram', chips }, truth)?.points ?? Number.NaN;
      expect(points(counts)).toBe(100);
      // One chip moved away, by one bin or by several: the farther, the fewer points.
      const moved = (by: number): number[] => {
        const place = Math.max(0, Math.min(7, from + by));
        return counts.map((count, bin) => count - (bin === from ? 1 : 0) + (bin === place ? 1 : 0));
      };
      if ((counts[from] ?? 0) === 0) return;
      const near = Math.sign(to - from);
      expect(points(moved(near))).toBeGreaterThanOrEqual(points(moved(to - from)));
    }),
  );
});
