/** The twin study's estimates: right where the truth is known, and the same every time. */
import { describe, expect, it } from 'vitest';
import { conduct } from '../../shared/lab/experiment.ts';
import { rowOf } from '../../shared/lab/trait-rows.ts';
import {
  type FamiliesAsk,
  growFamilies,
  growPair,
  likeness,
  measureTruth,
  type Pair,
  pairsOf,
  type Reared,
  studyOf,
} from '../../shared/lab/twin-study.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const SIZE = TRAITS.indexOf('size');
const LEAF = TRAITS.indexOf('leaf');
const genome = founderByKey('gladmask')?.genome ?? new Uint8Array();
const creature = { genome, noiseSeed: 1, conditions: MILD };

const families = (changes: Partial<FamiliesAsk> = {}) =>
  conduct(growFamilies, kernel, { creature, reared: 'alike', mutations: true, pairs: 60, ...changes });

/** From -√3 to √3: variance 1. */
const drawn = (seed: number, index: number, part: number): number =>
  (draw(seed, Stream.question, index, part) / 2 ** 31 - 1) * Math.sqrt(3);

/** Pairs that share so much of their variance. */
const pairsWith = (shared: number, count: number, seed: number): Pair[] =>
  Array.from({ length: count }, (_, at) => {
    const common = Math.sqrt(shared) * drawn(seed, at, 0);
    const own = (part: number): number => common + Math.sqrt(1 - shared) * drawn(seed, at, part);
    return [own(1), own(2)];
  });

describe('the likeness of pairs', () => {
  it('is 1 for the same, -1 for opposites, nothing where nothing varies', () => {
    expect(
      likeness([
        [1, 1],
        [5, 5],
        [2, 2],
      ]).value,
    ).toBeCloseTo(1, 12);
    expect(
      likeness([
        [1, 1],
        [5, 5],
        [2, 2],
      ]).error,
    ).toBeCloseTo(0, 12);
    expect(
      likeness([
        [1, 3],
        [3, 1],
      ]).value,
    ).toBeCloseTo(-1, 12);
    expect(
      likeness([
        [4, 4],
        [4, 4],
      ]).value,
    ).toBeNaN();
  });

  it('does not ask which of a pair is the first', () => {
    const pairs = pairsWith(0.5, 50, 1);
    const turned = pairs.map(([one, other], at): Pair => (at % 2 === 0 ? [other, one] : [one, other]));
    expect(likeness(turned).value).toBeCloseTo(likeness(pairs).value, 12);
  });

  it('finds the share that pairs have in common, within its own interval nineteen times of twenty', () => {
    const trials = 400;
    for (const shared of [0, 0.3, 0.7]) {
      const found = Array.from({ length: trials }, (_, trial) => likeness(pairsWith(shared, 100, 1000 + trial)));
      const mean = found.reduce((sum, { value }) => sum + value, 0) / trials;
      expect(Math.abs(mean - shared)).toBeLessThan(0.02);
      const inside = found.filter(({ value, error }) => Math.abs(value - shared) < 1.96 * error).length / trials;
      expect(inside).toBeGreaterThan(0.91);
      expect(inside).toBeLessThan(0.98);
    }
  });
});

describe('a population of twins and siblings', () => {
  it('has in its pairs the bodies that are shown', () => {
    const { twins, siblings, twinBirths, siblingBirths } = families({ pairs: 10 });
    const [twinBirth = 0, siblingBirth = 0] = [twinBirths[3], siblingBirths[3]];
    const { bodies } = conduct(growPair, kernel, {
      creature,
      reared: 'alike',
      mutations: true,
      twinBirth,
      siblingBirth,
    });
    const sizes = bodies.map((body) => rowOf(body)[SIZE]);
    expect(sizes).toEqual([...(pairsOf(twins, SIZE)[3] ?? []), ...(pairsOf(siblings, SIZE)[3] ?? [])]);
  });

  it('begins with the pairs of a smaller one', () => {
    const [few, many] = [families({ pairs: 10 }), families({ pairs: 20 })];
    expect(many.twins.subarray(0, few.twins.length)).toEqual(few.twins);
    expect(many.siblings.subarray(0, few.siblings.length)).toEqual(few.siblings);
  });

  it('has twins that are the same without noise, and siblings that are not', () => {
    const still = families({ pairs: 20, creature: { ...creature, conditions: { ...MILD, noise: 0 } } });
    expect(studyOf(still, SIZE).twins.value).toBe(1);
    expect(studyOf(still, SIZE).siblings.value).toBeLessThan(1);
  });

  it('has pairs in one home together, and apart by the fall of a coin', () => {
    const reared = (how: Reared) => pairsOf(families({ pairs: 40, reared: how }).twins, SIZE);
    const [together, apart] = [reared('together'), reared('apart')];
    expect(likeness(together).value).toBeGreaterThan(likeness(apart).value + 0.2);
  });
});

describe('the truth beside the study', () => {
  const population = { creature, reared: 'alike', mutations: true } as const;
  const truth = conduct(measureTruth, kernel, population);
  const study = families({ pairs: 400 });

  it('is what twins alone show: their r and H² agree within their errors, in nearly every trait', () => {
    const off = TRAITS.filter((_, trait) => {
      const { twins } = studyOf(study, trait);
      const error = Math.hypot(twins.error, truth.errors[trait] ?? 0);
      return Math.abs(twins.value - (truth.heritability[trait] ?? 0)) > 2.6 * error;
    });
    expect(off.length).toBeLessThan(2);
  });

  it('is below what Falconer says here, since siblings share less than half', () => {
    const { twins, siblings, falconer } = studyOf(study, LEAF);
    expect(falconer.value).toBeCloseTo(2 * (twins.value - siblings.value), 12);
    expect(falconer.value - 1.96 * falconer.error).toBeGreaterThan(truth.heritability[LEAF] ?? 1);
  });

  it('is 1 without noise, where all variance is among genomes', () => {
    const still = { ...population, creature: { ...creature, conditions: { ...MILD, noise: 0 } } };
    const { heritability, isogenic, genetic, whole } = conduct(measureTruth, kernel, still);
    expect(heritability[SIZE]).toBeCloseTo(1, 10);
    expect(isogenic[SIZE]).toBe(0);
    expect(genetic[SIZE]).toBeCloseTo(whole[SIZE] ?? 0, 8);
  });

  it('has the three parts of the variance in all, homes among them where there are two', () => {
    const homes = conduct(measureTruth, kernel, { ...population, reared: 'apart' });
    const left = (of: typeof truth): number =>
      1 - ((of.genetic[SIZE] ?? 0) + (of.isogenic[SIZE] ?? 0)) / (of.whole[SIZE] ?? 1);
    expect(Math.abs(left(truth))).toBeLessThan(0.05);
    expect(left(homes)).toBeGreaterThan(0.2);
  });

  it('comes out the same every time', () => {
    expect(conduct(measureTruth, kernel, population)).toEqual(truth);
  });
});
