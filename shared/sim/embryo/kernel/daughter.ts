/**
 * Where a daughter goes: all eight neighbour sites of her mother are weighed at once, four clockwise from the head's side (north,
 * northeast, east, southeast) and the four that follow.
 */
import { SITE_COMPANY, SITE_DIAGONAL, SITE_GRAIN, SITE_POLARITY } from '../constants';
import { mix, mix4 } from './arithmetic';
import { meanOf } from './complexes';
import { ALL_FREE, noiseSite, step, VACANT } from './embryo';
import { CONTACT, KEY, LATTICE, SITE, SLOT } from './memory';
import { POLARITY } from './network';

/** Bytes of a row of the lattice. */
const LINE: i32 = LATTICE * 4;

/** The site that suits a daughter of the cell in the slot of offset `mother` best, or -1 if none is free. */
export function daughterSite(mother: i32): i32 {
  const site = load<i32>(SITE + mother);
  const slots = SLOT + (site << 2);
  const free = i32x4.eq(firstFour(slots), i32x4.splat(VACANT));
  const free2 = i32x4.eq(lastFour(slots), i32x4.splat(VACANT));
  if (!v128.any_true(v128.or(free, free2))) return -1;
  const x = site & (LATTICE - 1);
  const y = site / LATTICE;
  // The grain of the left is that of the right, mirrored: -1 counts the directions the other way round.
  const side = 2 * x < LATTICE ? -1 : 0;
  const grain = mix(<u32>(abs(2 * x - 31) + 64 * y + 2048 * step) * 0x9e3779b1);
  const jitter = mix(load<u32>(KEY + mother) ^ (<u32>(step + 1) * 0xc2b2ae35));
  const polarity = meanOf(POLARITY, mother) - 8192;
  const along = max(polarity, 0) * SITE_POLARITY;
  const across = min(polarity, 0) * SITE_POLARITY * (-1 - 2 * side);
  const contacts = CONTACT + (site << 2);
  const score = i32x4.add(
    i32x4.add(grains(grain, i32x4(0, 1, 2, 3), side), jitters(jitter, i32x4(0, 1, 2, 3))),
    i32x4.add(company(firstFour(contacts)), polar(along, i32x4.splat(across))),
  );
  const score2 = i32x4.add(
    i32x4.add(grains(grain, i32x4(4, 5, 6, 7), side), jitters(jitter, i32x4(4, 5, 6, 7))),
    i32x4.add(company(lastFour(contacts)), polar(along, i32x4.splat(-across))),
  );
  const never = i32x4.splat(i32.MIN_VALUE);
  return site + stepTo(best(v128.bitselect(score, never, free), v128.bitselect(score2, never, free2)));
}

/** Of a grid of i32: what lies north, northeast, east, southeast of the address `at`. */
function firstFour(at: i32): v128 {
  const north = v128.load(at - LINE - 4);
  const here = v128.load(at - 4);
  const south = v128.load(at + LINE - 4);
  return v128.shuffle<i32>(v128.shuffle<i32>(north, here, 1, 2, 6, 7), south, 0, 1, 2, 6);
}

/** What lies south, southwest, west, northwest. */
function lastFour(at: i32): v128 {
  const north = v128.load(at - LINE - 4);
  const here = v128.load(at - 4);
  const south = v128.load(at + LINE - 4);
  return v128.shuffle<i32>(v128.shuffle<i32>(south, here, 1, 0, 4, 5), north, 0, 1, 2, 4);
}

/** Fixed unevenness: directions as they are for `side` 0, negated (in eighths of a turn) for -1. */
function grains(key: u32, directions: v128, side: i32): v128 {
  const sides = i32x4.splat(side);
  const turned = v128.and(i32x4.sub(v128.xor(directions, sides), sides), i32x4.splat(7));
  const draws = mix4(i32x4.add(i32x4.splat(<i32>key), turned));
  return i32x4.shr_u(i32x4.mul(i32x4.shr_u(draws, 16), i32x4.splat(SITE_GRAIN)), 16);
}

/** Noise. */
function jitters(key: u32, directions: v128): v128 {
  const draws = mix4(i32x4.add(i32x4.splat(<i32>key), directions));
  const noise = i16x8.q15mulr_sat_s(draws, i16x8.splat(<i16>noiseSite));
  return i32x4.shr_s(i32x4.shl(noise, 16), 16);
}

/** For neighbour sites in which cells live. A contact (high half) falls by 4096 with each. */
function company(contacts: v128): v128 {
  return i32x4.mul(i32x4.shr_u(i32x4.sub(i32x4.splat(ALL_FREE), contacts), 28), i32x4.splat(SITE_COMPANY));
}

/** `along` for sites in another row, `across` for those in another column, less what a diagonal costs. Both fours are alike. */
function polar(along: i32, across: v128): v128 {
  const lengthwise = v128.and(i32x4.splat(along), i32x4(-1, -1, 0, -1));
  const crosswise = v128.and(across, i32x4(0, -1, -1, -1));
  return i32x4.sub(i32x4.add(lengthwise, crosswise), i32x4(0, SITE_DIAGONAL, 0, SITE_DIAGONAL));
}

/** The direction of the highest of eight scores; of equals, the first. */
function best(score: v128, score2: v128): i32 {
  let top = i32x4.max_s(score, score2);
  top = i32x4.max_s(top, v128.shuffle<i32>(top, top, 2, 3, 0, 1));
  top = i32x4.max_s(top, v128.shuffle<i32>(top, top, 1, 0, 3, 2));
  return ctz(i32x4.bitmask(i32x4.eq(score, top)) | (i32x4.bitmask(i32x4.eq(score2, top)) << 4));
}

/** From a site to its neighbour: x goes 0 1 1 1 0 -1 -1 -1 with the direction, y -1 -1 0 1 1 1 0 -1. */
function stepTo(direction: i32): i32 {
  return eastward(direction) + eastward((direction + 6) & 7) * LATTICE;
}

function eastward(direction: i32): i32 {
  return (direction & 3) == 0 ? 0 : direction < 4 ? 1 : -1;
}
