/** Seasons put together from the same two parts, and how a population lives through one. */
import { type Grow, type GrowthConditions, MILD } from '../../sim/embryo/body.ts';
import type { Genome } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { TraitName } from '../../sim/trait-names.ts';
import { type Grown, growAll, isViable } from '../breed.ts';
import { type Point, pointOf, type Yardstick } from '../yardstick.ts';

/** What warmth and what food ask for: slender in the warm, pale where food is plenty; and the reverse. */
export const TRAITS: readonly TraitName[] = ['slenderness', 'luminance'];
export const FAR = 1.5;
/** Temperature and nutrition of the seasons, either way. */
export const CLIMATE = 70;
/** A season is warm or cold, and rich or poor: four combinations. */
export const SEASONS = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;
/** Times that each population is grown for a test. */
const LITTERS = 3;

/** `season`: a place in SEASONS. */
export function conditionsOf(season: number): GrowthConditions {
  const [warm, rich] = SEASONS[season] ?? [0, 0];
  return { ...MILD, temperature: CLIMATE * warm, nutrition: CLIMATE * rich };
}

export const targetOf = ({ traits }: Yardstick, season: number): Point =>
  traits.map((name) => FAR * (SEASONS[season]?.[TRAITS.indexOf(name)] ?? 0));

/** The chance of survival, 0 to 1, of each body of LITTERS of a population in a season; 0 for one that fails to develop. */
export const survivals = (
  grow: Grow,
  stick: Yardstick,
  genomes: readonly Genome[],
  season: number,
  seed: number,
): number[] =>
  Array.from({ length: LITTERS }, (_, litter) =>
    growAll(grow, genomes, draw(seed, Stream.exam, season, litter), conditionsOf(season)),
  )
    .flat()
    .map((one) => (isViable(one) ? survival(stick, one, targetOf(stick, season)) : 0));

/** For each trait 1 ÷ (1 + d²), d being standard deviations off what is asked for, multiplied. */
export const survival = (stick: Yardstick, { traits }: Grown, target: Point): number =>
  pointOf(stick, traits).reduce((product, value, at) => product / (1 + (value - (target[at] ?? 0)) ** 2), 1);
