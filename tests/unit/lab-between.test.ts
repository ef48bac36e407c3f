import { describe, expect, it } from 'vitest';
import { add, cross, exchange, MATES, SWAPS } from '../../shared/lab/between/crosses.ts';
import { blend, directionTo, lengthOf, offset, randomDirection, valueAt } from '../../shared/lab/between/genomes.ts';
import { PLACES, walkLine } from '../../shared/lab/between/line.ts';
import { Fate, mapAround, SIDE } from '../../shared/lab/between/map.ts';
import { LITTER, mutateOnce, partOf } from '../../shared/lab/between/mutations.ts';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import { STANDING_GENERATIONS } from '../../shared/lab/populations.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { GENOME_BYTES, GLOBALS_OFFSET } from '../../shared/sim/genome.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const gnome = founderByKey('petalgnome')?.genome ?? new Uint8Array(GENOME_BYTES);
const cream = founderByKey('leopardcream')?.genome ?? new Uint8Array(GENOME_BYTES);
const of = { genome: gnome, noiseSeed: 1, conditions: MILD };
const NOWHERE = new Float64Array(GENOME_BYTES);

describe('arithmetic on genomes', () => {
  it('ends at both ends of a line, and halfway counts signed bytes as signed', () => {
    expect(blend(gnome, cream, 0)).toEqual(gnome);
    expect(blend(gnome, cream, 1)).toEqual(cream);
    const [low, high] = [new Uint8Array(GENOME_BYTES).fill(0xf0), new Uint8Array(GENOME_BYTES).fill(0x10)];
    const half = blend(low, high, 0.5);
    expect(half[0]).toBe(0);
    expect(half[GLOBALS_OFFSET]).toBe(128);
  });

  it('goes along ways of length 1, and stops at the ends of a byte', () => {
    expect(lengthOf(randomDirection(5))).toBeCloseTo(1, 10);
    expect(lengthOf(directionTo(gnome, cream))).toBeCloseTo(1, 10);
    expect(lengthOf(directionTo(gnome, gnome))).toBe(0);
    expect(offset(gnome, randomDirection(5), NOWHERE, 0, 9)).toEqual(gnome);
    const far = offset(gnome, randomDirection(5), NOWHERE, 1e6, 0);
    expect(new Set([...far.subarray(0, GLOBALS_OFFSET)].map((_, at) => valueAt(far, at)))).toEqual(
      new Set([-128, 127]),
    );
    expect([0, 255]).toContain(far[GLOBALS_OFFSET]);
  });

  it('comes to a relative by the way that leads there', () => {
    const way = directionTo(gnome, cream);
    const length = Math.sqrt(
      gnome.reduce((sum, _, at) => sum + (valueAt(cream, at) - valueAt(gnome, at)) ** 2, 0) / GENOME_BYTES,
    );
    expect(offset(gnome, way, NOWHERE, length, 0)).toEqual(cream);
  });
});

describe('a standing population', () => {
  it('is as old as one in the middle of a match of the usual length', () => {
    const { rounds, generationsPerRound } = DEFAULT_SETTINGS;
    expect(STANDING_GENERATIONS).toBe(Math.round((rounds * generationsPerRound) / 2));
  });
});

describe('a walk along the line', () => {
  const walk = conduct(walkLine, kernel, { of, partner: 'kin', seed: 3 });

  it('begins with the creature, ends with its partner, and is the same again', () => {
    expect(walk.bodies).toHaveLength(PLACES);
    expect(walk.bodies[0]).toEqual(kernel.grow(gnome, 1, MILD));
    expect(walk.bodies.at(-1)).toEqual(kernel.grow(walk.partner, 1, MILD));
    expect(walk.print).toBe(fingerprint(walk.bodies));
    expect(conduct(walkLine, kernel, { of, partner: 'kin', seed: 3 })).toEqual(walk);
    expect(conduct(walkLine, kernel, { of, partner: 'kin', seed: 4 }).print).not.toBe(walk.print);
  });

  it('takes after the first at the beginning, and after the second at the end', () => {
    expect(walk.fromFirst[0]).toBeLessThan(walk.fromFirst.at(-1) ?? 0);
    expect(walk.fromSecond[0]).toBeGreaterThan(walk.fromSecond.at(-1) ?? 1);
    expect(walk.fromFirst[0]).toBeLessThan(walk.limits[0]);
  });

  it('leads to another founder species when the partner is a stranger', () => {
    const { partner } = conduct(walkLine, kernel, { of, partner: 'stranger', seed: 3 });
    expect(FOUNDERS.map(({ genome }) => genome)).toContainEqual(partner);
    expect(partner).not.toEqual(gnome);
  });
});

describe('a map around a genome', () => {
  const near = conduct(mapAround, kernel, { of, ways: 'random', reach: 2, seed: 1 });
  const far = conduct(mapAround, kernel, { of, ways: 'random', reach: 40, seed: 1 });
  const count = (fates: readonly number[], fate: number): number => fates.filter((one) => one === fate).length;

  it('has the creature itself in the middle', () => {
    expect(far.bodies).toHaveLength(SIDE * SIDE);
    expect(far.bodies[(SIDE * SIDE - 1) / 2]).toEqual(kernel.grow(gnome, 1, MILD));
  });

  it('shows hardly anything but twins near by, and hardly any far away', () => {
    expect(count(near.fates, Fate.twin)).toBeGreaterThan(40);
    expect(count(far.fates, Fate.twin)).toBeLessThan(15);
  });

  it('leads towards relatives when asked to', () => {
    const kin = conduct(mapAround, kernel, { of, ways: 'kin', reach: 40, seed: 1 });
    expect(kin.print).not.toBe(far.print);
    expect(count(kin.fates, Fate.twin)).toBeGreaterThan(0);
  });
});

describe('crosses', () => {
  const crosses = conduct(cross, kernel, { of, children: 2, seed: 1 });

  it('tallies every child of every pair, and finds those of relatives more viable and more alike', () => {
    expect([crosses.kin.length, crosses.strangers.length]).toEqual([MATES, MATES]);
    const [kin, strangers] = [crosses.kin, crosses.strangers].map((pairs) =>
      pairs.map(({ tally }) => tally).reduce(add),
    );
    expect([kin?.born, strangers?.born]).toEqual([2 * MATES, 2 * MATES]);
    expect(kin?.viable).toBeGreaterThan(strangers?.viable ?? 0);
    expect(kin?.alike).toBeGreaterThan(10 * (strangers?.alike ?? 0));
  });

  it('finds what reads and what is read viable together, and less so apart', () => {
    const { both, promoters, inputs } = crosses.swaps;
    expect(both.born).toBe(2 * MATES);
    expect(both.viable).toBeGreaterThan(promoters.viable);
    expect(both.viable).toBeGreaterThan(inputs.viable);
  });

  it('takes of a stranger what is asked for and nothing else', () => {
    const changed = (swap: (typeof SWAPS)[number]): number[] =>
      [...exchange(new Uint8Array(GENOME_BYTES), new Uint8Array(GENOME_BYTES).fill(1), swap)].flatMap((byte, at) =>
        byte ? [at] : [],
      );
    const sizes = SWAPS.map((swap) => changed(swap).length);
    expect(sizes).toEqual([16 * 8, 6 * 6, 16 * 8 + 6 * 6, 16 * 6, 8]);
    expect(new Set([...changed('both'), ...changed('products'), ...changed('globals')]).size).toBe(GENOME_BYTES);
  });
});

describe('mutations', () => {
  const { mutants, chance, limit, print } = conduct(mutateOnce, kernel, { of, count: 24, letters: 1, seed: 1 });

  it('changes one byte each, and names what it is part of', () => {
    expect(mutants).toHaveLength(24);
    for (const { at, from, to, part } of mutants.flatMap(({ changes }) => changes)) {
      expect(valueAt(gnome, at)).toBe(from);
      expect(to).not.toBe(from);
      expect(part).toBe(partOf(at));
    }
    expect([0, 6, 12, 13, 224, 260].map(partOf)).toEqual(['product', 'promoter', 'level', 'level', 'input', 'global']);
    expect(print).toBe(fingerprint(mutants.map(({ body }) => body)));
  });

  it('holds them against litters of chance alone, of which one in twenty lies outside', () => {
    expect(chance.filter((effect) => effect > limit).length / chance.length).toBeCloseTo(0.05, 1);
    for (const { effect, fate, viable } of mutants) {
      expect(fate).toBe(viable <= LITTER / 2 ? Fate.failed : effect > limit ? Fate.changed : Fate.twin);
    }
    expect(mutants.map(({ effect }) => effect)).toEqual(mutants.map(({ effect }) => effect).toSorted((a, b) => a - b));
  });

  it('shows more often the more letters are changed', () => {
    const many = conduct(mutateOnce, kernel, { of, count: 24, letters: 24, seed: 1 }).mutants;
    const shown = (of: typeof mutants): number => of.filter(({ fate }) => fate !== Fate.twin).length;
    expect(many.every(({ changes }) => changes.length === 24)).toBe(true);
    expect(shown(many)).toBeGreaterThan(shown(mutants) + 6);
  });
});
