/** From expression to tissue and colour: the strongest fate takes the cell, and neighbours agree. */
import {
  COLOUR_DARK,
  COLOUR_SHIFT,
  EYE_HANDICAP,
  FATE_LEVEL,
  PART_B,
  PART_C,
  PART_D,
  PART_E,
  PART_F,
} from '../constants';
import { cells } from './embryo';
import { BODY, EXPRESSION, GENE_PAIRS, LATTICE, LEVELS, ROW, SITE, SITES, SLOT, SPREAD, TISSUES } from './memory';
import { globalGene, TONE } from './network';

const SKIN: i32 = 1;
/** Tasks 3 to 8 make tissues 2 to 7, tasks 9 to 11 red, green and blue. */
const FIRST_FATE: i32 = 3;
/** Bytes of a cell's levels: of twelve tasks, from the first fate on. */
const CELL_LEVELS: i32 = 48;

/** Writes tissue and colours of the embryo as it stands into the body; the coat's field is cleared. */
export function settle(): void {
  memory.fill(BODY, 0, 5 * SITES);
  memory.fill(TISSUES, 0, SITES);
  for (let slot: i32 = 0; slot < cells; slot += 4) layLevels(slot);
  const tone = (globalGene(TONE) >> 1) - 64;
  for (let slot: i32 = 0; slot < cells; slot++) settleCell(slot, tone);
  for (let slot: i32 = 0; slot < cells; slot++) {
    const site = load<i32>(SITE + (slot << 2));
    store<u8>(BODY + site, agreed(TISSUES + site));
  }
}

/** Levels of the complexes in four cells. */
function layLevels(slot: i32): void {
  for (let p: i32 = 0; p < GENE_PAIRS; p++) {
    const pairs = v128.load(EXPRESSION + p * ROW + (slot << 2));
    const even = i32x4.shr_s(i32x4.shl(pairs, 16), 16);
    const odd = i32x4.shr_s(pairs, 16);
    v128.store(SPREAD + p * 32, even);
    v128.store(SPREAD + p * 32, odd, 16);
    if (p >= 6) continue;
    v128.store(SPREAD + (p + GENE_PAIRS) * 32, even);
    v128.store(SPREAD + (p + GENE_PAIRS) * 32, odd, 16);
  }
  let to = LEVELS + slot * CELL_LEVELS;
  for (let task = FIRST_FATE; task < FIRST_FATE + 12; task += 4) {
    // From four cells of a task to four tasks of a cell.
    const a = levelsOf(task);
    const b = levelsOf(task + 1);
    const c = levelsOf(task + 2);
    const d = levelsOf(task + 3);
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
    v128.store(to + CELL_LEVELS, v128.shuffle<i64>(ab, cd, 1, 3));
    v128.store(to + 2 * CELL_LEVELS, v128.shuffle<i64>(ab2, cd2, 0, 2));
    v128.store(to + 3 * CELL_LEVELS, v128.shuffle<i64>(ab2, cd2, 1, 3));
    to += 16;
  }
}

/** Level of a task's complex, 6 × q14, in the four cells at hand. */
function levelsOf(task: i32): v128 {
  return i32x4.add(
    i32x4.add(i32x4.add(partOf(task), partOf(task + PART_B)), i32x4.add(partOf(task + PART_C), partOf(task + PART_D))),
    i32x4.add(partOf(task + PART_E), partOf(task + PART_F)),
  );
}

/** `gene` counts on beyond the last. */
function partOf(gene: i32): v128 {
  return v128.load(SPREAD + (gene << 4));
}

/** Tissue, before neighbours agree, and colours of the cell in `slot`. */
function settleCell(slot: i32, tone: i32): void {
  const here = LEVELS + slot * CELL_LEVELS;
  const site = load<i32>(SITE + (slot << 2));
  const north = neighbour(site - LATTICE, here);
  const east = neighbour(site + 1, here);
  const south = neighbour(site + LATTICE, here);
  const west = neighbour(site - 1, here);
  const first = smoothed(here, north, east, south, west);
  const next = smoothed(here + 16, north + 16, east + 16, south + 16, west + 16);
  const last = smoothed(here + 32, north + 32, east + 32, south + 32, west + 32);
  // Fates are the first four and the next two; the eyes' is the fifth.
  const fates = v128.bitselect(
    i32x4.sub(next, i32x4(EYE_HANDICAP, 0, 0, 0)),
    i32x4.splat(FATE_LEVEL),
    i32x4(-1, -1, 0, 0),
  );
  let top = i32x4.max_s(i32x4.max_s(first, fates), i32x4.splat(FATE_LEVEL));
  top = i32x4.max_s(top, v128.shuffle<i32>(top, top, 2, 3, 0, 1));
  top = i32x4.max_s(top, v128.shuffle<i32>(top, top, 1, 0, 3, 2));
  const winners = i32x4.bitmask(i32x4.eq(first, top)) | (i32x4.bitmask(i32x4.eq(fates, top)) << 4);
  const someone = i32x4.extract_lane(top, 0) > FATE_LEVEL;
  store<u8>(TISSUES + site, someone ? FIRST_FATE - 1 + ctz(winners) : SKIN);
  // Red and green are the last of the next four, blue is the first of the last.
  const pigments = v128.shuffle<i32>(next, last, 2, 3, 4, 4);
  const strength = i32x4.shr_s(i32x4.sub(pigments, i32x4.splat(COLOUR_DARK)), COLOUR_SHIFT);
  const wide = i32x4.add(strength, i32x4.splat(tone));
  const half = i16x8.narrow_i32x4_s(wide, wide);
  const colours = i8x16.narrow_i16x8_u(half, half);
  v128.store_lane<u8>(BODY + SITES + site, colours, 0);
  v128.store_lane<u8>(BODY + 2 * SITES + site, colours, 1);
  v128.store_lane<u8>(BODY + 3 * SITES + site, colours, 2);
}

/** Four tasks' levels over a cell (four times) and its neighbours, 48 × q14. */
function smoothed(here: i32, north: i32, east: i32, south: i32, west: i32): v128 {
  return i32x4.add(
    i32x4.add(i32x4.shl(v128.load(here), 2), i32x4.add(v128.load(north), v128.load(south))),
    i32x4.add(v128.load(east), v128.load(west)),
  );
}

/** Where the levels of the cell at `site` begin; `here` where none lives. */
function neighbour(site: i32, here: i32): i32 {
  const slot = load<i32>(SLOT + (site << 2));
  return slot < 0 ? here : LEVELS + slot * CELL_LEVELS;
}

/** A cell with at least three nearest neighbours of one other tissue follows them. `at` is its place in TISSUES. */
function agreed(at: i32): u32 {
  const north: u32 = load<u8>(at - LATTICE);
  const east: u32 = load<u8>(at + 1);
  const south: u32 = load<u8>(at + LATTICE);
  const west: u32 = load<u8>(at - 1);
  // Three of four are alike only if the first two are, or else the last two.
  if (north == east) {
    if (north != 0 && (north == south || north == west)) return north;
  } else if (south == west && south != 0 && (south == north || south == east)) {
    return south;
  }
  return load<u8>(at);
}
