/**
 * Counter-based random numbers: every draw is a pure function of (seed, what it is for, index), so the order of evaluation
 * cannot matter and no stream is shared. Integer arithmetic only: the same everywhere, bit for bit.
 */

/** What a draw is for. The numbers are part of every recording: never renumber, only add. */
export const Stream = {
  crossover: 1,
  mutationSite: 2,
  mutationSize: 3,
  development: 4,
  parents: 5,
  migration: 6,
  encounter: 7,
  encounterFate: 8,
  map: 9,
  twin: 10,
  exam: 11,
  bot: 12,
  standing: 13,
  founderSearch: 14,
  shock: 15,
  question: 16,
  brief: 17,
  clone: 18,
} as const;
export type Stream = (typeof Stream)[keyof typeof Stream];

/**
 * A 32-bit mixing function with low bias (two xor-shift-multiply rounds; constants found by C. Wellons' hash-prospector search,
 * nullprogram.com/blog/2018/07/31). In: any 32-bit integer; out: 0 to 2^32 - 1.
 */
export function mix(value: number): number {
  let x = value;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  return x >>> 0;
}

/** One draw, 0 to 2^32 - 1. `index` and `part` are any 32-bit integers. */
export const draw = (seed: number, stream: Stream, index: number, part = 0): number =>
  drawOf(streamOf(seed, stream), index, part);

/** What all draws of one seed for one purpose share: for who makes very many of them. */
export const streamOf = (seed: number, stream: Stream): number => mix(seed ^ Math.imul(stream, 0x9e3779b1));

/** The same draw as `draw`, from what streamOf gave. */
export const drawOf = (stream: number, index: number, part = 0): number =>
  mix(mix(stream + Math.imul(index, 0x85ebca77)) ^ Math.imul(part, 0xc2b2ae3d));

/** A draw from 0 to `count` - 1 (`count` from 1 to 65,536; bias below 2^-16). */
export function drawBelow(count: number, seed: number, stream: Stream, index: number, part = 0): number {
  return ((draw(seed, stream, index, part) >>> 16) * count) >>> 16;
}
