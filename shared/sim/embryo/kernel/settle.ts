/** From expression to tissue and colour: the strongest fate takes the cell, and neighbours agree. */
import { FATE_LEVEL } from '../constants';
import { clamp } from './arithmetic';
import { cells } from './embryo';
import { BODY, EXPRESSION, LATTICE, ROW, SITE, SITES, SLOT, TISSUES } from './memory';
import { globalGene, TONE } from './network';

const SKIN: i32 = 1;

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

/** Genes 3 to 8 make tissues 2 to 7, genes 9 to 11 red, green and blue: pairs 1 to 5, but for the first half. */
function settleCell(slot: i32, tone: i32): void {
  const here = EXPRESSION + (slot << 2);
  const site = load<i32>(SITE + (slot << 2));
  const north = neighbour(site - LATTICE, here);
  const east = neighbour(site + 1, here);
  const south = neighbour(site + LATTICE, here);
  const west = neighbour(site - 1, here);
  let winner = SKIN;
  let strongest: i32 = FATE_LEVEL;
  for (let gene: i32 = 3; gene < 12; gene++) {
    // A gene's expression is the even or the odd i16 of its pair's array.
    const at = (gene >> 1) * ROW + ((gene & 1) << 1);
    const strength =
      4 * <i32>load<i16>(here + at) +
      load<i16>(north + at) +
      load<i16>(east + at) +
      load<i16>(south + at) +
      load<i16>(west + at);
    if (gene >= 9) {
      store<u8>(BODY + (gene - 8) * SITES + site, clamp((strength >> 9) + tone, 0, 255));
    } else if (strength > strongest) {
      strongest = strength;
      winner = gene - 1;
    }
  }
  store<u8>(TISSUES + site, winner);
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
