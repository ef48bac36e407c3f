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
import { clamp } from './arithmetic';
import { partOf } from './complexes';
import { cells } from './embryo';
import { BODY, EXPRESSION, LATTICE, ROW, SITE, SITES, SLOT, TISSUES } from './memory';
import { globalGene, TONE } from './network';

const SKIN: i32 = 1;
/** The eyes' task. */
const EYE: i32 = 7;

/** Writes tissue and colours of the embryo as it stands into the body; the coat's field is cleared. */
export function settle(): void {
  memory.fill(BODY, 0, 5 * SITES);
  memory.fill(TISSUES, 0, SITES);
  const tone = (globalGene(TONE) >> 1) - 64;
  for (let slot: i32 = 0; slot < cells; slot++) settleCell(slot, tone);
  for (let slot: i32 = 0; slot < cells; slot++) {
    const site = load<i32>(SITE + (slot << 2));
    store<u8>(BODY + site, agreed(TISSUES + site));
  }
}

/** Tasks 3 to 8 make tissues 2 to 7, tasks 9 to 11 red, green and blue. */
function settleCell(slot: i32, tone: i32): void {
  const here = EXPRESSION + (slot << 2);
  const site = load<i32>(SITE + (slot << 2));
  const north = neighbour(site - LATTICE, here);
  const east = neighbour(site + 1, here);
  const south = neighbour(site + LATTICE, here);
  const west = neighbour(site - 1, here);
  let winner = SKIN;
  let strongest: i32 = FATE_LEVEL;
  for (let task: i32 = 3; task < 12; task++) {
    const a = partOf(task);
    const b = partOf(task + PART_B);
    const c = partOf(task + PART_C);
    const d = partOf(task + PART_D);
    const e = partOf(task + PART_E);
    const f = partOf(task + PART_F);
    const strength: i32 =
      (task == EYE ? -EYE_HANDICAP : 0) +
      4 * level(here, a, b, c, d, e, f) +
      level(north, a, b, c, d, e, f) +
      level(east, a, b, c, d, e, f) +
      level(south, a, b, c, d, e, f) +
      level(west, a, b, c, d, e, f);
    if (task >= 9) {
      store<u8>(BODY + (task - 8) * SITES + site, clamp(((strength - COLOUR_DARK) >> COLOUR_SHIFT) + tone, 0, 255));
    } else if (strength > strongest) {
      strongest = strength;
      winner = task - 1;
    }
  }
  store<u8>(TISSUES + site, winner);
}

/** Level of a complex of these parts, 6 × q14. */
function level(cell: i32, a: i32, b: i32, c: i32, d: i32, e: i32, f: i32): i32 {
  return (
    <i32>load<i16>(cell + a) +
    <i32>load<i16>(cell + b) +
    <i32>load<i16>(cell + c) +
    <i32>load<i16>(cell + d) +
    <i32>load<i16>(cell + e) +
    <i32>load<i16>(cell + f)
  );
}

/** Where the expression of the cell at `site` begins; `here` where none lives. */
function neighbour(site: i32, here: i32): i32 {
  const slot = load<i32>(SLOT + (site << 2));
  return slot < 0 ? here : EXPRESSION + (slot << 2);
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
