/** What the trials gave for many species: the numbers of the committed page. */
import { median } from 'simple-statistics';
import { MILD } from '../../sim/embryo/body.ts';
import type { Kernel } from '../../sim/embryo/kernel.ts';
import type { Founder } from '../../sim/founders.ts';
import { conduct } from '../experiment.ts';
import { compareMetaphors, prepareMetaphors } from './compare.ts';
import { METAPHORS, type Metaphor, ofEach } from './encoding.ts';
import { MEASURES, round, type Table, winners } from './scores.ts';

export interface SpeciesTried {
  /** The founder's key. */
  readonly key: string;
  /** The fingerprint of the bodies (compare.ts). */
  readonly print: string;
  readonly table: Table;
}

/** The terms on which the committed numbers were measured: those at which the bench's dials first stand. */
export const USUAL_TERMS = { noiseSeed: 1, jitter: 2, oven: 60 } as const;

/** A species on trial, in mild conditions. */
export function trySpecies(kernel: Kernel, { key, genome }: Pick<Founder, 'key' | 'genome'>): SpeciesTried {
  const creature = { genome, noiseSeed: USUAL_TERMS.noiseSeed, conditions: MILD };
  const prepared = conduct(prepareMetaphors, kernel, creature);
  const { table, print } = conduct(compareMetaphors, kernel, { ...creature, ...USUAL_TERMS, prepared });
  return { key, print, table };
}

export interface Measured {
  readonly kernel: string;
  readonly species: readonly SpeciesTried[];
  /** Over the species. */
  readonly medians: Table;
  /** By measure: whose median is the best. */
  readonly winners: Readonly<Record<string, readonly Metaphor[]>>;
  /** By measure: in how many species each is the best, alone or level with others. */
  readonly times: Readonly<Record<string, Readonly<Record<Metaphor, number>>>>;
}

export function summarise(kernel: string, species: readonly SpeciesTried[]): Measured {
  const medians = ofEach((metaphor) =>
    Object.fromEntries(
      MEASURES.map(({ key, digits }) => [
        key,
        round(median(species.map(({ table }) => table[metaphor][key] ?? Number.NaN)), digits),
      ]),
    ),
  );
  const byMeasure = <Value>(of: (measure: (typeof MEASURES)[number]) => Value): Record<string, Value> =>
    Object.fromEntries(MEASURES.map((measure) => [measure.key, of(measure)]));
  return {
    kernel,
    species,
    medians,
    winners: byMeasure((measure) => winners(medians, measure)),
    times: byMeasure((measure) =>
      ofEach((metaphor) => species.filter(({ table }) => winners(table, measure).includes(metaphor)).length),
    ),
  };
}

/** The measures in which a metaphor's median is the best, alone or level with others. */
export const wonBy = ({ winners: best }: Pick<Measured, 'winners'>, metaphor: Metaphor): string[] =>
  MEASURES.filter(({ key }) => best[key]?.includes(metaphor)).map(({ key }) => key);

/** Metaphors that win nothing: the page says so too. */
export const winless = (measured: Pick<Measured, 'winners'>): Metaphor[] =>
  METAPHORS.filter((metaphor) => wonBy(measured, metaphor).length === 0);
