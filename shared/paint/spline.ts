/** Smooth enlargement of a lattice field: uniform cubic B-spline, separable. It rounds off the lattice's corners. */
import { LATTICE } from '../sim/embryo/body.ts';

/** Part of the lattice, in sites; `right` and `bottom` are the first beyond it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** So many sites beyond the lattice a pixel at its edge depends on; they count as 0. */
const BEYOND = 2;
/** How far, in sites, a site's value is spread. */
export const SPREAD = 2;

interface Taps {
  /** For each pixel of a row: the first of four sites that it depends on, counted from BEYOND before the lattice. */
  readonly first: Int32Array;
  readonly weights: Float32Array;
}

const tapsByScale = new Map<number, Taps>();

function taps(scale: number): Taps {
  const known = tapsByScale.get(scale);
  if (known) return known;
  const side = LATTICE * scale;
  const first = new Int32Array(side);
  const weights = new Float32Array(side * 4);
  for (let pixel = 0; pixel < side; pixel++) {
    const at = (pixel + 0.5) / scale - 0.5;
    const cell = Math.floor(at);
    const t = at - cell;
    first[pixel] = cell - 1 + BEYOND;
    weights[pixel * 4] = (1 - t) ** 3 / 6;
    weights[pixel * 4 + 1] = (3 * t ** 3 - 6 * t ** 2 + 4) / 6;
    weights[pixel * 4 + 2] = (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6;
    weights[pixel * 4 + 3] = t ** 3 / 6;
  }
  const made = { first, weights };
  tapsByScale.set(scale, made);
  return made;
}

// Working memory, reused: a row of sites, and all rows of sites made into pixels, both with what lies beyond the lattice.
const sites = new Float32Array(LATTICE + 2 * BEYOND);
const wide = new Float32Array((LATTICE + 2 * BEYOND) * LATTICE * 16);

/**
 * Float32Array[LATTICE²], of which only what is in `box` may differ from 0, into `out`, Float32Array[(LATTICE × scale)²], for a
 * scale of at most 16. Sites outside the lattice count as 0.
 */
export function enlarge(
  field: Float32Array,
  scale: number,
  out: Float32Array,
  { left, top, right, bottom }: Box,
): void {
  const side = LATTICE * scale;
  const { first, weights } = taps(scale);
  const from = Math.max(0, (left - SPREAD) * scale);
  const until = Math.min(side, (right + SPREAD) * scale);
  widen(field, side, taps(scale), { left: from, top, right: until, bottom });
  out.fill(0);
  const end = Math.min(side, (bottom + SPREAD) * scale);
  for (let y = Math.max(0, (top - SPREAD) * scale); y < end; y++) {
    const a = weights[y * 4] ?? 0;
    const b = weights[y * 4 + 1] ?? 0;
    const c = weights[y * 4 + 2] ?? 0;
    const d = weights[y * 4 + 3] ?? 0;
    const shift = y * side;
    let at = (first[y] ?? 0) * side + from;
    for (let pixel = shift + from; pixel < shift + until; pixel++, at++) {
      out[pixel] =
        a * (wide[at] ?? 0) +
        b * (wide[at + side] ?? 0) +
        c * (wide[at + 2 * side] ?? 0) +
        d * (wide[at + 3 * side] ?? 0);
    }
  }
}

/** Rows of sites, made into pixels from `left` to before `right`, to `wide`: those from `top` to before `bottom`, and nothing about them. */
function widen(field: Float32Array, side: number, { first, weights }: Taps, { left, top, right, bottom }: Box): void {
  const end = Math.min(LATTICE + BEYOND, bottom + 3);
  for (let y = Math.max(-BEYOND, top - 3); y < end; y++) {
    const row = (y + BEYOND) * side;
    if (y < top || y >= bottom) {
      wide.fill(0, row + left, row + right);
      continue;
    }
    for (let x = 0; x < LATTICE; x++) sites[x + BEYOND] = field[y * LATTICE + x] ?? 0;
    for (let pixel = left; pixel < right; pixel++) {
      const at = first[pixel] ?? 0;
      const tap = pixel * 4;
      wide[row + pixel] =
        (weights[tap] ?? 0) * (sites[at] ?? 0) +
        (weights[tap + 1] ?? 0) * (sites[at + 1] ?? 0) +
        (weights[tap + 2] ?? 0) * (sites[at + 2] ?? 0) +
        (weights[tap + 3] ?? 0) * (sites[at + 3] ?? 0);
    }
  }
}
