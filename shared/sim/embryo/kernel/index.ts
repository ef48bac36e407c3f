/**
 * The kernel: development as in reference.ts, the same to the byte, in fixed memory and 128-bit integer SIMD.
 *
 * Use: write 268 bytes at `genome`, call `begin`, then `advance` until it answers 0; after `settleBody` the body lies at `body`
 * (5,120 bytes). Or call `grow` for all of it. One growth at a time; for several at once, instantiate several times.
 */
import { STEPS } from '../constants';
import { paintCoat } from './coat';
import { diffuse } from './diffuse';
import { die, divide } from './divide';
import { begin as beginEmbryo, cells, endStep, step as stepsDone } from './embryo';
import { express } from './express';
import { BODY, EXPRESSION, GENOME, ROW, SITE } from './memory';
import { settle } from './settle';

/** Addresses of what is handed over. */
export const genome: i32 = GENOME;
export const body: i32 = BODY;

/**
 * The microscope: where the cells' state lies, for experiments in mid-growth. `sites` is i32[slots], `expression` is
 * i16[gene pairs][slots][2]; slots from 0 to `livingCells()` - 1 are in use.
 */
export const sites: i32 = SITE;
export const expression: i32 = EXPRESSION;
export const slots: i32 = ROW / 4;

export function livingCells(): i32 {
  return cells;
}

/** Conditions in their units: temperature and nutrition -100 to 100, noise in per cent. */
export function begin(noiseSeed: u32, temperature: i32, nutrition: i32, noise: i32): void {
  beginEmbryo(noiseSeed, temperature, nutrition, noise);
}

/** Steps done so far. */
export function step(): i32 {
  return stepsDone;
}

/** One developmental step; 0 when growth had already ended. */
export function advance(): i32 {
  if (stepsDone >= STEPS) return 0;
  express();
  diffuse();
  divide();
  die();
  endStep();
  return 1;
}

/** Writes the body as it now stands; the coat appears with the last step. */
export function settleBody(): void {
  settle();
  if (stepsDone == STEPS) paintCoat();
}

export function grow(noiseSeed: u32, temperature: i32, nutrition: i32, noise: i32): void {
  begin(noiseSeed, temperature, nutrition, noise);
  while (advance() != 0);
  settleBody();
}
