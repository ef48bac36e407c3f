/** What several seeds say together: a mean with its interval, and whether it passes the bar. */
import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { Claim, Figure, Sample } from './claim.ts';

export interface Summary {
  readonly value: number;
  /** 95 % confidence interval. */
  readonly low: number;
  readonly high: number;
  /** Undefined: a figure without a bar. */
  readonly holds: boolean | undefined;
  /** Of each seed, in their order. */
  readonly values: readonly number[];
}

/** Student's t for two-sided 95 %, by degrees of freedom from 1; as in any book of statistical tables. */
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** With one seed nothing is known of the scatter, and more have no place in the table. */
export const SEEDS_MIN = 2;
export const SEEDS_MAX = T_95.length + 1;

/**
 * Mean over seeds and 95 % interval by Student's t; for ratios of their logarithms, turned back. The interval tells how far
 * another set of seeds would move the number; the founders are the whole library, no sample of one.
 */
export function summarise(figure: Figure, values: readonly number[]): Summary {
  const { bar, ratio = false } = figure;
  const scaled = ratio ? values.map(Math.log) : [...values];
  const middle = mean(scaled);
  const t = T_95[values.length - 2];
  if (t === undefined || !Number.isFinite(middle)) {
    throw new RangeError(`No interval can be given for ${figure.name} from ${values.join(', ')}.`);
  }
  const half = (t * sampleStandardDeviation(scaled)) / Math.sqrt(values.length);
  const [value, low, high] = [middle, middle - half, middle + half].map((at) => (ratio ? Math.exp(at) : at));
  if (value === undefined || low === undefined || high === undefined) throw new RangeError('Three numbers were made.');
  return { value, low, high, holds: bar?.holds(value), values };
}

/** The summaries of a claim's figures, in their order. */
export const summariesOf = (claim: Claim, samples: readonly Sample[]): Summary[] =>
  claim.figures.map((figure) =>
    summarise(
      figure,
      samples.map(({ figures }) => figures[figure.key] ?? Number.NaN),
    ),
  );

/** A claim holds only if each of its figures does that has a bar. */
export const allHold = (summaries: readonly Summary[]): boolean => summaries.every(({ holds }) => holds !== false);
