/** Reading a genome: from signatures to weights, spread out so that the inner loop only loads and multiplies. */
import {
  AFFINITY_FLOOR,
  AFFINITY_MAX,
  AFFINITY_SHIFT,
  BASAL_SCALE,
  CONDITION_SCALE,
  DRIVE_SHIFT,
  RATE_LEAST,
  RATE_SCALE,
  REST,
  REST_LEVEL,
} from '../constants';
import { pair } from './arithmetic';
import { BIAS, GENES, GENE_PAIRS, GENOME, PAIRS, RATES, WEIGHTS } from './memory';

const SIGNATURE: i32 = 6;
const GENE_BYTES: i32 = 14;
const INPUTS: i32 = 6;
const INPUTS_AT: i32 = GENOME + GENES * GENE_BYTES;
const GLOBALS_AT: i32 = INPUTS_AT + INPUTS * SIGNATURE;

export const GROWTH: i32 = 0;
export const POLARITY: i32 = 1;
export const DEATH: i32 = 2;

export const COAT_KIND: i32 = 0;
export const COAT_SCALE: i32 = 1;
export const COAT_CONTRAST: i32 = 2;
export const COAT_DIRECTION: i32 = 3;
export const CLOCK_PERIOD: i32 = 4;
export const FRONT_SPEED: i32 = 5;
export const DIFFUSION: i32 = 6;
export const TONE: i32 = 7;

/** A global number of the genome, 0 to 255. */
export function globalGene(index: i32): i32 {
  return load<u8>(GLOBALS_AT + index);
}

/** The affinity of a product signature (at `product`) for a promoter signature. */
function affinity(promoter: i32, product: i32): i32 {
  let dot: i32 = 0;
  for (let k: i32 = 0; k < SIGNATURE; k++) dot += <i32>load<i8>(promoter + k) * <i32>load<i8>(product + k);
  const above = abs(dot) - AFFINITY_FLOOR;
  if (above <= 0) return 0;
  const strength = min(AFFINITY_MAX, above >> AFFINITY_SHIFT);
  return dot < 0 ? -strength : strength;
}

function rate(gene: i32): i32 {
  return RATE_LEAST + <i32>load<u8>(GENOME + gene * GENE_BYTES + 2 * SIGNATURE + 1) * RATE_SCALE;
}

/** Writes WEIGHTS, BIAS and RATES. */
export function readNetwork(temperature: i32, nutrition: i32): void {
  for (let g: i32 = 0; g < GENES; g++) {
    const promoter = GENOME + g * GENE_BYTES + SIGNATURE;
    let sum: i32 = 0;
    for (let p: i32 = 0; p < PAIRS; p++) {
      const isGene = p < GENE_PAIRS;
      const first = isGene ? GENOME + 2 * p * GENE_BYTES : INPUTS_AT + 2 * (p - GENE_PAIRS) * SIGNATURE;
      const second = first + (isGene ? GENE_BYTES : SIGNATURE);
      const one = affinity(promoter, first);
      const other = affinity(promoter, second);
      if (isGene) sum += one + other;
      v128.store(WEIGHTS + (g * PAIRS + p) * 16, i32x4.splat(pair(one, other)));
    }
    const basal = <i32>load<i8>(GENOME + g * GENE_BYTES + 2 * SIGNATURE) * BASAL_SCALE + REST;
    const felt =
      affinity(promoter, INPUTS_AT + 4 * SIGNATURE) * temperature * CONDITION_SCALE +
      affinity(promoter, INPUTS_AT + 5 * SIGNATURE) * nutrition * CONDITION_SCALE;
    v128.store(BIAS + g * 16, i32x4.splat((basal << DRIVE_SHIFT) + felt - sum * REST_LEVEL));
  }
  for (let p: i32 = 0; p < GENE_PAIRS; p++) v128.store(RATES + p * 16, i32x4.splat(pair(rate(2 * p), rate(2 * p + 1))));
}
