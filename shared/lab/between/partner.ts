/** Relatives and strangers of a genome. */
import type { Grow } from '../../sim/embryo/body.ts';
import { FOUNDERS } from '../../sim/founders.ts';
import type { Genome } from '../../sim/genome.ts';
import { drawBelow, Stream } from '../../sim/rng.ts';
import { growStanding, STANDING_GENERATIONS } from '../populations.ts';

/** Of the same kin, or of another founder species. */
export const KINSHIPS = ['kin', 'stranger'] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** Creatures of a population from which partners are taken. */
export const POPULATION = 30;

/** What comes of a genome's settlers by free mating, as in the middle of a match. Never empty: alone, the genome itself. */
export function* growKin(grow: Grow, genome: Genome, seed: number): Generator<number, Genome[]> {
  const kin = yield* growStanding(grow, genome, POPULATION, STANDING_GENERATIONS, seed);
  return kin.length > 0 ? kin.map((one) => one.genome) : [genome];
}

/** A founder species drawn by the seed, other than the genome itself. */
export function strangeFounder(genome: Genome, seed: number): Genome {
  const others = FOUNDERS.filter((founder) => founder.genome.some((byte, at) => byte !== genome[at]));
  return others[drawBelow(others.length, seed, Stream.parents, 1)]?.genome ?? genome;
}

/** One of these, drawn by the seed. */
export const oneOf = (genomes: readonly Genome[], seed: number, which: number): Genome => {
  const genome = genomes[drawBelow(genomes.length, seed, Stream.parents, which)];
  if (!genome) throw new RangeError('Nobody is there to be chosen.');
  return genome;
};
