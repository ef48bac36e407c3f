/**
 * The genome: 268 bytes, the whole heredity of a creature. Every cell of the body carries the same copy.
 *
 * Layout: GENES blocks of 14 bytes (product signature, promoter signature, basal level, rate), then INPUTS blocks of 6 bytes
 * (the signature by which each maternal input is felt), then GLOBALS bytes. Signatures and basal levels are signed 8-bit.
 * The affinity between gene h's product and gene g's promoter is the dot product of their signatures: the regulatory
 * network of 16 × 16 affinities is a matrix of rank 6 at most. That is the compression.
 */
import { drawBelow, drawOf, Stream, streamOf } from './rng.ts';

export const GENES = 16;
export const SIGNATURE = 6;
export const GENE_BYTES = 2 * SIGNATURE + 2;
/** Head-to-tail gradient, distance to the midline, segmentation clock, contact (free neighbour sites), temperature, nutrition. */
export const INPUTS = 6;
/** Coat kind, coat scale, coat contrast, coat direction, clock period, front speed, diffusion, tone. */
export const GLOBALS = 8;
export const INPUTS_OFFSET = GENES * GENE_BYTES;
export const GLOBALS_OFFSET = INPUTS_OFFSET + INPUTS * SIGNATURE;
export const GENOME_BYTES = GLOBALS_OFFSET + GLOBALS;
/**
 * Units of inheritance, each passed on whole from one parent or the other: what a gene makes (its product signature), what reads it
 * (its promoter signature, with basal level and rate), an input signature, a single global number.
 */
export const LOCI = 2 * GENES + INPUTS + GLOBALS;

export type Genome = Uint8Array;

/**
 * What a cell can do. No gene does any of it alone: each task is the work of a complex of six gene products (PART_B and the
 * others in embryo/constants.ts), and each gene has a part in three tasks or more.
 */
export const Task = {
  growth: 0,
  polarity: 1,
  death: 2,
  muscle: 3,
  shell: 4,
  fat: 5,
  leaf: 6,
  eye: 7,
  fin: 8,
  red: 9,
  green: 10,
  blue: 11,
} as const;

/** Genes have numbers, not names: none is “for” anything. */
export const GENE_NAMES: readonly string[] = Array.from({ length: GENES }, (_, gene) => `gene ${gene + 1}`);

/** Genes whose products diffuse from cell to cell. Every gene regulates. */
export const Morphogen = { first: 12, second: 13 } as const;

/** Indices of the global numbers, counted from GLOBALS_OFFSET. */
export const GlobalGene = {
  coatKind: 0,
  coatScale: 1,
  coatContrast: 2,
  coatDirection: 3,
  clockPeriod: 4,
  frontSpeed: 5,
  diffusion: 6,
  tone: 7,
} as const;

/** Byte range [start, end) of a locus, 0 to LOCI - 1. */
export function locusRange(locus: number): readonly [start: number, end: number] {
  if (locus < 2 * GENES) {
    const start = (locus >> 1) * GENE_BYTES;
    return locus & 1 ? [start + SIGNATURE, start + GENE_BYTES] : [start, start + SIGNATURE];
  }
  const input = locus - 2 * GENES;
  if (input < INPUTS) return [INPUTS_OFFSET + input * SIGNATURE, INPUTS_OFFSET + (input + 1) * SIGNATURE];
  const at = GLOBALS_OFFSET + input - INPUTS;
  return [at, at + 1];
}

const LOCUS_ENDS = Uint16Array.from({ length: LOCI }, (_, locus) => locusRange(locus)[1]);

/** A child's genome before mutation: each locus whole from one parent or the other, at even odds (free recombination). */
export function recombine(mother: Genome, father: Genome, seed: number): Genome {
  const child = new Uint8Array(GENOME_BYTES);
  const stream = streamOf(seed, Stream.crossover);
  // Loci lie one behind the other: a world has a thousand children a generation, and each a hundred loci.
  let at = 0;
  for (let locus = 0; locus < LOCI; locus++) {
    const from = drawOf(stream, locus) & 1 ? father : mother;
    const end = LOCUS_ENDS[locus] ?? at;
    for (; at < end; at++) child[at] = from[at] ?? 0;
  }
  return child;
}

/**
 * Mutations of a byte come with this chance, in 65,536ths (3 %), unless a caller says otherwise: often enough that no single allele
 * rules a trait, seldom enough that lineages keep what they have.
 */
export const MUTATION_RATE = 1966;
/** A mutation is the difference of two draws below this. */
const MUTATION_STEP = 72;

/**
 * Mutates in place. Each byte changes with chance `rate` / 65,536, by the difference of two uniform steps: -71 to +71, mostly small.
 * Signed bytes stop at their ends (-128, 127), unsigned globals at 0 and 255: heredity never wraps round.
 */
export function mutate(genome: Genome, seed: number, rate: number = MUTATION_RATE): Genome {
  const sites = streamOf(seed, Stream.mutationSite);
  for (let at = 0; at < GENOME_BYTES; at++) {
    if (drawOf(sites, at) >>> 16 >= rate) continue;
    const step =
      drawBelow(MUTATION_STEP, seed, Stream.mutationSize, at, 0) -
      drawBelow(MUTATION_STEP, seed, Stream.mutationSize, at, 1);
    const signed = at < GLOBALS_OFFSET;
    const value = signed ? (((genome[at] ?? 0) << 24) >> 24) + step : (genome[at] ?? 0) + step;
    const low = signed ? -128 : 0;
    const high = signed ? 127 : 255;
    genome[at] = Math.min(high, Math.max(low, value)) & 0xff;
  }
  return genome;
}
