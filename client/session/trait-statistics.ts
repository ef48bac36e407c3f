/** Traits of a habitat in numbers: mean, spread and distribution of a generation, and their course. Plain functions. */
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import { type GenerationRecord, isMeasured, rangeOf } from './history.ts';

export interface Summary {
  readonly generation: number;
  /** Creatures born. */
  readonly born: number;
  /** Mean of all born; in the trait's own unit, as are all below. NaN where nobody was born. */
  readonly mean: number;
  /** Standard deviation of all born: they are everyone, not a sample, so it divides by their number. */
  readonly spread: number;
  readonly least: number;
  readonly most: number;
  /** Null while the season is still to come. */
  readonly survivors: number | null;
  /** Mean of those who lived through the season; null while it is to come, and where nobody did. */
  readonly survivorMean: number | null;
}

/** A trait's values of a habitat's creatures, in their order. */
export function valuesOf(record: GenerationRecord, habitat: number, trait: TraitName): Int16Array {
  const [start, end] = rangeOf(record, habitat);
  const column = TRAITS.indexOf(trait);
  return Int16Array.from({ length: end - start }, (_, at) => record.traits[(start + at) * TRAITS.length + column] ?? 0);
}

const meanOf = (values: Int16Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Null while not all of the generation has been measured. */
export function summarise(record: GenerationRecord, habitat: number, trait: TraitName): Summary | null {
  if (!isMeasured(record)) return null;
  const values = valuesOf(record, habitat, trait);
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const living = livingOf(record, habitat, values);
  return {
    generation: record.generation,
    born: values.length,
    mean,
    spread: Math.sqrt(squares / values.length),
    least: values.length > 0 ? Math.min(...values) : Number.NaN,
    most: values.length > 0 ? Math.max(...values) : Number.NaN,
    survivors: record.decided ? living.length : null,
    survivorMean: record.decided && living.length > 0 ? meanOf(living) : null,
  };
}

function livingOf(record: GenerationRecord, habitat: number, values: Int16Array): Int16Array {
  const [start] = rangeOf(record, habitat);
  return values.filter((_, at) => record.causes[start + at] === 0);
}

/** The course of a trait in a habitat, one place for each generation from 0 to `last`; null where it is not known (yet). */
export function courseOf(
  records: readonly GenerationRecord[],
  habitat: number,
  trait: TraitName,
  last: number,
): (Summary | null)[] {
  const course = Array.from({ length: last + 1 }, (): Summary | null => null);
  for (const record of records) {
    if (record.generation <= last) course[record.generation] = summarise(record, habitat, trait);
  }
  return course;
}

export interface Histogram {
  /** One more than there are bins: bin b holds values from edges[b] to below edges[b + 1]. Whole numbers. */
  readonly edges: readonly number[];
  readonly born: readonly number[];
  readonly survived: readonly number[];
}

/** So many bins at most. */
const BINS = 16;
const ROUND_STEPS = [1, 2, 5];

/** Edges at round numbers that hold all values from `least` to `most`. */
export function edgesFor(least: number, most: number): number[] {
  let step = 1;
  for (let power = 0; (most - least) / step >= BINS - 1; power++) {
    step = (ROUND_STEPS[power % 3] ?? 1) * 10 ** Math.floor(power / 3);
  }
  const first = Math.floor(least / step) * step;
  const bins = Math.floor((most - first) / step) + 1;
  return Array.from({ length: bins + 1 }, (_, at) => first + at * step);
}

export function histogramOf(
  record: GenerationRecord,
  habitat: number,
  trait: TraitName,
  edges: readonly number[],
): Histogram {
  const [start] = rangeOf(record, habitat);
  const [first = 0, second = 1] = edges;
  const born = new Array<number>(edges.length - 1).fill(0);
  const survived = new Array<number>(edges.length - 1).fill(0);
  for (const [at, value] of valuesOf(record, habitat, trait).entries()) {
    const bin = Math.floor((value - first) / (second - first));
    if (bin < 0 || bin >= born.length) continue;
    born[bin] = (born[bin] ?? 0) + 1;
    if (record.decided && record.causes[start + at] === 0) survived[bin] = (survived[bin] ?? 0) + 1;
  }
  return { edges, born, survived };
}

/** How many of the others in its habitat a creature exceeds in a trait, and how many there are. */
export function placeAmong(
  record: GenerationRecord,
  habitat: number,
  index: number,
  trait: TraitName,
): { readonly above: number; readonly others: number } {
  const values = valuesOf(record, habitat, trait);
  const own = values[index - rangeOf(record, habitat)[0]] ?? 0;
  return { above: values.filter((value) => value < own).length, others: Math.max(0, values.length - 1) };
}
