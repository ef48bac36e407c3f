/** Reading a genome: from signatures to the affinities, drives and rates that a growing embryo uses. */
import {
  GENE_BYTES,
  GENES,
  type Genome,
  GLOBALS_OFFSET,
  GlobalGene,
  INPUTS,
  INPUTS_OFFSET,
  SIGNATURE,
} from '../genome.ts';
import type { GrowthConditions } from './body.ts';
import * as K from './constants.ts';
import { clamp } from './fixed.ts';

/** Inputs that differ from cell to cell; temperature and nutrition are the same everywhere and go into the bias. */
export const CELL_INPUTS = 4;

/** What moves one gene. */
export interface Regulation {
  /** Int16Array[GENES + CELL_INPUTS]: how strongly each gene's product, then axis, midline, clock and contact move it. */
  readonly affinities: Int16Array;
  /** Constant drive, q26. */
  readonly bias: number;
  /** Share of the way to the target, a step, q15. */
  readonly rate: number;
}

export interface Network {
  /** One for each gene, in order. */
  readonly genes: readonly Regulation[];
  /** 256ths of a turn a step. */
  readonly clockTurn: number;
  /** 16ths of a step a row. */
  readonly frontPace: number;
  /** Share exchanged with each neighbour a step, q15. */
  readonly diffusion: number;
  readonly coat: {
    readonly kind: number;
    readonly scale: number;
    readonly contrast: number;
    readonly direction: number;
  };
  /** Added to every colour, -64 to 63. */
  readonly tone: number;
}

const signed = (byte: number | undefined): number => ((byte ?? 0) << 24) >> 24;

/** From a dot product of signatures to a weight: nothing below the floor, then linear, then saturated. */
function affinity(dot: number): number {
  const above = Math.abs(dot) - K.AFFINITY_FLOOR;
  if (above <= 0) return 0;
  const strength = Math.min(K.AFFINITY_MAX, above >> K.AFFINITY_SHIFT);
  return dot < 0 ? -strength : strength;
}

function dot(genome: Genome, a: number, b: number): number {
  let sum = 0;
  for (let k = 0; k < SIGNATURE; k++) sum += signed(genome[a + k]) * signed(genome[b + k]);
  return sum;
}

/** From a task's number to the genes whose products make its complex. */
export const PARTS = [0, K.PART_B, K.PART_C, K.PART_D, K.PART_E, K.PART_F] as const;

/** Level of the complex of a task (0 to 11) in a cell: the sum of its six parts, 6 × q14. */
export function complexLevel(expression: ArrayLike<number>, task: number): number {
  return PARTS.reduce<number>((sum, part) => sum + (expression[(task + part) % GENES] ?? 0), 0);
}

/** The same as a mean, q14. */
export function meanLevel(expression: ArrayLike<number>, task: number): number {
  return (complexLevel(expression, task) * K.SIXTH) >> 16;
}

/** The network that a genome encodes, under these conditions. */
export function readNetwork(genome: Genome, conditions: GrowthConditions): Network {
  const temperature = conditions.temperature * K.CONDITION_SCALE;
  const nutrition = conditions.nutrition * K.CONDITION_SCALE;
  const genes = Array.from({ length: GENES }, (_, g): Regulation => {
    const promoter = g * GENE_BYTES + SIGNATURE;
    const products = Array.from({ length: GENES }, (_, h) => affinity(dot(genome, promoter, h * GENE_BYTES)));
    const inputs = Array.from({ length: INPUTS }, (_, i) =>
      affinity(dot(genome, promoter, INPUTS_OFFSET + i * SIGNATURE)),
    );
    const basal = signed(genome[g * GENE_BYTES + 2 * SIGNATURE]) * K.BASAL_SCALE + K.REST;
    return {
      affinities: Int16Array.of(...products, ...inputs.slice(0, CELL_INPUTS)),
      bias:
        (basal << K.DRIVE_SHIFT) +
        (inputs[4] ?? 0) * temperature +
        (inputs[5] ?? 0) * nutrition -
        products.reduce((sum, weight) => sum + weight, 0) * K.REST_LEVEL,
      rate: K.RATE_LEAST + (genome[g * GENE_BYTES + 2 * SIGNATURE + 1] ?? 0) * K.RATE_SCALE,
    };
  });
  const global = (index: number): number => genome[GLOBALS_OFFSET + index] ?? 0;
  return {
    genes,
    clockTurn: K.CLOCK_LEAST + ((global(GlobalGene.clockPeriod) * K.CLOCK_RANGE) >> 8),
    frontPace: K.FRONT_LEAST + ((global(GlobalGene.frontSpeed) * K.FRONT_RANGE) >> 8),
    diffusion: global(GlobalGene.diffusion) << 5,
    coat: {
      kind: global(GlobalGene.coatKind),
      scale: global(GlobalGene.coatScale),
      contrast: global(GlobalGene.coatContrast),
      direction: global(GlobalGene.coatDirection),
    },
    tone: (global(GlobalGene.tone) >> 1) - 64,
  };
}

/** Noise of strength `amplitude` (q15 at 100 per cent) under `noise` per cent. */
export function noiseAmplitude(amplitude: number, noise: number): number {
  return clamp(Math.floor((amplitude * noise) / 100), 0, 32767);
}
