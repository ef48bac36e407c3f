/** The tools by which the model card measures: their estimates are right where the truth is known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../server/model-card/claim.ts';
import { seedsFrom, usualSeed } from '../../server/model-card/run.ts';
import { summarise } from '../../server/model-card/summary.ts';
import { amongShare, components } from '../../server/model-card/variance.ts';
import { cloudsOf, outsideShare } from '../../shared/lab/cloud.ts';
import { difference, gatherTwins, strangenessOf } from '../../shared/lab/likeness.ts';
import { knockOut, singleMutant } from '../../shared/lab/mutants.ts';
import { standingPopulation } from '../../shared/lab/populations.ts';
import { cloneRows, clones, isViable, rowOf } from '../../shared/lab/trait-rows.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENE_BYTES, GENOME_BYTES, type Genome } from '../../shared/sim/genome.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { currentKernel } from '../support/kernel.ts';

const { grow } = currentKernel();
const genomes = fc.uint8Array({ minLength: GENOME_BYTES, maxLength: GENOME_BYTES });
const founder = (at: number): Genome => FOUNDERS[at]?.genome ?? new Uint8Array(GENOME_BYTES);
const changedBytes = (a: Genome, b: Genome): number[] => [...a.keys()].filter((at) => a[at] !== b[at]);

describe('the summary of several seeds', () => {
  const plain: Figure = {
    key: 'k',
    name: 'n',
    unit: '',
    digits: 0,
    bar: { words: 'above 2', holds: (value) => value > 2 },
  };

  it('is a mean with Student’s interval', () => {
    const { value, low, high, holds } = summarise(plain, [1, 2, 3, 4, 5]);
    expect(value).toBe(3);
    // 2.776 × √2.5 ÷ √5
    expect(high - value).toBeCloseTo(1.963, 3);
    expect(value - low).toBeCloseTo(1.963, 3);
    expect(holds).toBe(true);
    expect(summarise(plain, [1, 2, 3]).holds).toBe(false);
  });

  it('averages ratios as logarithms, so that ½ and 2 make 1', () => {
    const { value, low, high } = summarise({ ...plain, ratio: true }, [0.5, 2]);
    expect(value).toBeCloseTo(1, 10);
    expect(low * high).toBeCloseTo(1, 10);
  });

  it('says nothing of a figure without a bar', () => {
    expect(summarise({ key: 'k', name: 'n', unit: '', digits: 0 }, [1, 2]).holds).toBeUndefined();
  });

  it('refuses what has no interval: one seed, or what is no number', () => {
    expect(() => summarise(plain, [1])).toThrow(/No interval/);
    expect(() => summarise(plain, [1, Number.NaN])).toThrow(/No interval/);
    expect(() => summarise({ ...plain, ratio: true }, [1, 0])).toThrow(/No interval/);
  });
});

describe('components of variance', () => {
  /** Even draws from −½ to ½: their variance is 1/12. */
  const even = (index: number, part: number): number => draw(5, Stream.standing, index, part) / 2 ** 32 - 0.5;

  it('are found again where they are known, whatever the sizes of groups', () => {
    const groups = Array.from({ length: 3000 }, (_, group) =>
      Array.from({ length: 2 + (group % 4) }, (_, member) => 2 * even(group, 0) + even(group, 1 + member)),
    );
    const { among, within } = components(groups);
    expect(among * 12).toBeCloseTo(4, 0);
    expect(within * 12).toBeCloseTo(1, 1);
    expect(amongShare({ among, within })).toBeCloseTo(0.8, 1);
  });

  it('are none among groups of the same', () => {
    const groups = Array.from({ length: 3000 }, (_, group) => [even(group, 0), even(group, 1)]);
    expect(Math.abs(components(groups).among * 12)).toBeLessThan(0.06);
  });

  it('are none at all where there is nothing to compare', () => {
    expect(components([[1, 2]])).toEqual({ among: 0, within: 0 });
    expect(amongShare(components([[3, 3], [3]]))).toBeNaN();
  });
});

describe('mutants', () => {
  it('of one letter differ in exactly one byte', () => {
    fc.assert(
      fc.property(genomes, fc.integer(), (genome, seed) => {
        const mutant = singleMutant(genome, seed);
        expect(changedBytes(genome, mutant.genome)).toEqual([mutant.at]);
      }),
    );
  });

  it('of one gene differ in nothing but that gene', () => {
    fc.assert(
      fc.property(genomes, fc.nat({ max: 15 }), (genome, gene) => {
        for (const at of changedBytes(genome, knockOut(genome, gene))) expect(Math.floor(at / GENE_BYTES)).toBe(gene);
      }),
    );
  });
});

describe('the cloud of twins', () => {
  const [cloud] = cloudsOf(grow, FOUNDERS.slice(0, 4), 9);
  if (!cloud) throw new Error('A cloud was asked for.');

  it('holds nearly all fresh twins, and nobody of another species', () => {
    expect(outsideShare(cloud, cloneRows(grow, founder(0), 100, 77))).toBeLessThan(0.2);
    expect(outsideShare(cloud, cloneRows(grow, founder(1), 20, 77))).toBe(1);
  });

  it('holds nobody who failed to develop', () => {
    expect(outsideShare(cloud, [rowOf(new Uint8Array(5 * 1024))])).toBe(1);
  });
});

describe('the likeness of bodies', () => {
  const [one, twin] = clones(grow, founder(0), 2, 3);
  const [stranger] = clones(grow, founder(1), 1, 3);
  if (!one || !twin || !stranger) throw new Error('Three bodies were asked for.');

  it('is whole for the same body, less for twins, least for strangers', () => {
    expect(difference(one, one)).toBe(0);
    expect(difference(one, twin)).toBeGreaterThan(0);
    expect(difference(one, twin)).toBeLessThan(difference(one, stranger));
    expect(difference(one, stranger)).toBeCloseTo(difference(stranger, one), 10);
  });

  it('tells strangers from twins', () => {
    const twins = gatherTwins(grow, founder(0), 8);
    expect(strangenessOf(twins, stranger)).toBeGreaterThan(twins.limit);
  });
});

describe('a standing population', () => {
  const population = standingPopulation(grow, founder(2), 12, 3, 4);

  it('is as large as asked, varied, and alive', () => {
    expect(population).toHaveLength(12);
    expect(new Set(population.map(({ genome }) => genome.join())).size).toBeGreaterThan(6);
    for (const { body } of population) expect(isViable(rowOf(body))).toBe(true);
  });

  it('follows from its seed', () => {
    expect(standingPopulation(grow, founder(2), 12, 3, 4)).toEqual(population);
    expect(standingPopulation(grow, founder(2), 12, 3, 5)).not.toEqual(population);
  });
});

describe('seeds', () => {
  it('follow from one, and are all different', () => {
    expect(seedsFrom(1, 20)).toEqual(seedsFrom(1, 20));
    expect(new Set([...seedsFrom(1, 20), ...seedsFrom(2, 20), usualSeed()]).size).toBe(41);
  });
});
