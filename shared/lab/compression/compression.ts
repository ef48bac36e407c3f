/** Bench “Compression”: what a genome weighs beside what it grows into, and what is left of a body when it is written shorter. */
import { deflateSync } from 'fflate';
import { sampleStandardDeviation } from 'simple-statistics';
import { type Body, SITES } from '../../sim/embryo/body.ts';
import type { Kernel } from '../../sim/embryo/kernel.ts';
import { GENES, GENOME_BYTES, type Genome } from '../../sim/genome.ts';
import { draw, mix, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { gatherTwins, strangenessOf, type Twins } from '../likeness.ts';
import { knockOut } from '../mutants.ts';
import { column, type Row, rowOf } from '../trait-rows.ts';
import { packGenome, unpackGenome } from './packing.ts';

/** What the table of shortened genomes tries. */
export const GENES_KEPT = [16, 15, 14, 12, 10, 8] as const;
export const BITS_KEPT = [8, 6, 5, 4, 3, 2, 1] as const;
/** Genes are taken away until so many are left. */
export const LEAST_GENES = 4;

/** Bodies by which the order of genes is found, and others by which a shortened genome is judged. */
const SCOUTS = 4;
export const TRIALS = 16;
/**
 * So many of both piles in their own: told apart. Of 81 piles of real twins (three of each of 27 species), sorted from others in the same
 * way, none came to more than 21, half to 14 and more.
 */
export const TOLD_APART = 22;

/** The kernel that grows all bodies of all species: its bytes, as they are and deflated (level 9). */
export const DECODER = { bytes: 11_226, deflated: 4_295 } as const;

/** Bytes, as they are and deflated (level 9). */
export interface Weight {
  readonly bytes: number;
  readonly deflated: number;
}

export interface Study {
  readonly genome: Weight;
  /** The body of the creature itself, and the same grown without noise: then no bit of chance counts as content. */
  readonly body: Weight;
  readonly still: Weight;
  /** What each gene does in each cell (16 bits each), grown without noise: what the model card compares with. */
  readonly map: Weight;
  /** Genes in the order in which their loss shows least. */
  readonly order: readonly number[];
  readonly twins: Twins;
}

export const study: Experiment<Seedling, Study> = function* (kernel, of) {
  const { genome, noiseSeed, conditions } = of;
  const twins = gatherTwins(kernel.grow, genome, noiseSeed, conditions);
  yield 0.1;
  const still = kernel.beginGrowth(genome, noiseSeed, { ...conditions, noise: 0 });
  while (still.advance());
  return {
    genome: weigh(genome),
    body: weigh(kernel.grow(genome, noiseSeed, conditions)),
    still: weigh(still.body()),
    map: weigh(mapOf(still.sites(), still.expression())),
    order: yield* rank(kernel, of, twins),
    twins,
  };
};

const weigh = (bytes: Uint8Array): Weight => ({
  bytes: bytes.length,
  deflated: deflateSync(bytes, { level: 9 }).length,
});

/** Int16Array[GENES × SITES], gene-major, byte by byte; 0 where no cell is. */
function mapOf(sites: Uint16Array, expression: Int16Array): Uint8Array {
  const words = new Int16Array(GENES * SITES);
  expression.forEach((value, at) => {
    words[Math.floor(at / sites.length) * SITES + (sites[at % sites.length] ?? 0)] = value;
  });
  return new Uint8Array(words.buffer);
}

/** One gene after the other is switched off: each time the one whose loss, beside those before, leaves bodies the least strange. */
function* rank(kernel: Kernel, of: Seedling, twins: Twins): Generator<number, number[]> {
  const order: number[] = [];
  let left: Genome = of.genome;
  while (order.length < GENES - LEAST_GENES) {
    let least = { gene: -1, strange: Number.POSITIVE_INFINITY };
    for (let gene = 0; gene < GENES; gene++) {
      if (order.includes(gene)) continue;
      const bodies = growTrials(kernel, of, knockOut(left, gene), SCOUTS, TRIALS);
      const strange = bodies.reduce((sum, body) => sum + strangenessOf(twins, body), 0);
      if (strange < least.strange) least = { gene, strange };
      yield 0.1 + (0.9 * order.length) / (GENES - LEAST_GENES);
    }
    order.push(least.gene);
    left = knockOut(left, least.gene);
  }
  return order;
}

/** The creature's own noise first, then others, from the `first` on; none of those that the twins grew from. */
const growTrials = (
  { grow }: Kernel,
  { noiseSeed, conditions }: Seedling,
  genome: Genome,
  count: number,
  first = 0,
): Body[] =>
  Array.from({ length: count }, (_, at) =>
    grow(genome, first + at === 0 ? noiseSeed : draw(mix(noiseSeed), Stream.clone, first + at), conditions),
  );

export interface Shortening {
  /** Genes kept, LEAST_GENES to GENES; bits a number, 1 to 8. */
  readonly genes: number;
  readonly bits: number;
}

export interface Shortened extends Shortening {
  /** Bytes that the shortened genome is written in. */
  readonly bytes: number;
  /** Of TRIALS bodies, how many are no stranger to the whole genome's twins than 95 % of their own kind. */
  readonly alike: number;
  /** Of these bodies and as many twins, how many are nearest to one of their own pile: from TOLD_APART on they are told apart. */
  readonly sorted: number;
  /** Mean difference of those bodies from the twins, 0 to 1. */
  readonly strange: number;
  /** Bytes of the first of them, deflated. */
  readonly deflated: number;
}

export interface ShortenAsk {
  readonly of: Seedling;
  /** Of the study: the order of genes, and the twins to compare with. */
  readonly order: readonly number[];
  readonly twins: Twins;
}

export interface Grid {
  /** GENES_KEPT × BITS_KEPT, row by row. */
  readonly cells: readonly Shortened[];
  /** Of each, the body that grows from the creature's own noise. */
  readonly bodies: readonly Body[];
  readonly print: string;
}

export const shortenAllWays: Experiment<ShortenAsk, Grid> = function* (kernel, ask) {
  const cells: Shortened[] = [];
  const bodies: Body[] = [];
  for (const genes of GENES_KEPT) {
    for (const bits of BITS_KEPT) {
      const { grown, ...cell } = yield* tryShort(kernel, ask, { genes, bits });
      cells.push(cell);
      bodies.push(...grown.slice(0, 1));
      yield cells.length / (GENES_KEPT.length * BITS_KEPT.length);
    }
  }
  return { cells, bodies, print: fingerprint(bodies) };
};

export interface Pairs extends Shortened {
  /** By turns of the whole genome and of the shortened one, from the same noise; the creature's own first. */
  readonly bodies: readonly Body[];
  readonly print: string;
  /** For each of the bodies, its difference from the twins. */
  readonly apart: readonly number[];
}

export const shortenOnce: Experiment<ShortenAsk & Shortening, Pairs> = function* (kernel, { genes, bits, ...ask }) {
  const { grown, ...cell } = yield* tryShort(kernel, ask, { genes, bits });
  const bodies = growTrials(kernel, ask.of, ask.of.genome, PAIRS).flatMap((body, at) => [body, grown[at] ?? body]);
  return {
    ...cell,
    bodies,
    print: fingerprint(bodies),
    apart: bodies.map((body) => strangenessOf(ask.twins, body)),
  };
};

/** Bodies shown beside those of the whole genome. */
const PAIRS = 5;

function* tryShort(
  kernel: Kernel,
  { of, order, twins }: ShortenAsk,
  { genes, bits }: Shortening,
): Generator<number, Shortened & { readonly grown: readonly Body[] }> {
  const packed = packGenome(of.genome, order.slice(0, GENES - genes), bits);
  const grown = growTrials(kernel, of, unpackGenome(packed), TRIALS);
  const strange: number[] = [];
  for (const body of grown) {
    strange.push(strangenessOf(twins, body));
    yield 0;
  }
  return {
    genes,
    bits,
    // With nothing left out there is nothing to tell of in a head.
    bytes: genes === GENES && bits === 8 ? GENOME_BYTES : packed.length,
    alike: strange.filter((value) => value <= twins.limit).length,
    sorted: sortedRightly(twins.bodies.slice(0, TRIALS).map(rowOf), grown.map(rowOf)),
    strange: strange.reduce((sum, value) => sum + value, 0) / TRIALS,
    deflated: weigh(grown[0] ?? new Uint8Array()).deflated,
    grown,
  };
}

/** Traits are whole numbers: half a unit is the least step that means anything. */
const LEAST_STEP = 0.5;

/**
 * How many of both piles have their nearest, by all traits, in their own: what cannot be told apart is sorted as by a
 * coin, or a little worse (the two-sample test by nearest neighbours: Lopez-Paz & Oquab 2017). A trait counts in standard deviations of
 * the first pile.
 */
export function sortedRightly(first: readonly Row[], second: readonly Row[]): number {
  const steps = (first[0] ?? []).map((_, trait) =>
    Math.max(LEAST_STEP, first.length > 1 ? sampleStandardDeviation(column(first, trait)) : 0),
  );
  const all = [...first, ...second].map((row) => row.map((value, trait) => value / (steps[trait] ?? 1)));
  const apart = (a: Row, b: Row): number => a.reduce((sum, value, trait) => sum + (value - (b[trait] ?? 0)) ** 2, 0);
  return all.filter((row, at) => {
    const others = all.map((other, place) => (place === at ? Number.POSITIVE_INFINITY : apart(row, other)));
    const nearest = others.indexOf(Math.min(...others));
    return nearest < first.length === at < first.length;
  }).length;
}
