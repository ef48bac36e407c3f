/** The pens of a program: few tissues-with-colours that stand for all cells of a body. */
import { type Body, SITES } from '../../sim/embryo/body.ts';

/** Tissue, red, green, blue. */
export type Pen = readonly [number, number, number, number];
type Cell = readonly [tissue: number, red: number, green: number, blue: number];

export const cellAt = (body: Body, site: number): Cell => [
  body[site] ?? 0,
  body[SITES + site] ?? 0,
  body[2 * SITES + site] ?? 0,
  body[3 * SITES + site] ?? 0,
];

/**
 * At most `count` pens (but one for each tissue at least): cells are parted by tissue, then, again and again, the group whose colours
 * scatter most is cut in two at the mean of its widest colour. Each pen has the mean colour of its group.
 */
export function choosePens(body: Body, count: number): Pen[] {
  const groups: Cell[][] = [];
  for (let tissue = 1; tissue < 8; tissue++) {
    const cells: Cell[] = [];
    for (let site = 0; site < SITES; site++) if (body[site] === tissue) cells.push(cellAt(body, site));
    if (cells.length > 0) groups.push(cells);
  }
  while (groups.length < count) {
    const scatters = groups.map((cells) => Math.max(...([1, 2, 3] as const).map((colour) => scatter(cells, colour))));
    const widest = scatters.indexOf(Math.max(...scatters));
    const cells = groups[widest];
    if (cells === undefined || scatters[widest] === 0) break;
    groups.splice(widest, 1, ...cut(cells));
  }
  return groups
    .map((cells): Pen => [cells[0]?.[0] ?? 0, ...colours((colour) => Math.round(mean(cells, colour)))])
    .sort((a, b) => a[0] - b[0] || light(a) - light(b));
}

const colours = (of: (colour: 1 | 2 | 3) => number): [number, number, number] => [of(1), of(2), of(3)];
const light = ([, red, green, blue]: Pen): number => red + green + blue;

const mean = (cells: readonly Cell[], colour: 1 | 2 | 3): number =>
  cells.reduce((sum, cell) => sum + cell[colour], 0) / cells.length;

/** Sum of squares. */
function scatter(cells: readonly Cell[], colour: 1 | 2 | 3): number {
  const middle = mean(cells, colour);
  return cells.reduce((sum, cell) => sum + (cell[colour] - middle) * (cell[colour] - middle), 0);
}

function cut(cells: readonly Cell[]): [Cell[], Cell[]] {
  const scatters = colours((colour) => scatter(cells, colour));
  const colour = ([1, 2, 3] as const)[scatters.indexOf(Math.max(...scatters))] ?? 1;
  const middle = mean(cells, colour);
  return [cells.filter((cell) => cell[colour] <= middle), cells.filter((cell) => cell[colour] > middle)];
}
