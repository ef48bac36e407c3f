/** Genomes changed on purpose: single mutants, and genes switched off for good. */
import { GENE_BYTES, GENOME_BYTES, type Genome, GLOBALS_OFFSET, mutate, SIGNATURE } from '../sim/genome.ts';
import { draw, drawBelow, mix, Stream } from '../sim/rng.ts';

/** Every byte mutates at this rate: of such a genome one byte is taken. */
const CERTAIN = 0x10000;

/**
 * A genome with exactly one byte mutated, every byte as likely, by a step as in the world. At the ends of its range a byte may
 * not be able to move, and some steps are 0: then another is drawn.
 */
export function singleMutant(genome: Genome, seed: number): { readonly genome: Genome; readonly at: number } {
  for (let trial = 0; ; trial++) {
    const at = drawBelow(GENOME_BYTES, seed, Stream.standing, trial);
    const byte = mutate(genome.slice(), mix(seed + trial), CERTAIN)[at];
    if (byte === undefined || byte === genome[at]) continue;
    return { genome: genome.with(at, byte), at };
  }
}

/** A basal level from which no drive lifts a promoter that feels nothing. */
const SILENT = -128;

/**
 * The null allele of a gene: it answers to nothing, rests at the lowest level and its product fits no promoter, so that it
 * neither regulates nor works.
 */
export function knockOut(genome: Genome, gene: number): Genome {
  const changed = genome.slice();
  const start = gene * GENE_BYTES;
  changed.fill(0, start, start + 2 * SIGNATURE);
  changed[start + 2 * SIGNATURE] = SILENT & 0xff;
  return changed;
}

/** A number that differs from genome to genome, for seeds. */
export const seedFor = (seed: number, founder: number, what: number): number =>
  draw(seed, Stream.standing, founder, what);

export const isGlobal = (at: number): boolean => at >= GLOBALS_OFFSET;
