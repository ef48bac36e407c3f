/** Crosses with relatives and with strangers: who lives, whom the young take after, and what does not fit. */
import { quantile } from 'simple-statistics';
import type { Body } from '../../sim/embryo/body.ts';
import { FOUNDERS } from '../../sim/founders.ts';
import { GENES, type Genome, INPUTS, LOCI, locusRange, recombine } from '../../sim/genome.ts';
import { sameBytes } from '../../sim/hash.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { strangenessOf, type Twins } from '../likeness.ts';
import { within } from '../steps.ts';
import { clones, isViable, rowOf } from '../trait-rows.ts';
import { growKin } from './partner.ts';

/** Mates of either kind: as many as there are other founder species. */
export const MATES = FOUNDERS.length - 1;
/** Twins by which a parent is known, and fresh ones by which it is known how far twins go. */
const TWINS = 12;
const FRESH = 24;
const ALIKE = 0.95;

/** What of a genome is taken from a stranger: signatures by which promoters feel, or are felt, or both, or products, or neither. */
export const SWAPS = ['promoters', 'inputs', 'both', 'products', 'globals'] as const;
export type Swap = (typeof SWAPS)[number];

export interface CrossesAsk {
  readonly of: Seedling;
  /** Of each pair, 1 to 8. */
  readonly children: number;
  readonly seed: number;
}

/** Counts of children. */
export interface Tally {
  readonly born: number;
  readonly viable: number;
  /** Who could be taken for a twin of the mother or the father. */
  readonly alike: number;
}

export interface Pair {
  /** The father's body, then the first child's. */
  readonly father: Body;
  readonly child: Body;
  readonly tally: Tally;
}

export interface CrossesResult {
  readonly kin: readonly Pair[];
  readonly strangers: readonly Pair[];
  /** The creature with a part of a stranger's genome, as many as children; here alike means: its own twin. */
  readonly swaps: Readonly<Record<Swap, Tally>>;
  readonly print: string;
}

export const cross: Experiment<CrossesAsk, CrossesResult> = function* ({ grow }, { of, children, seed }) {
  const { genome, noiseSeed, conditions } = of;
  const litter = (born: Genome, size: number, which: number): Body[] =>
    clones(grow, born, size, draw(seed, Stream.clone, which), conditions);
  const known = (parent: Genome, which: number): Twins => {
    const grown = litter(parent, TWINS + FRESH, which);
    const twins = { bodies: grown.slice(0, TWINS) };
    const fresh = grown.slice(TWINS).map((body) => strangenessOf(twins, body));
    return { ...twins, limit: quantile(fresh, ALIKE) };
  };
  const bred = yield* within(growKin(grow, genome, seed), 0, 0.2);
  const relatives = Array.from({ length: MATES }, (_, at) => bred[at % bred.length] ?? genome);
  const others = FOUNDERS.filter((founder) => !sameBytes(founder.genome, genome))
    .map((founder) => founder.genome)
    .slice(0, MATES);
  const mother = known(genome, 0);
  const pairs: Pair[] = [];
  for (const [at, mate] of [...relatives, ...others].entries()) {
    const parents = [mother, known(mate, 1 + at)];
    const young = Array.from({ length: children }, (_, child) => {
      const born = recombine(genome, mate, draw(seed, Stream.crossover, at, child));
      return grow(born, child === 0 ? noiseSeed : draw(seed, Stream.development, at, child), conditions);
    });
    const father = grow(mate, noiseSeed, conditions);
    pairs.push({ father, child: young[0] ?? father, tally: tallyOf(young, parents) });
    yield 0.2 + (0.6 * at) / (2 * MATES);
  }
  const swaps = Object.fromEntries(SWAPS.map((swap) => [swap, { born: 0, viable: 0, alike: 0 }]));
  for (const [at, stranger] of others.entries()) {
    for (const [which, swap] of SWAPS.entries()) {
      const bodies = litter(exchange(genome, stranger, swap), children, 1000 * (which + 1) + at);
      swaps[swap] = add(swaps[swap], tallyOf(bodies, [mother]));
    }
    yield 0.8 + (0.2 * at) / MATES;
  }
  return {
    kin: pairs.slice(0, MATES),
    strangers: pairs.slice(MATES),
    swaps: swaps as Record<Swap, Tally>,
    print: fingerprint(pairs.flatMap(({ father, child }) => [father, child])),
  };
};

function tallyOf(bodies: readonly Body[], parents: readonly Twins[]): Tally {
  const viable = bodies.filter((body) => isViable(rowOf(body)));
  const alike = viable.filter((body) => parents.some((twins) => strangenessOf(twins, body) <= twins.limit));
  return { born: bodies.length, viable: viable.length, alike: alike.length };
}

export const add = (a: Tally | undefined, b: Tally): Tally => ({
  born: (a?.born ?? 0) + b.born,
  viable: (a?.viable ?? 0) + b.viable,
  alike: (a?.alike ?? 0) + b.alike,
});

/** The genome with one of SWAPS taken from another. */
export function exchange(genome: Genome, from: Genome, swap: Swap): Genome {
  const changed = genome.slice();
  for (let locus = 0; locus < LOCI; locus++) {
    if (!isOf(locus, swap)) continue;
    const [start, end] = locusRange(locus);
    changed.set(from.subarray(start, end), start);
  }
  return changed;
}

function isOf(locus: number, swap: Swap): boolean {
  const gene = locus < 2 * GENES;
  const input = !gene && locus < 2 * GENES + INPUTS;
  const promoter = gene && locus % 2 === 1;
  if (swap === 'both') return promoter || input;
  if (swap === 'promoters') return promoter;
  if (swap === 'inputs') return input;
  return swap === 'products' ? gene && !promoter : !gene && !input;
}
