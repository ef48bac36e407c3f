/** A sheet of bodies as one picture: a row a genome, a column a twin. */
import { encode } from 'fast-png';
import { paintBody } from '../../shared/paint/paint.ts';
import { type Body, LATTICE } from '../../shared/sim/embryo/body.ts';

const GROUND = [232, 228, 214] as const;
const LINE = [205, 199, 182] as const;

/** PNG bytes; each body at `scale` pixels a site. Rows may differ in length. */
export function drawSheet(rows: readonly (readonly Body[])[], scale: number): Uint8Array {
  const tile = LATTICE * scale;
  const width = Math.max(...rows.map((row) => row.length)) * tile;
  const height = rows.length * tile;
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const line = Math.floor(at / width) % tile === tile - 1;
    data.set(line ? LINE : GROUND, at * 3);
  }
  rows.forEach((row, r) => {
    row.forEach((body, c) => {
      place(data, width, paintBody(body, scale).data, { left: c * tile, top: r * tile, tile });
    });
  });
  return encode({ width, height, data, channels: 3, depth: 8 });
}

function place(
  onto: Uint8Array,
  width: number,
  picture: Uint8ClampedArray,
  at: { left: number; top: number; tile: number },
): void {
  for (let pixel = 0; pixel < at.tile * at.tile; pixel++) {
    const alpha = (picture[pixel * 4 + 3] ?? 0) / 255;
    if (alpha === 0) continue;
    const to = ((at.top + Math.floor(pixel / at.tile)) * width + at.left + (pixel % at.tile)) * 3;
    for (let k = 0; k < 3; k++)
      onto[to + k] = (onto[to + k] ?? 0) * (1 - alpha) + (picture[pixel * 4 + k] ?? 0) * alpha;
  }
}
