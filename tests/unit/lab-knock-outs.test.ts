/** What the bench of knock-outs says of genes: right where the answer is known, and the same every time. */
import { describe, expect, it } from 'vitest';
import { conduct } from '../../shared/lab/experiment.ts';
import { CONTROLS, hasMoved, KNOCKED, measureMatrix, movedBy, moversOf } from '../../shared/lab/knock-out-matrix.ts';
import { measurePairs, pairAt } from '../../shared/lab/knock-out-pairs.ts';
import { type BesideAsk, growBeside, SHOWN } from '../../shared/lab/knock-outs.ts';
import { knockOut } from '../../shared/lab/mutants.ts';
import { growSilenced } from '../../shared/lab/silence.ts';
import { rowOf } from '../../shared/lab/trait-rows.ts';
import { cloneSeeds } from '../../shared/lab/twins.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { GENE_BYTES, GENES, type Genome, INPUTS_OFFSET } from '../../shared/sim/genome.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const species = FOUNDERS.map(({ genome }) => genome);
const EYES = TRAITS.indexOf('eyes');
const SIZE = TRAITS.indexOf('size');

function founder(key: string) {
  const found = founderByKey(key);
  if (!found) throw new Error(`There is no founder ${key}.`);
  return { genome: found.genome, noiseSeed: 1, conditions: MILD };
}
const saucer = founder('saucer');

const beside = (changes: Partial<BesideAsk> = {}) =>
  conduct(growBeside, kernel, { creature: saucer, genes: [1], place: null, time: null, twins: 6, ...changes });

describe('a creature beside itself without a gene', () => {
  it('is grown from the same noise, whole and without, for each of the first seeds', () => {
    const { bodies } = beside();
    const expected = cloneSeeds(1, SHOWN).flatMap((seed) => [
      kernel.grow(saucer.genome, seed, MILD),
      kernel.grow(knockOut(saucer.genome, 1), seed, MILD),
    ]);
    expect(bodies).toEqual(expected);
  });

  it('has the effects that the bodies have, with their error', () => {
    const { effects, errors, failed } = beside({ twins: 4 });
    const differences = cloneSeeds(1, 4).map((seed) => {
      const [whole, without] = [saucer.genome, knockOut(saucer.genome, 1)].map(
        (genome) => rowOf(kernel.grow(genome, seed, MILD))[SIZE] ?? 0,
      );
      return (without ?? 0) - (whole ?? 0);
    });
    const mean = differences.reduce((sum, each) => sum + each, 0) / 4;
    const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3;
    expect(failed).toBe(0);
    expect(effects[SIZE]).toBeCloseTo(mean, 10);
    expect(errors[SIZE]).toBeCloseTo(Math.sqrt(variance / 4), 10);
  });

  it('differs nowhere where the gene was silent already', () => {
    const creature = { ...saucer, genome: knockOut(saucer.genome, 1) };
    const { changed, effects, where, chance } = beside({ creature });
    expect(changed).toBe(0);
    expect(chance).toBeGreaterThan(0);
    expect(Math.max(...effects.map(Math.abs))).toBe(0);
    expect(Math.max(...where)).toBe(0);
  });

  it('differs in part where the gene is silenced in part, and less than without it', () => {
    const [whole, head, late] = [beside(), beside({ place: 0 }), beside({ time: 2 })];
    expect(head.bodies[1]).toEqual(growSilenced(kernel.beginGrowth, saucer, { gene: 1, place: 0, time: null }));
    expect(late.changed).toBeGreaterThan(0);
    expect(late.changed).toBeLessThan(whole.changed);
  });

  it('shows both single and the double absence of two genes', () => {
    const { bodies } = beside({ genes: [1, 11] });
    expect(bodies).toHaveLength(4 * SHOWN);
    expect(bodies[3]).toEqual(kernel.grow(knockOut(knockOut(saucer.genome, 1), 11), 1, MILD));
  });

  it('has one print for one ask, and another for another', () => {
    expect(beside().print).toBe(beside().print);
    expect(beside({ genes: [2] }).print).not.toBe(beside().print);
  });
});

describe('the matrix of genes against traits', () => {
  const matrix = conduct(measureMatrix, kernel, { creature: saucer, species });

  it('finds the seven genes that the lesson names, and that each moves much else', () => {
    const movers = moversOf(matrix.shifts, EYES);
    expect(movers.map(({ gene }) => gene + 1)).toEqual([2, 3, 4, 6, 8, 12, 15]);
    expect(Math.min(...movers.map(({ others }) => others))).toBeGreaterThan(2);
  });

  it('takes hardly anything for an effect where nothing was switched off', () => {
    expect(matrix.falseAlarms).toBeLessThan(0.02 * CONTROLS * TRAITS.length);
  });

  it('finds no effect of a gene that was silent already', () => {
    const creature = { ...saucer, genome: knockOut(saucer.genome, 1) };
    const { shifts } = conduct(measureMatrix, kernel, { creature, species });
    // As many bodies as a control has: chance alone.
    expect(movedBy(shifts, 1)).toBeLessThan(3);
    expect(KNOCKED).toBeGreaterThanOrEqual(16);
  });

  it('marks genes without which nothing viable grows, and counts them nowhere', () => {
    const { shifts } = conduct(measureMatrix, kernel, { creature: founder('zebraimp'), species });
    const vital = Array.from({ length: GENES }, (_, gene) => gene).filter((gene) =>
      Number.isNaN(shifts[gene * TRAITS.length]),
    );
    expect(vital.length).toBeGreaterThan(0);
    for (const gene of vital) expect(movedBy(shifts, gene)).toBe(0);
    expect(hasMoved(Number.NaN)).toBe(false);
  });
});

describe('pairs of knock-outs', () => {
  const { whole, means, beyond, errors } = conduct(measurePairs, kernel, { creature: saucer });

  it('reckon double effect minus the sum of both', () => {
    const sum = (gene: number, other: number): number =>
      (means[pairAt(gene, other, SIZE)] ?? 0) -
      (means[pairAt(gene, gene, SIZE)] ?? 0) -
      (means[pairAt(other, other, SIZE)] ?? 0) +
      (whole[SIZE] ?? 0);
    for (const [gene, other] of [[1, 11] as const, [11, 5] as const]) {
      expect(beyond[pairAt(gene, other, SIZE)]).toBeCloseTo(sum(gene, other), 8);
      expect(beyond[pairAt(other, gene, SIZE)]).toBe(beyond[pairAt(gene, other, SIZE)]);
      expect(errors[pairAt(gene, other, SIZE)]).toBeGreaterThan(0);
    }
  });

  it('do not add up where either alone takes all eyes', () => {
    const at = pairAt(1, 11, EYES);
    expect(means[at]).toBe(0);
    expect(beyond[at]).toBeCloseTo(whole[EYES] ?? 0, 8);
  });

  it('add up to nothing beyond where one of them was silent already', () => {
    const creature = { ...saucer, genome: knockOut(saucer.genome, 1) };
    const found = conduct(measurePairs, kernel, { creature });
    expect(found.beyond[pairAt(1, 5, SIZE)]).toBe(0);
    expect(found.beyond[pairAt(1, 1, SIZE)]).toBeNaN();
  });

  it('say nothing of a genome that grows nothing', () => {
    const genome: Genome = saucer.genome.slice();
    for (let gene = 0; gene < GENES; gene++)
      genome.set(knockOut(genome, gene).subarray(gene * GENE_BYTES, (gene + 1) * GENE_BYTES), gene * GENE_BYTES);
    expect(genome.subarray(INPUTS_OFFSET)).toEqual(saucer.genome.subarray(INPUTS_OFFSET));
    const found = conduct(measurePairs, kernel, { creature: { ...saucer, genome } });
    expect(found.whole.every(Number.isNaN)).toBe(true);
    expect(found.beyond.every(Number.isNaN)).toBe(true);
  });
});
