/**
 * What each cell's genes express next: the inner loop, where nearly all the time goes. Eight cells at a time; first the drives
 * of all their genes, then noise and response.
 */
import { DRIVE_SHIFT, FRONT_LEAST, FRONT_RANGE, FRONT_START, CLOCK_LEAST, CLOCK_RANGE } from '../constants';
import { MIX_FIRST, MIX_SECOND, mix4By } from './arithmetic';
import { cells, clockShift, noiseStep, step } from './embryo';
import {
  BIAS,
  CLOCK,
  CONTACT,
  DRIFT,
  DRIVES,
  EXPRESSION,
  GENE_PAIRS,
  HELD,
  INPUT_TIME,
  KEY,
  LATTICE,
  PAIRS,
  RATES,
  ROW,
  SITE,
  WEIGHTS,
} from './memory';
import { CLOCK_PERIOD, FRONT_SPEED, globalGene } from './network';

/** Bytes between the weights of one gene and the next. */
const GENE_WEIGHTS: i32 = PAIRS * 16;

/** What is added to a cell's key from one pair of genes to the next. */
const TURN: u32 = 0x9e3779b1;

export function express(): void {
  hold();
  readClock();
  feelTime();
  const end = cells << 2;
  for (let at: i32 = 0; at < end; at += 32) {
    for (let p: i32 = 0; p < GENE_PAIRS; p += 2) drive(at, p);
    respond(at);
  }
}

/**
 * Constants of `respond`. V8 makes a v128 constant anew wherever it is used, but leaves in its register what was loaded before a
 * loop: a thirtieth of all the time.
 */
function hold(): void {
  v128.store(HELD, i32x4.splat(TURN));
  v128.store(HELD, i32x4.splat(MIX_FIRST), 16);
  v128.store(HELD, i32x4.splat(MIX_SECOND), 32);
  v128.store(HELD, i16x8.splat(24576), 48);
  v128.store(HELD, i16x8.splat(8192), 64);
}

/** The clock in each row: turning until the wave of freezing has passed, then still. A triangle wave, q14. */
function readClock(): void {
  const turn = CLOCK_LEAST + ((globalGene(CLOCK_PERIOD) * CLOCK_RANGE) >> 8);
  const pace = FRONT_LEAST + ((globalGene(FRONT_SPEED) * FRONT_RANGE) >> 8);
  for (let y: i32 = 0; y < LATTICE; y++) {
    const time = min(step * 16, FRONT_START + y * pace);
    const phase = (((time * turn) >> 4) + clockShift) & 255;
    const wave = phase < 128 ? phase * 256 - 16384 : 49152 - phase * 256;
    store<i32>(CLOCK + y * 4, wave & 0xffff);
  }
}

/** The inputs that change from step to step: clock and contact. */
function feelTime(): void {
  const end = cells << 2;
  for (let at: i32 = 0; at < end; at += 4) {
    const site = load<i32>(SITE + at);
    const clock = load<i32>(CLOCK + ((site / LATTICE) << 2));
    store<i32>(INPUT_TIME + at, clock | load<i32>(CONTACT + (site << 2)));
  }
}

/** Drives of the genes of pairs `p` and `p + 1` in eight cells, q15: four genes by eight cells fill the registers. */
function drive(at: i32, p: i32): void {
  let weights = WEIGHTS + p * 2 * GENE_WEIGHTS;
  let sources = EXPRESSION + at;
  const bias = BIAS + p * 32;
  let a0 = v128.load(bias);
  let a1 = a0;
  let b0 = v128.load(bias, 16);
  let b1 = b0;
  let c0 = v128.load(bias, 32);
  let c1 = c0;
  let d0 = v128.load(bias, 48);
  let d1 = d0;
  for (let source: i32 = 0; source < PAIRS; source++) {
    const x0 = v128.load(sources);
    const x1 = v128.load(sources, 16);
    const a = v128.load(weights);
    const b = v128.load(weights, GENE_WEIGHTS);
    const c = v128.load(weights, 2 * GENE_WEIGHTS);
    const d = v128.load(weights, 3 * GENE_WEIGHTS);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, a));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x1, a));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, b));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x1, b));
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x0, c));
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x1, c));
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x0, d));
    d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x1, d));
    sources += ROW;
    weights += 16;
  }
  const even = narrow(a0, a1);
  const odd = narrow(b0, b1);
  const nextEven = narrow(c0, c1);
  const nextOdd = narrow(d0, d1);
  const drives = DRIVES + p * 32;
  v128.store(drives, v128.shuffle<i16>(even, odd, 0, 8, 1, 9, 2, 10, 3, 11));
  v128.store(drives, v128.shuffle<i16>(even, odd, 4, 12, 5, 13, 6, 14, 7, 15), 16);
  v128.store(drives, v128.shuffle<i16>(nextEven, nextOdd, 0, 8, 1, 9, 2, 10, 3, 11), 32);
  v128.store(drives, v128.shuffle<i16>(nextEven, nextOdd, 4, 12, 5, 13, 6, 14, 7, 15), 48);
}

/** From q26 to q15, saturating. */
function narrow(low: v128, high: v128): v128 {
  return i16x8.narrow_i32x4_s(i32x4.shr_s(low, DRIVE_SHIFT), i32x4.shr_s(high, DRIVE_SHIFT));
}

/** Drift and noise on the drives of eight cells, and their expression's way towards the response. */
function respond(at: i32): void {
  const turn = v128.load(HELD);
  const mixFirst = v128.load(HELD, 16);
  const mixSecond = v128.load(HELD, 32);
  const steepest = v128.load(HELD, 48);
  const half = v128.load(HELD, 64);
  const first = i32x4.splat((step * GENE_PAIRS + 1) * TURN);
  let key0 = i32x4.add(v128.load(KEY + at), first);
  let key1 = i32x4.add(v128.load(KEY + at, 16), first);
  const amplitude = i16x8.splat(<i16>noiseStep);
  let place = at;
  for (let p: i32 = 0; p < GENE_PAIRS; p++) {
    const rate = v128.load(RATES + p * 16);
    const noise0 = i16x8.q15mulr_sat_s(mix4By(key0, mixFirst, mixSecond), amplitude);
    const noise1 = i16x8.q15mulr_sat_s(mix4By(key1, mixFirst, mixSecond), amplitude);
    const drives = DRIVES + p * 32;
    const steady0 = i16x8.add_sat_s(v128.load(drives), v128.load(place, DRIFT));
    const steady1 = i16x8.add_sat_s(v128.load(drives, 16), v128.load(place, DRIFT + 16));
    const now0 = v128.load(place, EXPRESSION);
    const now1 = v128.load(place, EXPRESSION + 16);
    const way0 = i16x8.q15mulr_sat_s(rate, i16x8.sub(response(i16x8.add_sat_s(steady0, noise0), steepest, half), now0));
    const way1 = i16x8.q15mulr_sat_s(rate, i16x8.sub(response(i16x8.add_sat_s(steady1, noise1), steepest, half), now1));
    v128.store(place, i16x8.add(now0, way0), EXPRESSION);
    v128.store(place, i16x8.add(now1, way1), EXPRESSION + 16);
    key0 = i32x4.add(key0, turn);
    key1 = i32x4.add(key1, turn);
    place += ROW;
  }
}

/** Saturating response to drives: a cubic smooth step, of slope 24576 / 16384 in the middle. `half` is 8192. */
function response(drive: v128, steepest: v128, half: v128): v128 {
  const square = i16x8.q15mulr_sat_s(drive, drive);
  const slope = i16x8.sub(steepest, i16x8.shr_u(square, 2));
  // Half the sum of a number and 16384, taken apart so that it stays within 16 bits.
  return i16x8.add(i16x8.shr_s(i16x8.q15mulr_sat_s(drive, slope), 1), half);
}
