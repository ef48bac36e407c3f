/** Morphogens level out between a cell and its four nearest neighbours; none leaves the body. */
import { bottom, cells, left, right, top } from './embryo';
import { DIFFUSED, EXPRESSION, LATTICE, LIVES, MORPHOGENS, ROW, SITE } from './memory';
import { DIFFUSION, globalGene } from './network';

/** Both morphogens are one pair of genes. */
const MORPHOGEN_PAIR: i32 = 6;
const MORPHOGEN_ROW: i32 = EXPRESSION + MORPHOGEN_PAIR * ROW;
/** Bytes of a row of the lattice. */
const LINE: i32 = LATTICE * 4;

export function diffuse(): void {
  const end = cells << 2;
  for (let at: i32 = 0; at < end; at += 4) {
    store<i32>(MORPHOGENS + (load<i32>(SITE + at) << 2), load<i32>(MORPHOGEN_ROW + at));
  }
  const share = i16x8.splat(<i16>(globalGene(DIFFUSION) << 5));
  const first = (left & ~3) << 2;
  const last = right << 2;
  for (let y = top; y <= bottom; y++) {
    for (let at = y * LINE + first; at <= y * LINE + last; at += 16) level(at, share);
  }
  for (let at: i32 = 0; at < end; at += 4) {
    store<i32>(MORPHOGEN_ROW + at, load<i32>(DIFFUSED + (load<i32>(SITE + at) << 2)));
  }
}

/** Four sites. What lies in empty sites is left over from before: it is masked where it is a neighbour, and never read back. */
function level(at: i32, share: v128): void {
  const here = v128.load(at, MORPHOGENS);
  const north = difference(at - LINE, here);
  const south = difference(at + LINE, here);
  const west = difference(at - 4, here);
  const east = difference(at + 4, here);
  // A difference fits 16 bits, a sum of two may not: the dot products add them up in 32.
  const low = i32x4.add(
    i32x4.dot_i16x8_s(v128.shuffle<i16>(north, south, 0, 8, 1, 9, 2, 10, 3, 11), share),
    i32x4.dot_i16x8_s(v128.shuffle<i16>(west, east, 0, 8, 1, 9, 2, 10, 3, 11), share),
  );
  const high = i32x4.add(
    i32x4.dot_i16x8_s(v128.shuffle<i16>(north, south, 4, 12, 5, 13, 6, 14, 7, 15), share),
    i32x4.dot_i16x8_s(v128.shuffle<i16>(west, east, 4, 12, 5, 13, 6, 14, 7, 15), share),
  );
  const change = i16x8.narrow_i32x4_s(i32x4.shr_s(low, 15), i32x4.shr_s(high, 15));
  v128.store(at, i16x8.add(here, change), DIFFUSED);
}

function difference(neighbour: i32, here: v128): v128 {
  return v128.and(i16x8.sub(v128.load(neighbour, MORPHOGENS), here), v128.load(neighbour, LIVES));
}
