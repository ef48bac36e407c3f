/** Smooth enlargement of a lattice field: uniform cubic B-spline, separable. It rounds off the lattice's corners. */
import { LATTICE } from '../sim/embryo/body.ts';

interface Taps {
  readonly first: Int32Array;
  readonly weights: Float32Array;
}

const tapsByScale = new Map<number, Taps>();

/** For each pixel of a row: the first of four lattice sites that it depends on, and their weights. */
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
    first[pixel] = cell - 1;
    weights[pixel * 4] = (1 - t) ** 3 / 6;
    weights[pixel * 4 + 1] = (3 * t ** 3 - 6 * t ** 2 + 4) / 6;
    weights[pixel * 4 + 2] = (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6;
    weights[pixel * 4 + 3] = t ** 3 / 6;
  }
  const made = { first, weights };
  tapsByScale.set(scale, made);
  return made;
}

/** One row of pixels, reused. */
const wide = new Float32Array(LATTICE * 16);

/**
 * Float32Array[LATTICE²] into `out`, Float32Array[(LATTICE × scale)²], for a scale of at most 16. Sites outside the lattice
 * count as 0.
 */
export function enlarge(field: Float32Array, scale: number, out: Float32Array): void {
  const side = LATTICE * scale;
  const { first, weights } = taps(scale);
  out.fill(0);
  for (let y = 0; y < LATTICE; y++) {
    const filled = widen(field, y, side, first, weights);
    if (!filled) continue;
    // Each row of sites adds to the rows of pixels that depend on it: at most four sites high.
    const from = Math.max(0, (y - 2) * scale);
    const until = Math.min(side, (y + 3) * scale);
    for (let pixel = from; pixel < until; pixel++) {
      const k = y - (first[pixel] ?? 0);
      if (k < 0 || k > 3) continue;
      const weight = weights[pixel * 4 + k] ?? 0;
      const row = pixel * side;
      for (let x = 0; x < side; x++) out[row + x] = (out[row + x] ?? 0) + weight * (wide[x] ?? 0);
    }
  }
}

/** One row of sites, made into pixels, to `wide`; false when there is nothing in it. */
function widen(field: Float32Array, y: number, side: number, first: Int32Array, weights: Float32Array): boolean {
  const start = y * LATTICE;
  let filled = false;
  for (let x = 0; x < LATTICE; x++) filled ||= field[start + x] !== 0;
  if (!filled) return false;
  for (let pixel = 0; pixel < side; pixel++) {
    let sum = 0;
    const from = first[pixel] ?? 0;
    for (let k = 0; k < 4; k++) {
      const x = from + k;
      if (x >= 0 && x < LATTICE) sum += (weights[pixel * 4 + k] ?? 0) * (field[start + x] ?? 0);
    }
    wide[pixel] = sum;
  }
  return true;
}
