/**
 * Development, readable: this file is the specification, and the kernel must equal it byte for byte. It is written to be
 * read, not to be fast. MODEL.md tells the same in words.
 */
import { GENES, GeneRole, type Genome } from '../genome.ts';
import { mix } from '../rng.ts';
import {
  type BeginGrowth,
  BODY_BYTES,
  type Body,
  type Grow,
  type GrowthConditions,
  LATTICE,
  SITES,
  STEPS,
} from './body.ts';
import { paintCoat } from './coat.ts';
import * as K from './constants.ts';
import { clamp, high16, low16, multiply, saturate } from './fixed.ts';
import { checkPerturbation, holdable } from './microscope.ts';
import { CELL_INPUTS, type Network, noiseAmplitude, readNetwork } from './network.ts';
import { settle } from './settle.ts';

export interface Cell {
  site: number;
  /** Names the cell for its noise: a hash of its lineage. */
  readonly key: number;
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
  step: number;
  cells: Cell[];
  /** Site → cell, or null. */
  readonly lattice: (Cell | null)[];
  /** The coat, once the last step is done; null before. */
  coat: Uint8Array | null;
}

/** Eight neighbours, clockwise from the head's side. */
const DX = [0, 1, 1, 1, 0, -1, -1, -1];
const DY = [-1, -1, 0, 1, 1, 1, 0, -1];

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
    network: readNetwork(genome, conditions, jitter(WHOLE.vigour, K.NOISE_VIGOUR)),
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
    step: 0,
    cells: [],
    lattice: new Array<Cell | null>(SITES).fill(null),
    coat: null,
  };
  const zygote: Cell = {
    site: 0,
    key: wholeDraw(seed, WHOLE.lineage),
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
function bear(embryo: Embryo, mother: Cell, site: number): void {
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

/** The clock as a row of cells feels it: turning until the wave of freezing has passed, then still. Triangle wave, q14. */
function clockInput(embryo: Embryo, y: number): number {
  const { network, step, clockShift } = embryo;
  const time = Math.min(step * 16, K.FRONT_START + y * network.frontPace);
  const phase = (((time * network.clockTurn) >> 4) + clockShift) & 255;
  return phase < 128 ? phase * 256 - 16384 : 49152 - phase * 256;
}

function freeNeighbours(embryo: Embryo, site: number): number {
  let free = 0;
  for (let d = 0; d < 8; d++) if (!embryo.lattice[neighbourSite(site, d)]) free++;
  return free;
}

const neighbourSite = (site: number, direction: number): number =>
  site + (DY[direction] ?? 0) * LATTICE + (DX[direction] ?? 0);

/** Saturating response to a drive of q15: a cubic smooth step, q14 from 0 to 16384. */
export function response(drive: number): number {
  const square = multiply(drive, drive);
  return (multiply(drive, 24576 - (square >> 2)) + 16384) >> 1;
}

/** What a cell's genes express next, from nothing but its own state and what its place tells it. */
function express(embryo: Embryo, cell: Cell): void {
  const { network, step, noise } = embryo;
  const clock = clockInput(embryo, Math.floor(cell.site / LATTICE));
  const contact = freeNeighbours(embryo, cell.site) * 4096 - 16384;
  const sources = new Int16Array(GENES + CELL_INPUTS);
  sources.set(cell.expression);
  sources.set([cell.axis, cell.midline, clock, contact], GENES);
  for (const [g, { affinities, bias, rate }] of network.genes.entries()) {
    let sum = bias;
    for (let source = 0; source < sources.length; source++) sum += (affinities[source] ?? 0) * (sources[source] ?? 0);
    const draw = mix(cell.key + Math.imul(step * (GENES / 2) + (g >> 1) + 1, 0x9e3779b1));
    const drive = saturate(saturate(sum >> K.DRIVE_SHIFT) + (cell.drift[g] ?? 0));
    const noisy = saturate(drive + multiply(half(draw, g), noise.step));
    const now = sources[g] ?? 0;
    cell.expression[g] = now + multiply(rate, response(noisy) - now);
  }
}

/** One draw serves two genes: the even one takes its low half, the odd one its high half. */
const half = (draw: number, gene: number): number => (gene & 1 ? high16(draw) : low16(draw));

/** Morphogens level out between a cell and its four nearest neighbours; none leaves the body. */
function diffuse({ cells, lattice, network }: Embryo): void {
  for (const gene of [GeneRole.morphogenA, GeneRole.morphogenB]) {
    const level = cells.map(({ site, expression }) => {
      const here = expression[gene] ?? 0;
      let difference = 0;
      for (let d = 0; d < 8; d += 2) difference += (lattice[neighbourSite(site, d)]?.expression[gene] ?? here) - here;
      return here + ((difference * network.diffusion) >> 15);
    });
    cells.forEach(({ expression }, c) => {
      expression[gene] = level[c] ?? 0;
    });
  }
}

/** The free site that suits a daughter best, or -1. */
function daughterSite(embryo: Embryo, cell: Cell): number {
  const x = cell.site % LATTICE;
  const y = (cell.site - x) / LATTICE;
  const side = 2 * x < LATTICE ? -1 : 1;
  // The grain of the tissue is the same on the left as on the right, and in every embryo: only noise makes sides differ.
  const grain = mix(Math.imul(Math.abs(2 * x - 31) + 64 * y + 2048 * embryo.step, 0x9e3779b1));
  const jitter = mix(cell.key ^ Math.imul(embryo.step + 1, 0xc2b2ae35));
  const polarity = (cell.expression[GeneRole.polarity] ?? 0) - 8192;
  let best = -1;
  let bestScore = -0x80000000;
  for (let d = 0; d < 8; d++) {
    const site = neighbourSite(cell.site, d);
    const nx = x + (DX[d] ?? 0);
    const ny = y + (DY[d] ?? 0);
    if (nx < K.MARGIN || ny < K.MARGIN || nx >= LATTICE - K.MARGIN || ny >= LATTICE - K.MARGIN) continue;
    if (embryo.lattice[site]) continue;
    const dx = (DX[d] ?? 0) * side;
    const dy = Math.abs(DY[d] ?? 0);
    const mirrored = side < 0 ? (8 - d) & 7 : d;
    const along = polarity > 0 ? dy * polarity : -dx * polarity;
    const score =
      (((mix(grain + mirrored) >>> 16) * K.SITE_GRAIN) >>> 16) +
      multiply(low16(mix(jitter + d)), embryo.noise.site) +
      along * K.SITE_POLARITY +
      (8 - freeNeighbours(embryo, site)) * K.SITE_COMPANY -
      (d & 1) * K.SITE_DIAGONAL;
    if (score > bestScore) {
      bestScore = score;
      best = site;
    }
  }
  return best;
}

/** Ripe cells divide where there is room; then the doomed die. In the order of birth. */
function divideAndDie(embryo: Embryo): void {
  const present = embryo.cells.length;
  for (let c = 0; c < present; c++) {
    const cell = embryo.cells[c];
    if (!cell) break;
    const vigour = (cell.expression[GeneRole.growth] ?? 0) - K.GROWTH_FLOOR;
    if (vigour > 0) cell.ripe = Math.min(cell.ripe + vigour, K.RIPE);
    if (cell.ripe < K.RIPE || embryo.cells.length >= K.CELLS_MAX) continue;
    const site = daughterSite(embryo, cell);
    if (site < 0) continue;
    cell.ripe = 0;
    bear(embryo, cell, site);
  }
  if (embryo.step < K.DEATH_STEP) return;
  for (let c = embryo.cells.length - 1; c >= 0; c--) {
    const cell = embryo.cells[c];
    if (!cell || (cell.expression[GeneRole.death] ?? 0) <= K.DEATH_LEVEL) continue;
    embryo.lattice[cell.site] = null;
    const last = embryo.cells.pop();
    if (last && last !== cell) embryo.cells[c] = last;
  }
}

/** One developmental step; false when growth had ended. */
export function advanceEmbryo(embryo: Embryo): boolean {
  if (embryo.step >= STEPS) return false;
  for (const cell of embryo.cells) express(embryo, cell);
  diffuse(embryo);
  divideAndDie(embryo);
  embryo.step++;
  if (embryo.step === STEPS) embryo.coat = paintCoat(embryo);
  return true;
}

export function bodyOf(embryo: Embryo): Body {
  const body = new Uint8Array(BODY_BYTES);
  settle(embryo, body);
  if (embryo.coat) body.set(embryo.coat, 4 * SITES);
  return body;
}

function expressionOf({ cells }: Embryo): Int16Array {
  const values = new Int16Array(GENES * cells.length);
  cells.forEach(({ expression }, c) => {
    for (let g = 0; g < GENES; g++) values[g * cells.length + c] = expression[g] ?? 0;
  });
  return values;
}

function perturb({ cells, step }: Embryo, values: Int16Array): void {
  checkPerturbation(values, cells.length, step === STEPS);
  cells.forEach(({ expression }, c) => {
    for (let g = 0; g < GENES; g++) expression[g] = holdable(values[g * cells.length + c] ?? 0);
  });
}

export const beginGrowth: BeginGrowth = (genome, noiseSeed, conditions) => {
  const embryo = beginEmbryo(genome, noiseSeed, conditions);
  return {
    get step() {
      return embryo.step;
    },
    advance: () => advanceEmbryo(embryo),
    body: () => bodyOf(embryo),
    sites: () => Uint16Array.from(embryo.cells, ({ site }) => site),
    expression: () => expressionOf(embryo),
    setExpression: (values) => perturb(embryo, values),
  };
};

export const grow: Grow = (genome, noiseSeed, conditions) => {
  const embryo = beginEmbryo(genome, noiseSeed, conditions);
  while (advanceEmbryo(embryo));
  return bodyOf(embryo);
};
