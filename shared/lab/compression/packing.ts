/** Genomes written shorter than they are: without some genes, and with fewer bits a number. */
import { GENE_BYTES, GENES, GENOME_BYTES, type Genome } from '../../sim/genome.ts';
import { knockOut } from '../mutants.ts';

/** How many bits a number has (1), which genes there are (2). */
const HEAD_BYTES = 3;

/**
 * The head, then all numbers of the genes that are kept, of the inputs and of the globals, each as its `bits` (1 to 8) highest
 * bits, one behind the other.
 */
export function packGenome(genome: Genome, without: readonly number[], bits: number): Uint8Array {
  const kept = [...genome.keys()].filter((at) => !without.includes(geneAt(at)));
  const packed = new Uint8Array(HEAD_BYTES + Math.ceil((kept.length * bits) / 8));
  let mask = 0xffff;
  for (const gene of without) mask &= ~(1 << gene);
  packed.set([bits, mask & 0xff, mask >> 8]);
  kept.forEach((at, place) => {
    for (let bit = 0; bit < bits; bit++) {
      if (((genome[at] ?? 0) >> (7 - bit)) & 1) setBit(packed, 8 * HEAD_BYTES + place * bits + bit);
    }
  });
  return packed;
}

/** A whole genome from what packGenome wrote: each number in the middle of those that were written alike, missing genes silent. */
export function unpackGenome(packed: Uint8Array): Genome {
  const [bits = 8, low = 0, high = 0] = packed;
  const without = [...Array(GENES).keys()].filter((gene) => !(((low | (high << 8)) >> gene) & 1));
  const genome: Genome = new Uint8Array(GENOME_BYTES);
  // 100…: half of the step between two numbers that can be told apart.
  const middle = bits < 8 ? 1 << (7 - bits) : 0;
  let bit = 8 * HEAD_BYTES;
  for (let at = 0; at < GENOME_BYTES; at++) {
    if (without.includes(geneAt(at))) continue;
    let value = 0;
    for (let place = 0; place < bits; place++, bit++) value |= bitAt(packed, bit) << (7 - place);
    genome[at] = value | middle;
  }
  return without.reduce(knockOut, genome);
}

/** The gene a byte belongs to; GENES and more for what belongs to none. */
const geneAt = (at: number): number => (at < GENES * GENE_BYTES ? Math.floor(at / GENE_BYTES) : GENES);

const setBit = (bytes: Uint8Array, bit: number): void => {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
};

const bitAt = (bytes: Uint8Array, bit: number): number => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
