/** What is to be seen when in a film, and where: plain numbers, for whoever draws them. */

/** A film of all generations is at most so many pictures long, give or take a generation's. */
const MOST_FRAMES = 300;
const FRAMES_A_GENERATION = { least: 2, most: 12 } as const;

export interface HistoryMoment {
  readonly generation: number;
  /** 0 (all are there) to 1 (the season is over), as in session/moment.ts. */
  readonly season: number;
}

/** How many pictures each generation has in a film of so many generations. */
export const framesEach = (generations: number): number =>
  Math.max(
    FRAMES_A_GENERATION.least,
    Math.min(FRAMES_A_GENERATION.most, Math.floor(MOST_FRAMES / Math.max(1, generations))),
  );

/** The moment on picture `frame`: each generation is seen whole at first, and as its season left it at last. */
export function momentAt(frame: number, generations: number): HistoryMoment {
  const each = framesEach(generations);
  return { generation: Math.floor(frame / each), season: (frame % each) / (each - 1) };
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Side of a cell. */
  readonly cell: number;
}

/** The largest square cells of which `count` find room in a field. */
export function gridFor(count: number, width: number, height: number): Grid {
  let best: Grid = { columns: 1, rows: Math.max(1, count), cell: 0 };
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.max(1, Math.ceil(count / columns));
    const cell = Math.floor(Math.min(width / columns, height / rows));
    if (cell > best.cell) best = { columns, rows, cell };
  }
  return best;
}
