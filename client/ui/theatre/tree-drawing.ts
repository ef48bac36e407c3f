/** Draws a whole tree: ties below, pictures above, each in a canvas of its own, since ties change with who is picked. */
import { lineOf, type TreeNode, type WholeTree } from '../../session/whole-tree.ts';
import type { Portrait } from '../../worker/jobs.ts';

/** CSS pixels. */
export interface Extent {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

const COLUMN = 46;
/** Rows of a habitat that a page can hold, and of one too large for that. */
const ROW = 28;
const SMALL_ROW = 13;
const MANY_ROWS = 60;
const HEAD = 20;

export function extentOf({ columns, rows }: WholeTree): Extent {
  const row = rows > MANY_ROWS ? SMALL_ROW : ROW;
  return { column: COLUMN, row, width: columns * COLUMN, height: HEAD + rows * row };
}

/** The middle of a node’s place. */
export const placeOf = ({ generation, row }: TreeNode, extent: Extent): readonly [x: number, y: number] => [
  (generation + 0.5) * extent.column,
  HEAD + (row + 0.5) * extent.row,
];

/** The node under a point; -1 where there is none. */
export function nodeAt({ nodes }: WholeTree, extent: Extent, x: number, y: number): number {
  const generation = Math.floor(x / extent.column);
  const row = Math.floor((y - HEAD) / extent.row);
  return nodes.findIndex((node) => node.generation === generation && node.row === row);
}

/** Fits a canvas to the screen’s pixels, and empties it. */
export function prepare(canvas: HTMLCanvasElement, { width, height }: Extent): CanvasRenderingContext2D | null {
  const ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  context?.scale(ratio, ratio);
  return context;
}

export function drawTies(canvas: HTMLCanvasElement, tree: WholeTree, extent: Extent, picked: number): void {
  const context = prepare(canvas, extent);
  if (!context) return;
  const colour = (name: string): string => getComputedStyle(canvas).getPropertyValue(name).trim();
  const line = picked >= 0 ? lineOf(tree, picked) : new Set<number>();
  context.font = '12px sans-serif';
  context.fillStyle = colour('--ink-soft');
  context.textAlign = 'center';
  for (let generation = 0; generation < tree.columns; generation++) {
    context.fillText(String(generation + 1), (generation + 0.5) * extent.column, HEAD - 6);
  }
  // Those of the line last, so that nothing lies over them.
  for (const own of [false, true]) {
    context.strokeStyle = colour(own ? '--accent' : '--rule-strong');
    context.lineWidth = own ? 2.5 : 1;
    tree.nodes.forEach((node, at) => {
      const mother = tree.nodes[node.mother];
      if (line.has(at) !== own || !mother) return;
      const [fromX, fromY] = placeOf(mother, extent);
      const [x, y] = placeOf(node, extent);
      const middle = (fromX + x) / 2;
      context.beginPath();
      context.moveTo(fromX, fromY);
      context.bezierCurveTo(middle, fromY, middle, y, x, y);
      context.stroke();
    });
  }
  const radius = extent.row / 2 - 1;
  for (const [at, node] of tree.nodes.entries()) {
    const [x, y] = placeOf(node, extent);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colour(line.has(at) ? '--accent-wash' : '--plate');
    context.fill();
    if (at !== picked) continue;
    context.strokeStyle = colour('--accent');
    context.lineWidth = 2.5;
    context.stroke();
  }
}

/** One creature in its place; who did not live through its season is pale. */
export function drawCreature(
  context: CanvasRenderingContext2D,
  picture: Portrait,
  place: readonly [x: number, y: number],
  { row }: Extent,
  dead: boolean,
): void {
  const own = document.createElement('canvas');
  own.width = picture.width;
  own.height = picture.height;
  own.getContext('2d')?.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  const [x, y] = place;
  context.globalAlpha = dead ? 0.4 : 1;
  context.drawImage(own, x - row / 2, y - row / 2, row, row);
  context.globalAlpha = 1;
}
