/**
 * What a line of the model card is. A claim is measured once for each seed, in a worker thread; what the seeds say together,
 * with an interval, stands on the page. Whatever a measurement draws by chance must follow from its seed.
 */
import type { BeginGrowth, Body, Grow } from '../../shared/sim/embryo/body.ts';
import type { Founder } from '../../shared/sim/founders.ts';

/** With what a claim is measured. Nothing else may come in: the same lab gives the same sample. */
export interface Lab {
  /** 0 to 2^32 - 1; decides every draw of this sample. */
  readonly seed: number;
  /** The whole library, in its order. */
  readonly founders: readonly Founder[];
  readonly grow: Grow;
  readonly beginGrowth: BeginGrowth;
}

/** One number that a claim is judged by; a claim may have several, and holds only if each that has a bar does. */
export interface Figure {
  /** Names it among the figures of a claim, for the JSON. */
  readonly key: string;
  /** What it is, in a few plain words: “neutral share of mutants”. */
  readonly name: string;
  /** Written after the number: “times”, “%” (then values are in per cent), or nothing. */
  readonly unit: string;
  /** Digits after the point on the page. */
  readonly digits: number;
  /** The bar in words, “at least 10”, and as a test. A figure without one is for information: it cannot fail. */
  readonly bar?: Bar;
  /** Ratios are averaged, and given an interval, as logarithms: 2 and ½ lie as far from 1. They must be above 0. */
  readonly ratio?: boolean;
}

export interface Bar {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

export interface Claim {
  /** Small letters and hyphens; what --only takes. */
  readonly key: string;
  /** A few words. */
  readonly title: string;
  /** The claim in plain words, for a pupil of 15. */
  readonly claim: string;
  /** What was measured, and how, for a biologist who wants to redo it: sample sizes, definitions. */
  readonly measurement: string;
  /** The first with a bar is the line's own, and one there must be; the others are parts of the claim. */
  readonly figures: readonly Figure[];
  /** One seed's measurement. Pure, and under a minute of one core. */
  readonly measure: (lab: Lab) => Sample;
  /** Papers to hold it against. */
  readonly sources?: readonly Source[];
  /** What stands beside the numbers whatever they are: what agrees with a paper, what to keep in mind. A paragraph each. */
  readonly remarks?: readonly string[];
  /** If it does not hold, or did not at first: what was tried, and what came of it. */
  readonly tried?: string;
  /** Lines of the card, or published experiments done again. Default: 'line'. */
  readonly kind?: 'line' | 'experiment';
}

export interface Source {
  readonly text: string;
  readonly url: string;
}

/** The place of the line's own figure: the first that has a bar. Throws a RangeError when none has. */
export function ownFigure({ key, figures }: Claim): number {
  const at = figures.findIndex(({ bar }) => bar !== undefined);
  if (at < 0) throw new RangeError(`The claim "${key}" has no figure with a bar.`);
  return at;
}

/** What one seed says. Must survive structured cloning (plain objects, typed arrays). */
export interface Sample {
  /** By figure key; one for each figure of the claim. NaN is never right: leave no figure out. */
  readonly figures: Readonly<Record<string, number>>;
  /** Every seed must make the same charts: same titles, names and lengths; they are merged point by point. */
  readonly charts: readonly Chart[];
  /** Bodies to look at, in rows; the page shows those of the first seed. Few: at most 40 a claim. */
  readonly pictures: readonly PictureRow[];
}

export interface PictureRow {
  readonly caption: string;
  readonly bodies: readonly { readonly label: string; readonly body: Body }[];
}

export type Chart = BarChart | LineChart | PointChart;

interface ChartBase {
  readonly title: string;
  readonly xName: string;
  readonly yName: string;
  /** A dashed line across, where a bar is. */
  readonly marks?: readonly { readonly at: number; readonly name: string }[];
}

/** A bar for each name, one beside the other for each series. The page shows means over seeds, with the range. */
export interface BarChart extends ChartBase {
  readonly kind: 'bars';
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A line for each series over the same x. The page shows means over seeds, with the range as a band. */
export interface LineChart extends ChartBase {
  readonly kind: 'lines';
  readonly x: readonly number[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A cloud for each series. The page shows the points of all seeds together. */
export interface PointChart extends ChartBase {
  readonly kind: 'points';
  readonly series: readonly { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] }[];
}
