/** Epistasis: what two genes' absence does beyond what each one's does alone. */
import type { Body } from '../sim/embryo/body.ts';
import { GENES } from '../sim/genome.ts';
import type { Seedling } from '../sim/seedling.ts';
import { TRAITS } from '../sim/trait-names.ts';
import type { Experiment } from './experiment.ts';
import { knockOut } from './mutants.ts';
import { isViable, type Row, rowOf } from './trait-rows.ts';
import { cloneSeeds } from './twins.ts';

export interface PairsAsk {
  readonly creature: Seedling;
}

export interface Pairs {
  /** Float64Array[TRAITS]: means of whole bodies. */
  readonly whole: Float64Array;
  /** Float64Array[GENES × GENES × TRAITS]: means without both genes; on the diagonal without the one. NaN where most fail to develop. */
  readonly means: Float64Array;
  /** Float64Array[GENES × GENES × TRAITS]: double effect minus the sum of both, in the trait's own unit; NaN on the diagonal and where one of the four fails. */
  readonly beyond: Float64Array;
  /** Standard errors of `beyond`, over noise seeds. */
  readonly errors: Float64Array;
}

/** Noise seeds: all of a pair's four bodies grow from each. */
const SEEDS = 12;
/** Genes and pairs of genes. */
const STAGES = GENES + (GENES * (GENES - 1)) / 2;

export const pairAt = (gene: number, other: number, trait: number): number =>
  (gene * GENES + other) * TRAITS.length + trait;

export const measurePairs: Experiment<PairsAsk, Pairs> = function* ({ grow }, { creature }) {
  const { genome, conditions, noiseSeed } = creature;
  const seeds = cloneSeeds(noiseSeed, SEEDS);
  const rowsOf = (of: Uint8Array): Row[] => seeds.map((seed): Body => grow(of, seed, conditions)).map(rowOf);
  const whole = rowsOf(genome);
  const singles: Row[][] = [];
  for (let gene = 0; gene < GENES; gene++) {
    singles.push(rowsOf(knockOut(genome, gene)));
    yield singles.length / STAGES;
  }
  const size = GENES * GENES * TRAITS.length;
  const result: Pairs = {
    whole: meansOf(whole),
    means: new Float64Array(size),
    beyond: new Float64Array(size).fill(Number.NaN),
    errors: new Float64Array(size).fill(Number.NaN),
  };
  let done = 0;
  for (const [gene, first] of singles.entries()) {
    result.means.set(meansOf(first), pairAt(gene, gene, 0));
    for (let other = 0; other < gene; other++) {
      const both = rowsOf(knockOut(knockOut(genome, gene), other));
      const found = interactionOf(whole, first, singles[other] ?? [], both);
      for (const at of [pairAt(gene, other, 0), pairAt(other, gene, 0)]) {
        result.means.set(meansOf(both), at);
        result.beyond.set(found.beyond, at);
        result.errors.set(found.errors, at);
      }
      yield (GENES + ++done) / STAGES;
    }
  }
  return result;
};

/** Means over the viable, if most are. */
function meansOf(rows: readonly Row[]): Float64Array {
  const living = rows.filter(isViable);
  const count = living.length > rows.length / 2 ? living.length : Number.NaN;
  return Float64Array.from(TRAITS, (_, trait) => living.reduce((sum, row) => sum + (row[trait] ?? 0), 0) / count);
}

/** By the noise seeds in which all four developed, if most did. */
function interactionOf(whole: readonly Row[], first: readonly Row[], second: readonly Row[], both: readonly Row[]) {
  const seeds = whole.flatMap((row, at) => {
    const four = [row, first[at] ?? [], second[at] ?? [], both[at] ?? []];
    return four.every(isViable) ? [four] : [];
  });
  const values = seeds.map(([o = [], a = [], b = [], ab = []]) =>
    TRAITS.map((_, t) => (ab[t] ?? 0) - (a[t] ?? 0) - (b[t] ?? 0) + (o[t] ?? 0)),
  );
  const count = values.length > whole.length / 2 ? values.length : Number.NaN;
  const beyond = Float64Array.from(TRAITS, (_, t) => values.reduce((sum, row) => sum + (row[t] ?? 0), 0) / count);
  const errors = beyond.map((mean, t) =>
    Math.sqrt(values.reduce((sum, row) => sum + ((row[t] ?? 0) - mean) ** 2, 0) / (count * (count - 1))),
  );
  return { beyond, errors };
}
