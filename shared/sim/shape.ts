/** Measures of shape, on boards of 32 × 32 sites. MODEL.md, "Traits", has each formula. */
import { type Board, bitCount, boardCount, dilate, emptyBoard, erode, mirrorBits } from './bitboard.ts';
import { LATTICE } from './embryo/body.ts';

/** A dip between two peaks of the outline must be this deep, in quarters of a cell, to part two segments. */
const SEGMENT_DIP = 6;
/** Rows that one tissue must lead for a band. */
const BAND_ROWS = 2;

/** No tissue is the commonest: an empty row. */
const NOTHING = -1;

const scratchA = emptyBoard();
const scratchB = emptyBoard();

/** Rows and columns from the first with a cell to the last, both counted. */
export function extent(whole: Board): [height: number, width: number] {
  let first = LATTICE;
  let last = -1;
  let columns = 0;
  for (let y = 0; y < LATTICE; y++) {
    const row = whole[y] ?? 0;
    if (row === 0) continue;
    first = Math.min(first, y);
    last = y;
    columns |= row;
  }
  return [last - first + 1, 32 - Math.clz32(columns) - Math.clz32(mirrorBits(columns))];
}

/** Best of five axes at and beside the middle of the cells: half for a cell opposite, half for the same tissue opposite. */
export function symmetry(whole: Board, tissues: readonly Board[], size: number, acrossTwice: number): number {
  const middle = Math.floor((acrossTwice + (size >>> 1)) / size);
  let best = 0;
  for (let axis = middle - 2; axis <= middle + 2; axis++) {
    let points = mirrored(whole, axis);
    for (const tissue of tissues) points += mirrored(tissue, axis);
    best = Math.max(best, points);
  }
  return Math.floor((500 * best) / size);
}

/** Cells of a board whose mirror site (x becomes axis - x) is in the board too. */
function mirrored(of: Board, axis: number): number {
  const shift = axis - 31;
  let count = 0;
  for (let y = 0; y < LATTICE; y++) {
    const row = of[y] ?? 0;
    if (row === 0) continue;
    const turned = mirrorBits(row);
    count += bitCount(row & (shift >= 0 ? turned << shift : turned >>> -shift));
  }
  return count;
}

/** Stretches of at least BAND_ROWS rows, from head to tail, in which the same tissue is the commonest. */
export function bands(tissues: readonly Board[]): number {
  let count = 0;
  let last = NOTHING;
  let length = 0;
  for (let y = 0; y < LATTICE; y++) {
    let commonest = NOTHING;
    let most = 0;
    for (let kind = 0; kind < tissues.length; kind++) {
      const cells = bitCount(tissues[kind]?.[y] ?? 0);
      if (cells > most) [commonest, most] = [kind, cells];
    }
    length = commonest === last ? length + 1 : 1;
    last = commonest;
    if (commonest !== NOTHING && length === BAND_ROWS) count++;
  }
  return count;
}

/** Peaks of the outline's width from head to tail, smoothed over three rows (1, 2, 1). */
export function waves(whole: Board): number {
  let peaks = 0;
  let rising = true;
  let extreme = 0;
  for (let y = -1; y <= LATTICE; y++) {
    const width = bitCount(whole[y - 1] ?? 0) + 2 * bitCount(whole[y] ?? 0) + bitCount(whole[y + 1] ?? 0);
    if (rising ? width > extreme : width < extreme) extreme = width;
    else if (rising && extreme - width >= SEGMENT_DIP) {
      peaks++;
      rising = false;
      extreme = width;
    } else if (!rising && width - extreme >= SEGMENT_DIP) {
      rising = true;
      extreme = width;
    }
  }
  return Math.max(1, peaks);
}

/**
 * Steps (diagonals allowed, through the body) from the trunk to the farthest cell. The trunk is every place where a square
 * of 5 × 5 sites fits into the body; in a body without one, of 3 × 3; else all of it.
 */
export function appendages(whole: Board): number {
  erode(whole, scratchA);
  erode(scratchA, scratchB);
  const thick = scratchB.some((row) => row !== 0);
  const thin = scratchA.some((row) => row !== 0);
  if (!thin) return 0;
  const trunk = new Int32Array(LATTICE);
  if (thick) {
    dilate(scratchB, scratchA);
    dilate(scratchA, trunk);
  } else dilate(scratchA, trunk);
  let reach = 0;
  for (let cells = boardCount(trunk); ; reach++) {
    dilate(trunk, scratchA);
    for (let y = 0; y < LATTICE; y++) trunk[y] = (scratchA[y] ?? 0) & (whole[y] ?? 0);
    const now = boardCount(trunk);
    if (now === cells) return reach;
    cells = now;
  }
}
