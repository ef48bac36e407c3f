/** Three environments, lineages that alternate between two of them, and the way from one to another. */
import type { Grow } from '../../sim/embryo/body.ts';
import type { Genome } from '../../sim/genome.ts';
import type { TraitName } from '../../sim/trait-names.ts';
import { breeding, type Grown } from '../breed.ts';
import { meanPoint, type Point, progress, towards, type Yardstick } from '../yardstick.ts';

export const TRAITS: readonly TraitName[] = ['slenderness', 'size', 'red', 'blue'];
/** Each environment asks for traits this far from the settlers' mean, in standard deviations. */
export const FAR = 3;
/** Each as far from the others: every two agree in two of the four traits. */
const environment = (...signs: number[]): Point => signs.map((sign) => sign * FAR);
export const OLD = environment(1, 1, -1, -1);
export const NEW = environment(1, -1, 1, -1);
export const BETWEEN = environment(1, -1, -1, 1);
/** Generations in one environment at a time. */
export const EPOCH = 6;
export const CYCLES = 12;
/** Adapted when the population's mean has come this share of the way. */
export const ARRIVED = 0.7;
/** Who has not arrived by then counts as arriving then. */
export const PATIENCE = 30;

/** A target in all of TRAITS, onto those that this founder varies in. */
export const onto = ({ traits }: Yardstick, target: Point): Point =>
  traits.map((name) => target[TRAITS.indexOf(name)] ?? 0);

export interface Alternation {
  /** The environment that takes turns with BETWEEN, which is the last. */
  readonly home: Point;
  readonly cycles: number;
  readonly seed: number;
}

/** A lineage that has alternated between an environment and the one between, and is now in the latter. */
export function alternate(
  grow: Grow,
  stick: Yardstick,
  start: readonly Genome[],
  { home, cycles, seed }: Alternation,
): Generator<number, Genome[]> {
  const seasons = [
    { score: towards(stick, onto(stick, home)) },
    { score: towards(stick, onto(stick, BETWEEN)) },
  ] as const;
  return breeding(grow, start, {
    generations: 2 * cycles * EPOCH,
    seed,
    season: (generation) => (Math.floor(generation / EPOCH) % 2 === 0 ? seasons[0] : seasons[1]),
  });
}

export interface Arrival {
  /** Generations until ARRIVED, with a fraction. */
  readonly generations: number;
  /** Share of the way from BETWEEN, generation by generation. */
  readonly way: readonly number[];
  /** At the change, and four generations later. */
  readonly first: readonly Grown[];
  readonly fourth: readonly Grown[];
}

export interface Change {
  readonly target: Point;
  /** Watched for so many generations even when it has arrived. */
  readonly least: number;
  readonly seed: number;
}

/** A lineage in BETWEEN is bred for another environment, until it has arrived. */
export function* arrive(
  grow: Grow,
  stick: Yardstick,
  from: readonly Genome[],
  { target, least, seed }: Change,
): Generator<number, Arrival> {
  const [origin, goal] = [onto(stick, BETWEEN), onto(stick, target)];
  const season = { score: towards(stick, goal) };
  const way: number[] = [];
  const seen: (readonly Grown[])[] = [];
  yield* breeding(grow, from, {
    generations: PATIENCE + 1,
    seed,
    season: () => season,
    watch: (creatures) => {
      way.push(progress(meanPoint(stick, creatures), origin, goal));
      if (seen.length < 5) seen.push(creatures);
      return (way.at(-1) ?? 0) >= ARRIVED && way.length > least;
    },
  });
  return { generations: arrival(way), way, first: seen[0] ?? [], fourth: seen[4] ?? [] };
}

/** When the way first reached ARRIVED, interpolated; PATIENCE if it never did. */
export function arrival(way: readonly number[]): number {
  const at = way.findIndex((share) => share >= ARRIVED);
  const [before, after] = [way[at - 1], way[at]];
  if (after === undefined) return PATIENCE;
  if (before === undefined) return 0;
  return at - (after - ARRIVED) / (after - before);
}
