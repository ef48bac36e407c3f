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

/** Float32Array[LATTICE²] → Float32Array[(LATTICE × scale)²]. Sites outside the lattice count as 0. */
export function enlarge(field: Float32Array, scale: number): Float32Array {
  const side = LATTICE * scale;
  const { first, weights } = taps(scale);
  const wide = new Float32Array(LATTICE * side);
  for (let y = 0; y < LATTICE; y++) {
    for (let pixel = 0; pixel < side; pixel++) {
      let sum = 0;
      const from = first[pixel] ?? 0;
      for (let k = 0; k < 4; k++) {
        const x = from + k;
        if (x >= 0 && x < LATTICE) sum += (weights[pixel * 4 + k] ?? 0) * (field[y * LATTICE + x] ?? 0);
      }
      wide[y * side + pixel] = sum;
    }
  }
  const out = new Float32Array(side * side);
  for (let pixel = 0; pixel < side; pixel++) {
    const from = first[pixel] ?? 0;
    for (let k = 0; k < 4; k++) {
      const y = from + k;
      if (y < 0 || y >= LATTICE) continue;
      const weight = weights[pixel * 4 + k] ?? 0;
      for (let x = 0; x < side; x++) {
        const at = pixel * side + x;
        out[at] = (out[at] ?? 0) + weight * (wide[y * side + x] ?? 0);
      }
    }
  }
  return out;
}
