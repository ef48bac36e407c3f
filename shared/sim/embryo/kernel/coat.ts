/** The coat: an activator and an inhibitor that spreads further, on the finished body, eight sites at a time. */
import {
  COAT_CHECK,
  COAT_FEED,
  COAT_FEED_SHIFT,
  COAT_FOLLOW_LEAST,
  COAT_FOLLOW_RANGE,
  COAT_GAIN,
  COAT_LEAN,
  COAT_SPREAD_LEAST,
  COAT_SPREAD_RANGE,
  COAT_STEPS,
} from '../constants';
import { clamp, low16, mix } from './arithmetic';
import { cells, seed } from './embryo';
import { ACTIVATOR, BODY, COAT_PARTS, HALF_GRID, INHIBITOR, LATTICE, OUTSIDE, SITE, SITES } from './memory';
import { COAT_CONTRAST, COAT_DIRECTION, COAT_KIND, COAT_SCALE, globalGene } from './network';

/** Bytes of a row of a half grid. */
const LINE: i32 = LATTICE * 2;
const COAT_FIELD: i32 = BODY + 4 * SITES;

/** Writes the coat's field of the body. */
export function paintCoat(): void {
  const contrast = clamp((globalGene(COAT_CONTRAST) - 64) * 2, 0, 256);
  if (contrast == 0) return;
  layGround();
  const parts = listParts();
  react(parts);
  const strength = i16x8.splat(<i16>contrast);
  for (let part = COAT_PARTS; part < parts; part += 4) {
    const at = load<i32>(part);
    const level = i16x8.shr_u(i16x8.add(v128.load(at, ACTIVATOR), i16x8.splat(16384)), 7);
    const dark = i16x8.shr_u(i16x8.mul(level, strength), 8);
    const inside = v128.andnot(dark, v128.load(at, OUTSIDE));
    v128.store_lane<i64>(COAT_FIELD + (at >> 1), i8x16.narrow_i16x8_u(inside, inside), 0);
  }
}

/** The first state of the activator is noise, that of the inhibitor nothing. */
function layGround(): void {
  memory.fill(OUTSIDE, 0xff, HALF_GRID);
  memory.fill(ACTIVATOR, 0, 4 * HALF_GRID);
  for (let slot: i32 = 0; slot < cells; slot++) {
    const site = load<i32>(SITE + (slot << 2));
    store<i16>(OUTSIDE + (site << 1), 0);
    store<i16>(ACTIVATOR + (site << 1), <i16>(low16(mix(seed + <u32>(site + 1) * 0x9e3779b1)) >> 3));
  }
}

/** Lists the eights of sites that hold part of the body; returns the list's end. */
function listParts(): i32 {
  let end: i32 = COAT_PARTS;
  for (let at: i32 = 0; at < HALF_GRID; at += 16) {
    if (i16x8.all_true(v128.load(at, OUTSIDE))) continue;
    store<i32>(end, at);
    end += 4;
  }
  return end;
}

function react(parts: i32): void {
  const scale = globalGene(COAT_SCALE);
  const feed = i16x8.splat(<i16>((globalGene(COAT_KIND) - 128) * (COAT_FEED + ((255 - scale) >> COAT_FEED_SHIFT))));
  const follow = i16x8.splat(<i16>(COAT_FOLLOW_LEAST + (255 - scale) * COAT_FOLLOW_RANGE));
  const share = i16x8.splat(<i16>(COAT_SPREAD_LEAST + scale * COAT_SPREAD_RANGE));
  const along = i16x8.splat(<i16>(16384 + (globalGene(COAT_DIRECTION) - 128) * COAT_LEAN));
  const whole = i16x8.splat(32767);
  let from: i32 = 0;
  // The inhibitor follows the activator at the start of each round; here for the first, below for the next.
  for (let part = COAT_PARTS; part < parts; part += 4) {
    const at = load<i32>(part);
    followActivator(at, v128.load(at, ACTIVATOR), v128.load(at, INHIBITOR), follow);
  }
  for (let round: i32 = 0; round < COAT_STEPS; round++) {
    const to = HALF_GRID - from;
    for (let part = COAT_PARTS; part < parts; part += 4) {
      const at = load<i32>(part);
      v128.store(at, spread(INHIBITOR + at, at, whole, along), INHIBITOR + HALF_GRID);
    }
    for (let part = COAT_PARTS; part < parts; part += 4) {
      const at = load<i32>(part);
      const inhibitor = spread(INHIBITOR + HALF_GRID + at, at, whole, along);
      const before = spread(ACTIVATOR + from + at, at, share, along);
      const grown = i16x8.add(i16x8.add(before, i16x8.q15mulr_sat_s(i16x8.splat(<i16>COAT_GAIN), before)), feed);
      const checked = i16x8.sub_sat_s(grown, i16x8.q15mulr_sat_s(i16x8.splat(<i16>COAT_CHECK), inhibitor));
      const clipped = i16x8.max_s(i16x8.min_s(checked, i16x8.splat(16383)), i16x8.splat(-16384));
      const activator = v128.andnot(clipped, v128.load(at, OUTSIDE));
      v128.store(ACTIVATOR + to + at, activator);
      followActivator(at, activator, inhibitor, follow);
    }
    from = to;
  }
}

function followActivator(at: i32, activator: v128, inhibitor: v128, follow: v128): void {
  v128.store(at, i16x8.add(inhibitor, i16x8.q15mulr_sat_s(follow, i16x8.sub(activator, inhibitor))), INHIBITOR);
}

/**
 * One step of spreading towards the mean of the neighbours; nothing crosses the body's edge. Fields are 0 outside the body,
 * where the site itself stands in. Values from -16384 to 16383 keep every sum and difference within 16 bits.
 */
function spread(field: i32, at: i32, share: v128, along: v128): v128 {
  const here = v128.load(field);
  const lengthwise = i16x8.shr_s(
    i16x8.add(seen(field - LINE, at - LINE, here), seen(field + LINE, at + LINE, here)),
    1,
  );
  const crosswise = i16x8.shr_s(i16x8.add(seen(field - 2, at - 2, here), seen(field + 2, at + 2, here)), 1);
  const mean = i16x8.add(crosswise, i16x8.q15mulr_sat_s(along, i16x8.sub(lengthwise, crosswise)));
  const result = i16x8.add(here, i16x8.q15mulr_sat_s(share, i16x8.sub(mean, here)));
  return v128.andnot(result, v128.load(at, OUTSIDE));
}

/** What a site sees of a neighbour: `here`, itself, where there is none. */
function seen(neighbour: i32, at: i32, here: v128): v128 {
  return v128.or(v128.load(neighbour), v128.and(here, v128.load(at, OUTSIDE)));
}
