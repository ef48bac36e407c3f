/** Ripe cells divide where there is room; then the doomed die. In the order of birth. */
import { CELLS_MAX, DEATH_LEVEL, DEATH_STEP, GROWTH_FLOOR, RIPE as RIPENESS } from '../constants';
import { meanOf, meanOfFour } from './complexes';
import { daughterSite } from './daughter';
import { bear, bury, cells, NONE_FREE, ONE_FREE, step, vigour } from './embryo';
import { INPUT_TIME, RIPE, RIPE_BITS } from './memory';
import { DEATH, GROWTH } from './network';

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
      const site = daughterSite(mother << 2);
      if (site < 0) continue;
      store<i32>(RIPE + (mother << 2), 0);
      bear(mother, site);
    }
  }
}

/** Four cells grow riper. Returns a bit for each that is ripe and may have room for a daughter. */
function ripen(at: i32): i32 {
  const gain = i32x4.add(meanOfFour(GROWTH, at), i32x4.splat(vigour - GROWTH_FLOOR));
  const before = v128.load(at, RIPE);
  const riper = i32x4.min_s(i32x4.add(before, gain), i32x4.splat(RIPENESS));
  const after = v128.bitselect(riper, before, i32x4.gt_s(gain, i32x4.splat(0)));
  v128.store(at, after, RIPE);
  // Nothing has become free since the step began: who had no room then need not look for any.
  const room = i32x4.ge_s(v128.load(at, INPUT_TIME), i32x4.splat(NONE_FREE + ONE_FREE));
  return i32x4.bitmask(v128.and(i32x4.ge_s(after, i32x4.splat(RIPENESS)), room));
}

/** From the last slot to the first, so that whoever moves into a slot has been looked at. Four at a glance: few ever die. */
export function die(): void {
  if (step < DEATH_STEP) return;
  for (let four = (cells - 1) & ~3; four >= 0; four -= 4) {
    if (!v128.any_true(i32x4.gt_s(meanOfFour(DEATH, four << 2), i32x4.splat(DEATH_LEVEL)))) continue;
    for (let slot = min(four + 3, cells - 1); slot >= four; slot--) {
      if (meanOf(DEATH, slot << 2) > DEATH_LEVEL) bury(slot);
    }
  }
}
