/** The embryo itself: its beginning, and how cells come into it and go. */
import {
  EARLY_STEPS,
  MARGIN,
  NOISE_AXIS,
  NOISE_CLOCK,
  NOISE_DRIFT,
  NOISE_DRIFT_EARLY,
  NOISE_READING,
  NOISE_RIPE,
  NOISE_SITE,
  NOISE_STEP,
  NOISE_VIGOUR,
  NUTRITION_GROWTH,
} from '../constants';
import { clamp, high16, low16, mix, mix4, multiply, pair, saturate } from './arithmetic';
import {
  CONTACT,
  DRIFT,
  ERRORS,
  EXPRESSION,
  GENE_PAIRS,
  GRID,
  INPUT_PLACE,
  KEY,
  LATTICE,
  LIVES,
  RIPE,
  ROW,
  SITE,
  SITES,
  SLOT,
} from './memory';
import { readNetwork } from './network';

/** Living cells, and steps done. */
export let cells: i32 = 0;
export let step: i32 = 0;
export let seed: u32 = 0;

/** Noise amplitudes, q15. */
export let noiseStep: i32 = 0;
/** Added to growth in every cell, q14. */
export let vigour: i32 = 0;
export let noiseSite: i32 = 0;
let noiseDrift: i32 = 0;
let noiseDriftEarly: i32 = 0;
let noiseReading: i32 = 0;
let noiseRipe: i32 = 0;

/** Errors of the whole embryo in reading its clock and its gradients. */
export let clockShift: i32 = 0;
let axisShift: i32 = 0;
let midlineShift: i32 = 0;

/** The part of the lattice in which cells have lived, both ends included. */
export let top: i32 = 0;
export let bottom: i32 = 0;
export let left: i32 = 0;
export let right: i32 = 0;

/** Purposes of draws about the whole embryo. */
const AXIS: u32 = 1;
const MIDLINE: u32 = 2;
const PHASE: u32 = 3;
const VIGOUR: u32 = 4;
const LINEAGE: u32 = 5;

/** A site's contact when all its eight neighbours are free, and what each neighbour takes away, in the high half. */
export const ALL_FREE: i32 = 16384 << 16;
export const ONE_FREE: i32 = 4096 << 16;
/** A site's contact when no neighbour is free. */
export const NONE_FREE: i32 = ALL_FREE - 8 * ONE_FREE;

/** Four cells in the middle, from the genome in memory. */
export function begin(noiseSeed: u32, temperature: i32, nutrition: i32, noise: i32): void {
  seed = noise == 0 ? 0 : noiseSeed;
  noiseStep = amplitude(NOISE_STEP, noise);
  noiseSite = amplitude(NOISE_SITE, noise);
  noiseDrift = amplitude(NOISE_DRIFT, noise);
  noiseDriftEarly = amplitude(NOISE_DRIFT_EARLY, noise);
  noiseReading = amplitude(NOISE_READING, noise);
  noiseRipe = amplitude(NOISE_RIPE, noise);
  axisShift = jitter(AXIS, amplitude(NOISE_AXIS, noise));
  midlineShift = jitter(MIDLINE, amplitude(NOISE_AXIS, noise));
  clockShift = jitter(PHASE, amplitude(NOISE_CLOCK, noise));
  readNetwork(temperature, nutrition);
  vigour = jitter(VIGOUR, amplitude(NOISE_VIGOUR, noise)) + nutrition * NUTRITION_GROWTH;
  memory.fill(SLOT, 0xff, GRID);
  closeMargin();
  memory.fill(LIVES, 0, GRID);
  for (let at: i32 = 0; at < GRID; at += 16) v128.store(CONTACT + at, i32x4.splat(ALL_FREE));
  step = 0;
  cells = 0;
  const middle: i32 = LATTICE / 2;
  top = left = middle;
  bottom = right = middle - 1;
  const lineage = wholeDraw(LINEAGE);
  layZygote(lineage);
  for (let y = middle - 1; y <= middle; y++) for (let x = middle - 1; x <= middle; x++) bear(ZYGOTE, y * LATTICE + x);
}

/** What SLOT holds where no cell lives, but may: 0xff all over. Any other number below 0 is a site for no cell. */
export const VACANT: i32 = -1;

/** No cell may live in the outermost rings. */
function closeMargin(): void {
  const edge: i32 = MARGIN * LATTICE * 4;
  memory.fill(SLOT, 0x80, edge);
  memory.fill(SLOT + GRID - edge, 0x80, edge);
  // The end of one row and the beginning of the next.
  for (let at: i32 = SLOT + edge - MARGIN * 4; at < SLOT + GRID - edge; at += LATTICE * 4) {
    for (let site: i32 = 0; site < 2 * MARGIN; site++) store<i32>(at + site * 4, i32.MIN_VALUE);
  }
}

function amplitude(natural: i32, noise: i32): i32 {
  return clamp((natural * noise) / 100, 0, 32767);
}

function wholeDraw(purpose: u32): u32 {
  return mix(seed ^ (purpose * 0x9e3779b1));
}

function jitter(purpose: u32, strength: i32): i32 {
  return multiply(low16(wholeDraw(purpose)), strength);
}

/** The mother of the first four cells lies in a slot that they do not reach, and is overwritten later. */
const ZYGOTE: i32 = 4;

function layZygote(lineage: u32): void {
  for (let p: i32 = 0; p < GENE_PAIRS; p++) {
    store<i32>(EXPRESSION + p * ROW + ZYGOTE * 4, 0);
    store<i32>(DRIFT + p * ROW + ZYGOTE * 4, 0);
  }
  store<u32>(KEY + ZYGOTE * 4, lineage);
  store<i32>(ERRORS + ZYGOTE * 4, 0);
}

/** A daughter of the cell in slot `mother`, at `site`: her state, and a little noise of its own in what she hands down. */
export function bear(mother: i32, site: i32): void {
  const from = mother << 2;
  const to = cells << 2;
  const key = mix(load<u32>(KEY + from) ^ (<u32>(step * SITES + site + 1) * 0x85ebca6b));
  handDown(from, to, key);
  const errors = load<i32>(ERRORS + from);
  const reading = mix(key ^ 0x27d4eb2f);
  const axisError = saturate(low16(errors) + multiply(low16(reading), noiseReading));
  const midlineError = saturate(high16(errors) + multiply(high16(reading), noiseReading));
  const x = site & (LATTICE - 1);
  const y = site / LATTICE;
  const axis = clamp(528 * (2 * y - 31) + axisShift + axisError, -16384, 16384);
  const midline = clamp(16384 - abs(1056 * (2 * x - 31) + midlineShift) + midlineError, -16384, 16384);
  store<i32>(ERRORS + to, pair(axisError, midlineError));
  store<i32>(INPUT_PLACE + to, pair(axis, midline));
  store<u32>(KEY + to, key);
  store<i32>(SITE + to, site);
  store<i32>(RIPE + to, abs(multiply(low16(mix(key ^ 0x165667b1)), noiseRipe)));
  store<i32>(SLOT + (site << 2), cells);
  store<i32>(LIVES + (site << 2), -1);
  touchNeighbours(site, -ONE_FREE);
  top = min(top, y);
  bottom = max(bottom, y);
  left = min(left, x);
  right = max(right, x);
  cells++;
}

/** Expression as it is, drift with something added: more in the daughters of an early embryo. */
function handDown(from: i32, to: i32, key: u32): void {
  const strength = i16x8.splat(<i16>(step < EARLY_STEPS ? noiseDriftEarly : noiseDrift));
  const pairs = i32x4.mul(i32x4(1, 2, 3, 4), i32x4.splat(0xc2b2ae35));
  const keys = i32x4.add(i32x4.splat(key), pairs);
  const first = i16x8.q15mulr_sat_s(mix4(keys), strength);
  const second = i16x8.q15mulr_sat_s(mix4(i32x4.add(keys, i32x4.splat(<i32>(4 * <u32>0xc2b2ae35)))), strength);
  for (let p: i32 = 0; p < GENE_PAIRS; p++) {
    store<i32>(EXPRESSION + p * ROW + to, load<i32>(EXPRESSION + p * ROW + from));
  }
  drift(0, from, to, i32x4.extract_lane(first, 0));
  drift(1, from, to, i32x4.extract_lane(first, 1));
  drift(2, from, to, i32x4.extract_lane(first, 2));
  drift(3, from, to, i32x4.extract_lane(first, 3));
  drift(4, from, to, i32x4.extract_lane(second, 0));
  drift(5, from, to, i32x4.extract_lane(second, 1));
  drift(6, from, to, i32x4.extract_lane(second, 2));
  drift(7, from, to, i32x4.extract_lane(second, 3));
}

function drift(p: i32, from: i32, to: i32, noise: i32): void {
  const inherited = v128.load32_zero(DRIFT + p * ROW + from);
  v128.store_lane<i32>(DRIFT + p * ROW + to, i16x8.add_sat_s(inherited, i32x4.splat(noise)), 0);
}

/** The cell in `slot` dies; the last cell takes over its slot. */
export function bury(slot: i32): void {
  const to = slot << 2;
  const site = load<i32>(SITE + to) << 2;
  store<i32>(SLOT + site, -1);
  store<i32>(LIVES + site, 0);
  touchNeighbours(site >> 2, ONE_FREE);
  cells--;
  if (slot == cells) return;
  const from = cells << 2;
  for (let p: i32 = 0; p < GENE_PAIRS; p++) {
    store<i32>(EXPRESSION + p * ROW + to, load<i32>(EXPRESSION + p * ROW + from));
    store<i32>(DRIFT + p * ROW + to, load<i32>(DRIFT + p * ROW + from));
  }
  store<i32>(INPUT_PLACE + to, load<i32>(INPUT_PLACE + from));
  store<i32>(KEY + to, load<i32>(KEY + from));
  store<i32>(RIPE + to, load<i32>(RIPE + from));
  store<i32>(ERRORS + to, load<i32>(ERRORS + from));
  const moved = load<i32>(SITE + from);
  store<i32>(SITE + to, moved);
  store<i32>(SLOT + (moved << 2), slot);
}

function touchNeighbours(site: i32, change: i32): void {
  const at = CONTACT + (site << 2);
  touch(at - LATTICE * 4 - 4, change);
  touch(at - LATTICE * 4, change);
  touch(at - LATTICE * 4 + 4, change);
  touch(at - 4, change);
  touch(at + 4, change);
  touch(at + LATTICE * 4 - 4, change);
  touch(at + LATTICE * 4, change);
  touch(at + LATTICE * 4 + 4, change);
}

function touch(at: i32, change: i32): void {
  store<i32>(at, load<i32>(at) + change);
}

export function endStep(): void {
  step++;
}
