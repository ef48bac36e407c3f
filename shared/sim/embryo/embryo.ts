/** The growing embryo: what it is, how it begins, and how a cell comes into it. */
import { GENES, type Genome } from '../genome.ts';
import { mix } from '../rng.ts';
import { type GrowthConditions, LATTICE, SITES } from './body.ts';
import * as K from './constants.ts';
import { clamp, high16, low16, multiply, saturate } from './fixed.ts';
import { type Network, noiseAmplitude, readNetwork } from './network.ts';

export interface Cell {
  site: number;
  /** Names the cell for its noise: a hash of its lineage. */
  readonly key: number;
  /** Of whom it was born; null for the egg, which is the mother of the first four. For who asks: development never does. */
  readonly mother: Cell | null;
  /** Int16Array[GENES], q14: 0 (silent) to 16384 (full). */
  readonly expression: Int16Array;
  /** Int16Array[GENES], q15: inherited from the mother, with something added at each birth. */
  readonly drift: Int16Array;
  /** Head-to-tail and midline as this cell reads them, q14, and the errors (inherited, growing) in its reading. */
  readonly axis: number;
  readonly midline: number;
  readonly axisError: number;
  readonly midlineError: number;
  /** Progress towards the next division. */
  ripe: number;
}

/** All that a growing embryo is. */
export interface Embryo {
  readonly network: Network;
  readonly noise: Readonly<Record<'step' | 'drift' | 'driftEarly' | 'reading' | 'ripe' | 'site', number>>;
  readonly seed: number;
  readonly axisShift: number;
  readonly midlineShift: number;
  readonly clockShift: number;
  /** Added to growth in every cell, q14: the embryo's own, and its food's. */
  readonly vigour: number;
  step: number;
  cells: Cell[];
  /** Site → cell, or null. */
  readonly lattice: (Cell | null)[];
  /** The coat, once the last step is done; null before. */
  coat: Uint8Array | null;
}

/** Draws about the whole embryo, by purpose. */
const WHOLE = { axis: 1, midline: 2, clock: 3, vigour: 4, lineage: 5 } as const;

const wholeDraw = (seed: number, purpose: number): number => mix(seed ^ Math.imul(purpose, 0x9e3779b1));

/** Begins as four cells in the middle of the lattice. */
export function beginEmbryo(genome: Genome, noiseSeed: number, conditions: GrowthConditions): Embryo {
  // Without noise every seed is the same seed: then twins are the same to the byte.
  const seed = conditions.noise === 0 ? 0 : noiseSeed >>> 0;
  const strength = (amplitude: number): number => noiseAmplitude(amplitude, conditions.noise);
  const jitter = (purpose: number, amplitude: number): number =>
    multiply(low16(wholeDraw(seed, purpose)), strength(amplitude));
  const embryo: Embryo = {
    network: readNetwork(genome, conditions),
    noise: {
      step: strength(K.NOISE_STEP),
      drift: strength(K.NOISE_DRIFT),
      driftEarly: strength(K.NOISE_DRIFT_EARLY),
      reading: strength(K.NOISE_READING),
      ripe: strength(K.NOISE_RIPE),
      site: strength(K.NOISE_SITE),
    },
    seed,
    axisShift: jitter(WHOLE.axis, K.NOISE_AXIS),
    midlineShift: jitter(WHOLE.midline, K.NOISE_AXIS),
    clockShift: jitter(WHOLE.clock, K.NOISE_CLOCK),
    vigour: jitter(WHOLE.vigour, K.NOISE_VIGOUR) + conditions.nutrition * K.NUTRITION_GROWTH,
    step: 0,
    cells: [],
    lattice: new Array<Cell | null>(SITES).fill(null),
    coat: null,
  };
  const zygote: Cell = {
    site: 0,
    key: wholeDraw(seed, WHOLE.lineage),
    mother: null,
    expression: new Int16Array(GENES),
    drift: new Int16Array(GENES),
    axis: 0,
    midline: 0,
    axisError: 0,
    midlineError: 0,
    ripe: 0,
  };
  const middle = LATTICE / 2;
  for (const [y, x] of [
    [middle - 1, middle - 1],
    [middle - 1, middle],
    [middle, middle - 1],
    [middle, middle],
  ] as const) {
    bear(embryo, zygote, y * LATTICE + x);
  }
  return embryo;
}

/** A daughter of `mother` at `site`: her state, and a little noise of its own in what she hands down. */
export function bear(embryo: Embryo, mother: Cell, site: number): void {
  const key = mix(mother.key ^ Math.imul(embryo.step * SITES + site + 1, 0x85ebca6b));
  const amplitude = embryo.step < K.EARLY_STEPS ? embryo.noise.driftEarly : embryo.noise.drift;
  const drift = mother.drift.map((inherited, g) => {
    const draw = mix(key + Math.imul((g >> 1) + 1, 0xc2b2ae35));
    return saturate(inherited + multiply(half(draw, g), amplitude));
  });
  const reading = mix(key ^ 0x27d4eb2f);
  const axisError = saturate(mother.axisError + multiply(low16(reading), embryo.noise.reading));
  const midlineError = saturate(mother.midlineError + multiply(high16(reading), embryo.noise.reading));
  const x = site % LATTICE;
  const y = (site - x) / LATTICE;
  const cell: Cell = {
    site,
    key,
    mother,
    expression: mother.expression.slice(),
    drift,
    axis: clamp(528 * (2 * y - 31) + embryo.axisShift + axisError, -16384, 16384),
    midline: clamp(16384 - Math.abs(1056 * (2 * x - 31) + embryo.midlineShift) + midlineError, -16384, 16384),
    axisError,
    midlineError,
    ripe: Math.abs(multiply(low16(mix(key ^ 0x165667b1)), embryo.noise.ripe)),
  };
  embryo.cells.push(cell);
  embryo.lattice[site] = cell;
}

/** One draw serves two genes: the even one takes its low half, the odd one its high half. */
export const half = (draw: number, gene: number): number => (gene & 1 ? high16(draw) : low16(draw));

/** Eight neighbours, clockwise from the head's side. */
export const DX = [0, 1, 1, 1, 0, -1, -1, -1];
export const DY = [-1, -1, 0, 1, 1, 1, 0, -1];

export const neighbourSite = (site: number, direction: number): number =>
  site + (DY[direction] ?? 0) * LATTICE + (DX[direction] ?? 0);

/** Sites beside this one in which no cell lives, 0 to 8. */
export function freeNeighbours(embryo: Embryo, site: number): number {
  let free = 0;
  for (let d = 0; d < 8; d++) if (!embryo.lattice[neighbourSite(site, d)]) free++;
  return free;
}
