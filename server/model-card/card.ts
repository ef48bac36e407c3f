/** The card as numbers: what stands in card.json, and what the page is made from. */
import { type Claim, ownFigure, type Sample } from './claim.ts';
import type { Measured } from './run.ts';
import { allHold, type Summary, summariesOf } from './summary.ts';

export interface CardFigure {
  readonly key: string;
  /** What the number is. */
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** 95 % confidence interval over seeds. */
  readonly low: number;
  readonly high: number;
  /** In words; null for a figure that is for information. */
  readonly bar: string | null;
  readonly holds: boolean | null;
  /** Of each seed, in their order. */
  readonly values: readonly number[];
}

/** A line. Value, interval, bar and name are those of its own figure; it holds if every figure with a bar does. */
export interface CardLine extends Omit<CardFigure, 'values' | 'bar' | 'holds'> {
  readonly title: string;
  readonly claim: string;
  readonly measurement: string;
  readonly bar: string;
  readonly holds: boolean;
  readonly figures: readonly CardFigure[];
}

export interface Provenance {
  /** Of the sources that were measured. */
  readonly commit: string;
  /** False when files differed from that commit. */
  readonly clean: boolean;
  readonly kernel: string;
  readonly founders: number;
  /** The seed from which the others follow. */
  readonly seed: number;
  readonly seeds: readonly number[];
}

export interface Card extends Provenance {
  readonly lines: readonly CardLine[];
  readonly experiments: readonly CardLine[];
}

/** More digits would be noise: the same run gives the same file. */
const rounded = (value: number): number => Number(value.toPrecision(6));

export function cardOf(provenance: Provenance, measured: readonly Measured[]): Card {
  const of = (kind: 'line' | 'experiment'): CardLine[] =>
    measured.filter(({ claim }) => (claim.kind ?? 'line') === kind).map(({ claim, samples }) => lineOf(claim, samples));
  return { ...provenance, lines: of('line'), experiments: of('experiment') };
}

function lineOf(claim: Claim, samples: readonly Sample[]): CardLine {
  const summaries = summariesOf(claim, samples);
  const figures = claim.figures.map((figure, at) => figureOf(figure, summaries[at]));
  const own = figures[ownFigure(claim)];
  if (!own?.bar) throw new RangeError(`The claim "${claim.key}" has no figure with a bar.`);
  const { value, low, high, name, unit, bar } = own;
  const { key, title, measurement } = claim;
  return {
    key,
    title,
    claim: claim.claim,
    measurement,
    name,
    unit,
    value,
    low,
    high,
    bar,
    holds: allHold(summaries),
    figures,
  };
}

function figureOf({ key, name, unit, bar }: Claim['figures'][number], summary: Summary | undefined): CardFigure {
  if (!summary) throw new RangeError(`Nothing was measured for ${name}.`);
  const { value, low, high, holds, values } = summary;
  return {
    key,
    name,
    unit,
    value: rounded(value),
    low: rounded(low),
    high: rounded(high),
    bar: bar?.words ?? null,
    holds: holds ?? null,
    values: values.map(rounded),
  };
}
