/** In what responses are measured: standard deviations of the settlers of a species, that is of the population at the start. */
import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { Grow } from '../sim/embryo/body.ts';
import type { Genome } from '../sim/genome.ts';
import type { TraitName } from '../sim/trait-names.ts';
import { TRAIT_INFO, type Traits } from '../sim/traits.ts';
import { type Grown, growAll, isViable, type Score } from './breed.ts';
import { settlers } from './populations.ts';

/** Settlers grown to lay a yardstick: a standard deviation is then known to 5 %. */
const SETTLERS = 200;
/** A trait that scatters by less than this share of its range has no scale to be measured in (an absent tissue, say). */
const LEAST_SCATTER = 0.005;

export interface Yardstick {
  readonly traits: readonly TraitName[];
  /** Of each of these traits among settlers: the mean, and the phenotypic standard deviation. */
  readonly middle: readonly number[];
  readonly step: readonly number[];
}

/** A place in the space of a yardstick's traits: standard deviations from the settlers' mean, trait by trait. */
export type Point = readonly number[];

/** A yardstick of those among `traits` that vary among the settlers of this founder. */
export function yardstick(grow: Grow, founder: Genome, traits: readonly TraitName[], seed: number): Yardstick {
  const grown = growAll(grow, settlers(founder, SETTLERS, seed), seed).filter(isViable);
  const measured = traits.map((name) => {
    const values = grown.map((one) => one.traits[name]);
    return { name, middle: mean(values), step: sampleStandardDeviation(values) };
  });
  const used = measured.filter(
    ({ name, step }) => step >= LEAST_SCATTER * (TRAIT_INFO[name].high - TRAIT_INFO[name].low),
  );
  return {
    traits: used.map(({ name }) => name),
    middle: used.map(({ middle }) => middle),
    step: used.map(({ step }) => step),
  };
}

export const pointOf = ({ traits, middle, step }: Yardstick, of: Traits): Point =>
  traits.map((name, at) => (of[name] - (middle[at] ?? 0)) / (step[at] ?? 1));

/** Point by point, the mean over creatures. */
export function centre(points: readonly Point[]): Point {
  const first = points[0] ?? [];
  return first.map((_, at) => mean(points.map((point) => point[at] ?? 0)));
}

export const meanPoint = (stick: Yardstick, creatures: readonly Grown[]): Point =>
  centre(creatures.map(({ traits }) => pointOf(stick, traits)));

export const squaredDistance = (a: Point, b: Point): number =>
  a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);
export const distance = (a: Point, b: Point): number => Math.sqrt(squaredDistance(a, b));

/** Stabilising selection towards a point: the nearer the better. */
export const towards =
  (stick: Yardstick, target: Point): Score =>
  ({ traits }) =>
    -squaredDistance(pointOf(stick, traits), target);

/** How far along the line from `from` to `to` a point lies: 0 at the one, 1 at the other. */
export function progress(point: Point, from: Point, to: Point): number {
  const whole = squaredDistance(from, to);
  return point.reduce((sum, value, at) => {
    const origin = from[at] ?? 0;
    return sum + ((value - origin) * ((to[at] ?? 0) - origin)) / whole;
  }, 0);
}
