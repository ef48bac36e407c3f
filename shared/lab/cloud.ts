/**
 * The cloud of twins: how far bodies of one genome scatter in the space of traits. What lies inside it could be taken for a
 * twin; what lies outside has been changed visibly.
 */
import { mean, median, quantile, sampleStandardDeviation } from 'simple-statistics';
import type { Grow } from '../sim/embryo/body.ts';
import type { Founder } from '../sim/founders.ts';
import type { Genome } from '../sim/genome.ts';
import { mix } from '../sim/rng.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { cloneRows, column, isViable, type Row } from './trait-rows.ts';

export interface Cloud {
  /** Whose twins they are. */
  readonly genome: Genome;
  /** Means of the traits over twins. */
  readonly centre: Row;
  /** What counts as one step in each trait: the standard deviation of twins, or the floor below, whichever is larger. */
  readonly scale: Row;
  /** The distance within which 95 % of fresh twins lie. */
  readonly limit: number;
}

/** Twins by which the middle and the width of a cloud are found, and as many others by which its limit is. */
export const CLOUD_TWINS = 48;
const INSIDE = 0.95;
/** Traits are whole numbers: half a unit is the least step that means anything. */
const LEAST_STEP = 0.5;

/**
 * A cloud for each founder. Where a species' twins (nearly) agree in a trait, half of what is usual among the founders' twins
 * counts as a step: otherwise a single cell of a new tissue would be infinitely visible.
 */
export function cloudsOf(grow: Grow, founders: readonly Pick<Founder, 'genome'>[], seed: number): Cloud[] {
  const litters = founders.map(({ genome }, f) => cloneRows(grow, genome, 2 * CLOUD_TWINS, mix(seed + f)));
  const spreads = litters.map((rows) => spreadOf(rows.slice(0, CLOUD_TWINS)));
  const least = leastSteps(spreads);
  return founders.map(({ genome }, f) => {
    const rows = litters[f] ?? [];
    const centre = centreOf(rows.slice(0, CLOUD_TWINS));
    const scale = stepsOf(spreads[f] ?? [], least);
    const fresh = rows.slice(CLOUD_TWINS).map((row) => distance({ centre, scale }, row));
    return { genome, centre, scale, limit: quantile(fresh, INSIDE) };
  });
}

export const centreOf = (rows: readonly Row[]): Row => TRAITS.map((_, t) => mean(column(rows, t)));

/** The least that counts as a step in each trait, from the spread of many species' twins. */
export const leastSteps = (spreads: readonly Row[]): Row =>
  TRAITS.map((_, t) => Math.max(LEAST_STEP, median(column(spreads, t)) / 2));

/** What counts as one step in each trait, from the spread of twins. */
export const stepsOf = (spread: Row, least: Row): Row => least.map((floor, t) => Math.max(floor, spread[t] ?? 0));

/** Standard deviations of the traits. */
export const spreadOf = (rows: readonly Row[]): Row => TRAITS.map((_, t) => sampleStandardDeviation(column(rows, t)));

/** Steps from the middle of the cloud to a body, trait by trait. */
export const shift = ({ centre, scale }: Pick<Cloud, 'centre' | 'scale'>, row: Row): number[] =>
  row.map((value, t) => (value - (centre[t] ?? 0)) / (scale[t] ?? 1));

/** Root mean square of the shift over all traits. */
export const distance = (cloud: Pick<Cloud, 'centre' | 'scale'>, row: Row): number =>
  Math.sqrt(mean(shift(cloud, row).map((steps) => steps * steps)));

/** Whether a body could not be taken for a twin; one that failed to develop never can. */
export const isOutside = (cloud: Cloud, row: Row): boolean => !isViable(row) || distance(cloud, row) > cloud.limit;

/** Share of the bodies outside the cloud, 0 to 1. */
export const outsideShare = (cloud: Cloud, rows: readonly Row[]): number =>
  mean(rows.map((row) => Number(isOutside(cloud, row))));
