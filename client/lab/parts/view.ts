/** A bench with several views shows one at a time; each of them is a hook that gives its parts. */
import type { ComponentChildren } from 'preact';
import type { Sheet } from '../../session/sheet.ts';
import type { Run } from '../frame/use-experiment.ts';

export interface View {
  readonly runs: readonly Run[];
  readonly print: string | undefined;
  /** Names of the dials that this view has besides those of the bench. */
  readonly dials: readonly string[];
  /** What came out, in a sentence or two; empty while nothing has. */
  readonly said: string;
  readonly picture: ComponentChildren;
  readonly table: { readonly caption: string; readonly shown: Sheet; readonly taken: Sheet } | null;
}

/** A table from rows of which numbers are written shorter to read than to take away. */
export function tableOf(
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  write: (value: number) => string,
): NonNullable<View['table']> {
  const said = (cell: string | number): string => (typeof cell === 'number' ? write(cell) : cell);
  return { caption, shown: { headers, rows: rows.map((row) => row.map(said)) }, taken: { headers, rows } };
}
