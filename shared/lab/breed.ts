/**
 * A small population that evolves by a breeder's score: the world's own heredity (recombination, mutation, one body for each
 * genome, with developmental noise), without habitats or seasons. Every chance is a counter-based draw of the seed.
 */
import { type Body, type Grow, type GrowthConditions, MILD, VIABLE_CELLS } from '../sim/embryo/body.ts';
import type { Genome } from '../sim/genome.ts';
import { draw, drawBelow, Stream } from '../sim/rng.ts';
import { measure, readTraits, type Traits } from '../sim/traits.ts';
import { child } from './populations.ts';
import { finish } from './steps.ts';

/** Creatures of a generation. */
export const POPULATION = 60;
/** The best scored of them, who alone breed: a fifth, as breeders do. */
export const PARENTS = 12;

/** One creature, grown and measured. */
export interface Grown {
  readonly genome: Genome;
  readonly body: Body;
  readonly traits: Traits;
}

/** Higher is better. Only comparisons count. */
export type Score = (creature: Grown) => number;

/** A score by which everybody is as good as anybody: chance alone decides among those that develop. */
export const NO_SELECTION: Score = () => 0;

/** What a generation lives in. */
export interface Season {
  readonly score: Score;
  readonly conditions?: GrowthConditions;
}

export interface Course {
  readonly generations: number;
  readonly seed: number;
  readonly season: (generation: number) => Season;
  /** Sees each generation grown, before it breeds; true ends the breeding. */
  readonly watch?: (creatures: readonly Grown[], generation: number) => boolean;
}

export const isViable = ({ traits }: Grown): boolean => traits.size >= VIABLE_CELLS;

/** Each genome grown once, with a noise seed of its own. */
export function growAll(grow: Grow, genomes: readonly Genome[], seed: number, conditions = MILD): Grown[] {
  return genomes.map((genome, index) => {
    const body = grow(genome, draw(seed, Stream.development, index), conditions);
    return { genome, body, traits: readTraits(measure(body)) };
  });
}

/** As many children, of the better scored. Embryos that failed to develop have no young, unless all failed. */
export function offspring(creatures: readonly Grown[], score: Score, seed: number): Genome[] {
  const viable = creatures.filter(isViable);
  const pool = viable.length > 0 ? viable : creatures;
  const ranked = pool
    .map((creature) => ({ creature, score: score(creature) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, PARENTS);
  const parent = (place: number, which: number): Genome => {
    const chosen = ranked[drawBelow(ranked.length, seed, Stream.parents, place, which)];
    if (!chosen) throw new RangeError('Nobody is there to breed.');
    return chosen.creature.genome;
  };
  return creatures.map((_, place) => child(parent(place, 0), parent(place, 1), draw(seed, Stream.crossover, place)));
}

/** Breeds, and returns the genomes of the last generation's children (not yet grown). */
export const breed = (grow: Grow, start: readonly Genome[], course: Course): Genome[] =>
  finish(breeding(grow, start, course));

/** The same, to be watched: yields the share done after each generation. */
export function* breeding(grow: Grow, start: readonly Genome[], course: Course): Generator<number, Genome[]> {
  let genomes = [...start];
  for (let generation = 0; generation < course.generations; generation++) {
    const seed = draw(course.seed, Stream.standing, generation);
    const { score, conditions } = course.season(generation);
    const creatures = growAll(grow, genomes, seed, conditions);
    if (course.watch?.(creatures, generation) === true) break;
    genomes = offspring(creatures, score, seed);
    yield (generation + 1) / course.generations;
  }
  return genomes;
}
