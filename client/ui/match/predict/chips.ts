/** Chips on columns: a bet. Plain functions; none changes its argument. */

export const laidChips = (chips: readonly number[]): number => chips.reduce((sum, count) => sum + count, 0);

const changed = (chips: readonly number[], at: number, by: number): number[] =>
  chips.map((count, column) => (column === at ? count + by : count));

/** One more chip on a column, unless all `total` are laid. */
export const addChip = (chips: readonly number[], at: number, total: number): readonly number[] =>
  laidChips(chips) < total && chips[at] !== undefined ? changed(chips, at, 1) : chips;

/** One chip fewer on a column that has one. */
export const takeChip = (chips: readonly number[], at: number): readonly number[] =>
  (chips[at] ?? 0) > 0 ? changed(chips, at, -1) : chips;

/** One chip from a column to another. */
export const moveChip = (chips: readonly number[], from: number, to: number): readonly number[] =>
  from !== to && (chips[from] ?? 0) > 0 && chips[to] !== undefined ? changed(changed(chips, from, -1), to, 1) : chips;
