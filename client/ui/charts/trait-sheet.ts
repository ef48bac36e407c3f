/** A trait's course as a table. */
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import { number, t } from '../../i18n/i18n.ts';
import type { Sheet } from '../../session/sheet.ts';
import type { Summary } from '../../session/trait-statistics.ts';
import { unitOf } from '../../session/trait-units.ts';
import { meanWords } from './amounts.ts';

export interface NamedCourse {
  /** The habitat's number, as people count. */
  readonly name: string;
  readonly course: readonly (Summary | null)[];
}

/** The first habitat in full, of the others the means. `taken` has the same columns with all decimals. */
export function traitSheet(trait: TraitName, courses: readonly NamedCourse[]): { shown: Sheet; taken: Sheet } {
  const [own, ...others] = courses;
  const headers = [
    t('charts.generationAxis'),
    t('charts.born'),
    t('charts.lived'),
    t('charts.mean'),
    t('charts.spread'),
    t('charts.least'),
    t('charts.most'),
    t('charts.survivorMean'),
    ...others.map(({ name }) => t('charts.meanOf', { habitat: name })),
  ];
  const rows = (cell: Cell): (string | number)[][] =>
    (own?.course ?? []).map((summary, generation) => [
      generation + 1,
      ...columnsOf(summary, cell),
      ...others.map(({ course }) => cell.mean(course[generation]?.mean ?? null)),
    ]);
  const { divisor } = unitOf(trait);
  const exact = (value: number | null): string | number =>
    value === null || !Number.isFinite(value) ? '' : value / divisor;
  return {
    shown: {
      headers,
      rows: rows({
        mean: (value) => meanWords(trait, value),
        count: (value) => (value === null ? '–' : number(value)),
      }),
    },
    taken: { headers, rows: rows({ mean: exact, count: (value) => value ?? '' }) },
  };
}

interface Cell {
  readonly mean: (value: number | null) => string | number;
  readonly count: (value: number | null) => string | number;
}

function columnsOf(summary: Summary | null, { mean, count }: Cell): (string | number)[] {
  return [
    count(summary?.born ?? null),
    count(summary?.survivors ?? null),
    mean(summary?.mean ?? null),
    mean(summary?.spread ?? null),
    mean(summary?.least ?? null),
    mean(summary?.most ?? null),
    mean(summary?.survivorMean ?? null),
  ];
}
