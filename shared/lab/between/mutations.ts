/** Mutations, one or some at a time: how many show, how many kill, how many nobody could see. */
import { mean, quantile } from 'simple-statistics';
import type { Body } from '../../sim/embryo/body.ts';
import { GENE_BYTES, type Genome, GLOBALS_OFFSET, INPUTS_OFFSET, SIGNATURE } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { strangenessOf, type Twins } from '../likeness.ts';
import { singleMutant } from '../mutants.ts';
import { clones, isViable, rowOf } from '../trait-rows.ts';
import { valueAt } from './genomes.ts';
import { Fate } from './map.ts';

/** Bodies of each mutant: their mean is what is judged. */
export const LITTER = 8;
/** Twins that all are held against, and litters of fresh twins that say how far chance alone goes. */
const TWINS = 24;
const LITTERS = 48;
/** Of litters without any mutation, so many lie within the limit. */
const INSIDE = 0.95;

/** What a byte is part of. */
export const PARTS = ['product', 'promoter', 'level', 'input', 'global'] as const;
export type Part = (typeof PARTS)[number];

export interface MutationsAsk {
  readonly of: Seedling;
  /** 16 to 256. */
  readonly count: number;
  /** Bytes changed in each, 1 to 32. */
  readonly letters: number;
  readonly seed: number;
}

export interface Change {
  /** The byte, 0 to GENOME_BYTES - 1, and what it was and is. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly part: Part;
}

export interface Mutant {
  /** In their order; one byte may be changed twice. */
  readonly changes: readonly Change[];
  /** Mean difference of its bodies from the twins, 0 to 1. */
  readonly effect: number;
  /** Of LITTER bodies. */
  readonly viable: number;
  readonly fate: number;
  /** That grew from the creature's own noise. */
  readonly body: Body;
}

export interface MutationsResult {
  /** The least effect first. */
  readonly mutants: readonly Mutant[];
  /** Effects of litters that have no mutation: chance alone. */
  readonly chance: readonly number[];
  /** 95 % of these lie within. */
  readonly limit: number;
  readonly print: string;
}

export const mutateOnce: Experiment<MutationsAsk, MutationsResult> = function* (
  { grow },
  { of, count, letters, seed },
) {
  const { genome, noiseSeed, conditions } = of;
  const litter = (born: Genome, which: number, size = LITTER): Body[] =>
    clones(grow, born, size, draw(seed, Stream.clone, which), conditions);
  const twins: Pick<Twins, 'bodies'> = { bodies: litter(genome, 0, TWINS) };
  const effectOf = (bodies: readonly Body[]): number => mean(bodies.map((body) => strangenessOf(twins, body)));
  const chance: number[] = [];
  for (let which = 1; which <= LITTERS; which++) {
    chance.push(effectOf(litter(genome, which)));
    yield (0.3 * which) / LITTERS;
  }
  const limit = quantile(chance, INSIDE);
  const mutants: Mutant[] = [];
  for (let which = 0; which < count; which++) {
    const { born, changes } = changed(genome, letters, draw(seed, Stream.mutationSite, which));
    const bodies = litter(born, 1000 + which);
    const effect = effectOf(bodies);
    const viable = bodies.filter((body) => isViable(rowOf(body))).length;
    mutants.push({
      changes,
      effect,
      viable,
      fate: viable <= LITTER / 2 ? Fate.failed : effect > limit ? Fate.changed : Fate.twin,
      body: grow(born, noiseSeed, conditions),
    });
    yield 0.3 + (0.7 * which) / count;
  }
  mutants.sort((a, b) => a.effect - b.effect);
  return { mutants, chance, limit, print: fingerprint(mutants.map(({ body }) => body)) };
};

/** So many single mutations, one after another. */
function changed(genome: Genome, letters: number, seed: number): { born: Genome; changes: Change[] } {
  let born = genome;
  const changes = Array.from({ length: letters }, (_, letter): Change => {
    const before = born;
    const { genome: after, at } = singleMutant(before, draw(seed, Stream.mutationSize, letter));
    born = after;
    return { at, from: valueAt(before, at), to: valueAt(after, at), part: partOf(at) };
  });
  return { born, changes };
}

/** What the byte at this place is part of. */
export function partOf(at: number): Part {
  if (at >= GLOBALS_OFFSET) return 'global';
  if (at >= INPUTS_OFFSET) return 'input';
  const place = at % GENE_BYTES;
  if (place < SIGNATURE) return 'product';
  return place < 2 * SIGNATURE ? 'promoter' : 'level';
}
