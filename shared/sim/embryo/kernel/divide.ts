/** Ripe cells divide where there is room; then the doomed die. In the order of birth. */
import {
  CELLS_MAX,
  DEATH_LEVEL,
  DEATH_STEP,
  GROWTH_FLOOR,
  MARGIN,
  RIPE as RIPENESS,
  SITE_COMPANY,
  SITE_DIAGONAL,
  SITE_GRAIN,
  SITE_POLARITY,
} from '../constants';
import { high16, low16, mix, multiply } from './arithmetic';
import { bear, bury, cells, NONE_FREE, noiseSite, step } from './embryo';
import { CONTACT, EXPRESSION, KEY, LATTICE, RIPE, RIPE_BITS, ROW, SITE, SLOT } from './memory';
import { DEATH, GROWTH, POLARITY } from './network';

/** Growth and polarity are the two genes of the first pair, death the even one of the next. */
const GROWTH_ROW: i32 = EXPRESSION + (GROWTH / 2) * ROW;
const DEATH_ROW: i32 = EXPRESSION + (DEATH / 2) * ROW;

export function divide(): void {
  const present = cells;
  // All ripen before any divides: the newborn take the slots behind, and have not lived through this step.
  for (let slot: i32 = 0; slot < present; slot += 4) store<u8>(RIPE_BITS + (slot >> 2), ripen(slot << 2));
  for (let slot: i32 = 0; slot < present; slot += 4) {
    let ripe: i32 = load<u8>(RIPE_BITS + (slot >> 2));
    while (ripe != 0) {
      const mother = slot + ctz(ripe);
      if (mother >= present || cells >= CELLS_MAX) break;
      ripe &= ripe - 1;
      const at = load<i32>(SITE + (mother << 2));
      if (load<i32>(CONTACT + (at << 2)) == NONE_FREE) continue;
      const site = daughterSite(mother << 2, at);
      if (site < 0) continue;
      store<i32>(RIPE + (mother << 2), 0);
      bear(mother, site);
    }
  }
}

/** Four cells grow riper. Returns a bit for each that is ripe. */
function ripen(at: i32): i32 {
  const growth = i32x4.shr_s(i32x4.shl(v128.load(at, GROWTH_ROW), 16), 16);
  const vigour = i32x4.sub(growth, i32x4.splat(GROWTH_FLOOR));
  const before = v128.load(at, RIPE);
  const riper = i32x4.min_s(i32x4.add(before, vigour), i32x4.splat(RIPENESS));
  const after = v128.bitselect(riper, before, i32x4.gt_s(vigour, i32x4.splat(0)));
  v128.store(at, after, RIPE);
  return i32x4.bitmask(i32x4.ge_s(after, i32x4.splat(RIPENESS)));
}

/** The free site beside `at` that suits a daughter of the cell in the slot of offset `mother` best, or -1. */
function daughterSite(mother: i32, at: i32): i32 {
  const x = at & (LATTICE - 1);
  const y = at / LATTICE;
  const grain = mix(<u32>(abs(2 * x - 31) + 64 * y + 2048 * step) * 0x9e3779b1);
  const jitter = mix(load<u32>(KEY + mother) ^ (<u32>(step + 1) * 0xc2b2ae35));
  const polarity = high16(load<i32>(GROWTH_ROW + mother)) - 8192;
  const mirror = 2 * x < LATTICE;
  let best: i32 = -1;
  let bestScore: i32 = i32.MIN_VALUE;
  for (let d: i32 = 0; d < 8; d++) {
    const dx = directionX(d);
    const dy = directionY(d);
    const nx = x + dx;
    const ny = y + dy;
    if (nx < MARGIN || ny < MARGIN || nx >= LATTICE - MARGIN || ny >= LATTICE - MARGIN) continue;
    const site = ny * LATTICE + nx;
    if (load<i32>(SLOT + (site << 2)) >= 0) continue;
    const along = polarity > 0 ? (dy != 0 ? polarity : 0) : mirror ? dx * polarity : -dx * polarity;
    const score =
      <i32>(((mix(grain + (mirror ? (8 - d) & 7 : d)) >>> 16) * SITE_GRAIN) >>> 16) +
      multiply(low16(mix(jitter + d)), noiseSite) +
      along * SITE_POLARITY +
      company(site) * SITE_COMPANY -
      (d & 1) * SITE_DIAGONAL;
    if (score > bestScore) {
      bestScore = score;
      best = site;
    }
  }
  return best;
}

/** Neighbour sites of a site in which cells live. Its contact falls by 4096 with each. */
function company(site: i32): i32 {
  return (16384 - high16(load<i32>(CONTACT + (site << 2)))) / 4096;
}

/** Eight neighbours, clockwise from the head's side: 0 1 1 1 0 -1 -1 -1. */
function directionX(direction: i32): i32 {
  return (direction & 3) == 0 ? 0 : direction < 4 ? 1 : -1;
}

/** -1 -1 0 1 1 1 0 -1. */
function directionY(direction: i32): i32 {
  return -directionX((direction + 2) & 7);
}

export function die(): void {
  if (step < DEATH_STEP) return;
  for (let slot = cells - 1; slot >= 0; slot--) {
    if (low16(load<i32>(DEATH_ROW + (slot << 2))) > DEATH_LEVEL) bury(slot);
  }
}
