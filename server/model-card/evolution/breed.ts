/**
 * A small population that evolves by a breeder's score: the world's own heredity (recombination, mutation, one body for each
 * genome, with developmental noise), without habitats or seasons. Every chance is a counter-based draw of the seed.
 */
import { type Body, type Grow, type GrowthConditions, MILD, VIABLE_CELLS } from '../../../shared/sim/embryo/body.ts';
import { type Genome, mutate, recombine } from '../../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../../shared/sim/rng.ts';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import { measure, readTraits, type Traits } from '../../../shared/sim/traits.ts';
import { STANDING_RATE } from '../../../shared/sim/world/heredity.ts';

/** Creatures of a generation, unless an experiment says otherwise. */
export const POPULATION = 60;
/** Creatures drawn for each parent's place; the best scored of them breeds. */
export const TOURNAMENT = 3;

/** One creature, grown and measured. */
export interface Grown {
  readonly genome: Genome;
  readonly body: Body;
  readonly traits: Traits;
}

/** Higher is better. Only comparisons count. */
export type Score = (creature: Grown) => number;

export interface Breeding {
  readonly grow: Grow;
  readonly conditions?: GrowthConditions;
  /** Chance of each byte to mutate, in 65,536ths; the world's own unless given. */
  readonly mutationRate?: number;
  readonly tournament?: number;
}

/** A founder population as the world settles one: the founder's genome, each copy with 3.5 % of its bytes mutated. */
export function standing(founder: Genome, size: number, seed: number): Genome[] {
  return Array.from({ length: size }, (_, index) =>
    mutate(founder.slice(), draw(seed, Stream.standing, index), STANDING_RATE),
  );
}

/** Each genome grown once, with a noise seed of its own. */
export function growAll(genomes: readonly Genome[], seed: number, { grow, conditions = MILD }: Breeding): Grown[] {
  return genomes.map((genome, index) => {
    const body = grow(genome, draw(seed, Stream.development, index), conditions);
    return { genome, body, traits: readTraits(measure(body)) };
  });
}

/** Children of the better scored. Embryos that failed to develop have no young, unless all failed. */
export function offspring(creatures: readonly Grown[], score: Score, seed: number, breeding: Breeding): Genome[] {
  const { tournament = TOURNAMENT, mutationRate } = breeding;
  const viable = creatures.filter(({ traits }) => traits.size >= VIABLE_CELLS);
  const pool = viable.length > 0 ? viable : creatures;
  const scores = pool.map(score);
  const parent = (child: number, which: number): Genome => {
    let best = -1;
    for (let entrant = 0; entrant < tournament; entrant++) {
      const who = drawBelow(pool.length, seed, Stream.parents, child, which * tournament + entrant);
      if (best < 0 || (scores[who] ?? 0) > (scores[best] ?? 0)) best = who;
    }
    return pool[best]?.genome ?? new Uint8Array();
  };
  return creatures.map((_, child) => {
    const childSeed = draw(seed, Stream.crossover, child);
    return mutate(recombine(parent(child, 0), parent(child, 1), childSeed), childSeed, mutationRate);
  });
}

/** A score by which everybody is as good as anybody: chance alone decides among those that develop. */
export const NO_SELECTION: Score = () => 0;

/**
 * Breeds for so many generations, by the score of each, and returns the genomes of the last (not yet grown). `watch` sees
 * each generation grown, before it breeds, and may end the breeding by returning true.
 */
export function breed(
  start: readonly Genome[],
  scoreOf: (generation: number) => Score,
  plan: Breeding & { readonly generations: number; readonly seed: number },
  watch?: (creatures: readonly Grown[], generation: number) => boolean | undefined,
): Genome[] {
  let genomes = [...start];
  for (let generation = 0; generation < plan.generations; generation++) {
    const seed = draw(plan.seed, Stream.founderSearch, generation);
    const creatures = growAll(genomes, seed, plan);
    if (watch?.(creatures, generation) === true) break;
    genomes = offspring(creatures, scoreOf(generation), seed, plan);
  }
  return genomes;
}

/** Values of one trait, creature by creature. */
export const valuesOf = (creatures: readonly Grown[], trait: TraitName): number[] =>
  creatures.map(({ traits }) => traits[trait]);
