/** Genomes as the world makes them: settlers of a founder species, and generations of free mating without selection. */
import type { Body, Grow, GrowthConditions } from '../sim/embryo/body.ts';
import { MILD } from '../sim/embryo/body.ts';
import type { Founder } from '../sim/founders.ts';
import { type Genome, mutate, recombine } from '../sim/genome.ts';
import { draw, drawBelow, Stream } from '../sim/rng.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { measureInto } from '../sim/traits.ts';
import { STANDING_RATE } from '../sim/world/heredity.ts';
import { finish } from './steps.ts';
import { isViable, rowOf } from './trait-rows.ts';

/** The first generation of a world: the founder's genome with standing variation. */
export function settlers(founder: Genome, count: number, seed: number): Genome[] {
  return Array.from({ length: count }, (_, at) =>
    mutate(founder.slice(), draw(seed, Stream.standing, at), STANDING_RATE),
  );
}

/** A child of two parents as the world makes it: recombined, then mutated at the world's rate. */
export function child(mother: Genome, father: Genome, childSeed: number): Genome {
  return mutate(recombine(mother, father, childSeed), childSeed);
}

/** `count` children of parents drawn evenly; never both the same one, unless it is alone. */
export function mateFreely(parents: readonly Genome[], count: number, seed: number): Genome[] {
  return Array.from({ length: count }, (_, at) => {
    const first = drawBelow(parents.length, seed, Stream.parents, at, 0);
    const other = drawBelow(Math.max(1, parents.length - 1), seed, Stream.parents, at, 1);
    const second = other < first ? other : Math.min(parents.length - 1, other + 1);
    const [mother, father] = [parents[first], parents[second]];
    if (!mother || !father) throw new RangeError('Nobody is there to mate.');
    return child(mother, father, draw(seed, Stream.crossover, at));
  });
}

/** `generations` of free mating at a constant count: no selection but that of the founder's settlers. */
export function drift(start: readonly Genome[], generations: number, seed: number): Genome[] {
  let living = [...start];
  for (let generation = 0; generation < generations; generation++) {
    living = mateFreely(living, living.length, draw(seed, Stream.standing, 0x10000 + generation));
  }
  return living;
}

/** Int32Array[genomes × TRAITS]: each grown once and measured, genome i with noise seed draw(seed, development, i). */
export function growRows(
  grow: Grow,
  genomes: readonly Genome[],
  seed: number,
  conditions: GrowthConditions = MILD,
): Int32Array {
  const rows = new Int32Array(genomes.length * TRAITS.length);
  genomes.forEach((genome, at) => {
    measureInto(grow(genome, draw(seed, Stream.development, at), conditions), rows, at * TRAITS.length);
  });
  return rows;
}

/** `count` founders of the library, drawn without putting back by the seed: for what is too dear to do on all. */
export function someFounders(founders: readonly Founder[], count: number, seed: number): Founder[] {
  return founders
    .map((founder, at) => ({ founder, order: draw(seed, Stream.founderSearch, at) }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ founder }) => founder);
}

/**
 * As old as a population is in the middle of a match of the usual length. A number of its own, which a test holds against the
 * settings: whoever grows a population in a page need not load all that settings know.
 */
export const STANDING_GENERATIONS = 12;

/** A genome of a standing population, with the body by which it proved viable. */
export interface Creature {
  readonly genome: Genome;
  readonly body: Body;
}

/**
 * What has come of a founder's settlers after `generations` of free mating. As in the world the young that fail to develop die:
 * others are born in their place. Nothing else selects.
 */
export const standingPopulation = (
  grow: Grow,
  founder: Genome,
  count: number,
  generations: number,
  seed: number,
): Creature[] => finish(growStanding(grow, founder, count, generations, seed));

/** The same, to be watched: yields the share done after each generation. */
export function* growStanding(
  grow: Grow,
  founder: Genome,
  count: number,
  generations: number,
  seed: number,
): Generator<number, Creature[]> {
  const fill = (generation: number, born: (birthSeed: number) => Genome): Creature[] => {
    const living: Creature[] = [];
    for (let birth = 0; living.length < count && birth < 4 * count; birth++) {
      const birthSeed = draw(seed, Stream.standing, generation, birth);
      const genome = born(birthSeed);
      const body = grow(genome, draw(birthSeed, Stream.development, 0), MILD);
      if (isViable(rowOf(body))) living.push({ genome, body });
    }
    return living;
  };
  let living = fill(0, (birthSeed) => mutate(founder.slice(), birthSeed, STANDING_RATE));
  for (let generation = 1; generation <= generations; generation++) {
    yield generation / (generations + 1);
    const parents = living.map(({ genome }) => genome);
    living = fill(generation, (birthSeed) => mateFreely(parents, 1, birthSeed)[0] ?? founder);
  }
  return living;
}
