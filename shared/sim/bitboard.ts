/**
 * The 32 × 32 lattice as 32 integers of 32 bits: bit x of row y is site (x, y). Shapes are then measured 32 sites at a time.
 */
import { LATTICE } from './embryo/body.ts';

/** Int32Array[32]: one row of sites each. */
export type Board = Int32Array;

export const emptyBoard = (): Board => new Int32Array(LATTICE);

const row = (board: Board, y: number): number => board[y] ?? 0;

/** How many bits are set (H. S. Warren, Hacker's Delight, 5-1). */
export function bitCount(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bit x becomes bit 31 - x. */
export function mirrorBits(bits: number): number {
  let x = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

export function boardCount(board: Board): number {
  let count = 0;
  for (let y = 0; y < LATTICE; y++) count += bitCount(row(board, y));
  return count;
}

/** `out` becomes the sites that are in the board together with all their eight neighbours. Beyond the lattice is nothing. */
export function erode(board: Board, out: Board): void {
  for (let y = 0; y < LATTICE; y++) {
    const columns = row(board, y - 1) & row(board, y) & row(board, y + 1);
    out[y] = columns & (columns << 1) & (columns >>> 1);
  }
}

/** `out` becomes the sites that are in the board or next to one that is, diagonals included. */
export function dilate(board: Board, out: Board): void {
  for (let y = 0; y < LATTICE; y++) {
    const columns = row(board, y - 1) | row(board, y) | row(board, y + 1);
    out[y] = columns | (columns << 1) | (columns >>> 1);
  }
}

/** Sides of cells that face no cell. */
export function exposedSides(board: Board): number {
  let sides = 0;
  for (let y = 0; y < LATTICE; y++) {
    const here = row(board, y);
    sides += bitCount(here & ~(here << 1)) + bitCount(here & ~(here >>> 1));
    sides += bitCount(here & ~row(board, y - 1)) + bitCount(here & ~row(board, y + 1));
  }
  return sides;
}

/** Unbroken stretches along rows, plus those along columns. */
export function runs(board: Board): number {
  let count = 0;
  for (let y = 0; y < LATTICE; y++) {
    const here = row(board, y);
    count += bitCount(here & ~(here << 1)) + bitCount(here & ~row(board, y - 1));
  }
  return count;
}

const patch = emptyBoard();

/** How many side-by-side connected patches of at least `least` sites the board has. */
export function patches(board: Board, least: number): number {
  const rest = board.slice();
  let count = 0;
  for (let y = 0; y < LATTICE; y++) {
    while (row(rest, y) !== 0) {
      patch.fill(0);
      patch[y] = row(rest, y) & -row(rest, y);
      while (spread(patch, rest));
      if (boardCount(patch) >= least) count++;
      for (let at = y; at < LATTICE; at++) rest[at] = row(rest, at) & ~row(patch, at);
    }
  }
  return count;
}

/** Grows a patch by one step over side-by-side sites of `within`, in place; true if it grew. */
function spread(board: Board, within: Board): boolean {
  let grew = false;
  for (let y = 0; y < LATTICE; y++) {
    const here = row(board, y);
    const next = (here | (here << 1) | (here >>> 1) | row(board, y - 1) | row(board, y + 1)) & row(within, y);
    if (next === here) continue;
    board[y] = next;
    grew = true;
  }
  return grew;
}
