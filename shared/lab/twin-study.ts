/** Bench “Twin study”: pairs of twins and of siblings in a creature's family, and what can be reckoned from their likeness. */
import type { Body, GrowthConditions } from '../sim/embryo/body.ts';
import type { Kernel } from '../sim/embryo/kernel.ts';
import { type Genome, recombine } from '../sim/genome.ts';
import { draw, Stream } from '../sim/rng.ts';
import type { Seedling } from '../sim/seedling.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { type Experiment, fingerprint } from './experiment.ts';
import { child, settlers } from './populations.ts';
import { isViable, type Row, rowOf } from './trait-rows.ts';

/** All in the creature's own conditions; each pair in one of two homes; each of a pair in a home of its own draw. */
export type Reared = 'alike' | 'together' | 'apart';

export interface Population {
  /** Whose family: both parents of each pair are relatives of it, as those who settle a habitat are. */
  readonly creature: Seedling;
  readonly reared: Reared;
  /** Whether each child has mutations of its own, as in the world; without, it has its parents' loci and nothing else. */
  readonly mutations: boolean;
}

export const Kind = { twins: 0, siblings: 1, clones: 2 } as const;
type Kind = (typeof Kind)[keyof typeof Kind];

export interface FamiliesAsk extends Population {
  /** 2 to 400. The pairs of a smaller study are the first ones of a larger. */
  readonly pairs: number;
}

export interface Families {
  /** Int32Array[pairs × 2 × TRAITS]: the first of pair 0, the second, the first of pair 1 … */
  readonly twins: Int32Array;
  readonly siblings: Int32Array;
  /** Which birth each pair is: what `growPair` asks for. */
  readonly twinBirths: readonly number[];
  readonly siblingBirths: readonly number[];
  /** Pairs left out since one of them failed to develop. */
  readonly failed: number;
}

/** A population that hardly ever develops has fewer pairs than were asked for. */
const TRIES = 4;

export const growFamilies: Experiment<FamiliesAsk, Families> = function* (kernel, ask) {
  const twins = yield* gather(kernel, ask, Kind.twins, 0);
  const siblings = yield* gather(kernel, ask, Kind.siblings, 0.5);
  return {
    twins: twins.rows,
    twinBirths: twins.births,
    siblings: siblings.rows,
    siblingBirths: siblings.births,
    failed: twins.failed + siblings.failed,
  };
};

function* gather(
  kernel: Kernel,
  ask: FamiliesAsk,
  kind: Kind,
  done: number,
): Generator<number, { rows: Int32Array; births: number[]; failed: number }> {
  const rows: Row[] = [];
  const births: number[] = [];
  let birth = 0;
  for (; births.length < ask.pairs && birth < TRIES * ask.pairs; birth++) {
    const pair = bodiesOf(kernel, ask, kind, birth, 2).map(rowOf);
    if (pair.every(isViable)) {
      rows.push(...pair);
      births.push(birth);
    }
    yield done + births.length / ask.pairs / 2;
  }
  return { rows: Int32Array.from(rows.flat()), births, failed: birth - births.length };
}

export interface PairAsk extends Population {
  readonly twinBirth: number;
  readonly siblingBirth: number;
}

export interface GrownPair extends Pick<PairAsk, 'twinBirth' | 'siblingBirth'> {
  /** A pair of twins, then a pair of siblings. */
  readonly bodies: readonly Body[];
  readonly print: string;
}

export const growPair: Experiment<PairAsk, GrownPair> = function* (kernel, ask) {
  const twins = bodiesOf(kernel, ask, Kind.twins, ask.twinBirth, 2);
  yield 0.5;
  const bodies = [...twins, ...bodiesOf(kernel, ask, Kind.siblings, ask.siblingBirth, 2)];
  return { bodies, print: fingerprint(bodies), twinBirth: ask.twinBirth, siblingBirth: ask.siblingBirth };
};

export interface Truth {
  /** Float64Array[TRAITS]: variances, in the square of the trait's own unit: among genomes, within them, and in all. What is left of all is due to homes. */
  readonly genetic: Float64Array;
  readonly isogenic: Float64Array;
  readonly whole: Float64Array;
  /** Float64Array[TRAITS]: genetic ÷ whole, with its standard error; NaN where nothing varies. */
  readonly heritability: Float64Array;
  readonly errors: Float64Array;
}

export const GENOMES = 400;
/** Clones of each genome: two in either home. */
const CLONES = 4;

/** What no study of people can do: grows many clones of many genomes of the population, wherever the pairs grow. */
export const measureTruth: Experiment<Population, Truth> = function* (kernel, population) {
  const groups: Row[][] = [];
  for (let birth = 0; birth < GENOMES; birth++) {
    const rows = bodiesOf(kernel, population, Kind.clones, birth, CLONES).map(rowOf);
    if (rows.every(isViable)) groups.push(rows);
    yield birth / GENOMES;
  }
  const found = TRAITS.map((_, trait) => variancesOf(groups.map((rows) => rows.map((row) => row[trait] ?? 0))));
  const column = (name: keyof (typeof found)[number]) => Float64Array.from(found, (one) => one[name]);
  return {
    genetic: column('genetic'),
    isogenic: column('isogenic'),
    whole: column('whole'),
    heritability: column('value'),
    errors: column('error'),
  };
};

/** The first two of each group grew in one home, the others in the other. */
function variancesOf(groups: readonly (readonly number[])[]) {
  const middle = meanOf(groups.flat());
  const parts = groups.map((group) => {
    const [a = 0, b = 0, c = 0, d = 0] = group.map((value) => value - middle);
    return {
      // Two clones whose homes are drawn: half of such pairs share one.
      common: (a * b + c * d + ((a + b) * (c + d)) / 2) / 4,
      whole: (a * a + b * b + c * c + d * d) / 4,
      isogenic: ((a - b) ** 2 + (c - d) ** 2) / 4,
    };
  });
  const mean = (name: 'common' | 'whole' | 'isogenic'): number => meanOf(parts.map((part) => part[name]));
  return {
    genetic: mean('common'),
    isogenic: mean('isogenic'),
    whole: mean('whole'),
    ...shareOf(
      parts.map(({ common }) => common),
      parts.map(({ whole }) => whole),
    ),
  };
}

/** `count` bodies of one birth: of one genome, but for siblings, who have the same parents. */
function bodiesOf({ grow }: Kernel, population: Population, kind: Kind, birth: number, count: number): Body[] {
  const { creature, reared } = population;
  const seed = draw(creature.noiseSeed, Stream.standing, birth, kind);
  const [mother, father] = settlers(creature.genome, 2, seed);
  if (!mother || !father) return [];
  return Array.from({ length: count }, (_, at) => {
    const genome = born(mother, father, draw(seed, Stream.crossover, kind === Kind.siblings ? at : 0), population);
    const drawn = draw(seed, Stream.migration, reared === 'together' ? 0 : at) & 1;
    const home = reared === 'alike' ? undefined : HOMES[kind === Kind.clones ? at >> 1 : drawn];
    return grow(genome, draw(seed, Stream.development, at), { ...creature.conditions, ...home });
  });
}

const born = (mother: Genome, father: Genome, seed: number, { mutations }: Population): Genome =>
  mutations ? child(mother, father, seed) : recombine(mother, father, seed);

/** Two homes: cold and lean, warm and rich. */
export const HOMES: readonly Partial<GrowthConditions>[] = [
  { temperature: -20, nutrition: -20 },
  { temperature: 20, nutrition: 20 },
];

/** A figure and its standard error. */
export interface Figure {
  readonly value: number;
  readonly error: number;
}

export interface Study {
  readonly twins: Figure;
  readonly siblings: Figure;
  /** Falconer's h² = 2 (r of twins − r of siblings). */
  readonly falconer: Figure;
}

/** What a twin study says of one trait. */
export function studyOf({ twins, siblings }: Families, trait: number): Study {
  const [identical, other] = [likeness(pairsOf(twins, trait)), likeness(pairsOf(siblings, trait))];
  return {
    twins: identical,
    siblings: other,
    falconer: { value: 2 * (identical.value - other.value), error: 2 * Math.hypot(identical.error, other.error) },
  };
}

export type Pair = readonly [first: number, second: number];

/** A trait of all pairs, from Int32Array[pairs × 2 × TRAITS]. */
export const pairsOf = (rows: Int32Array, trait: number): Pair[] =>
  Array.from({ length: rows.length / TRAITS.length / 2 }, (_, pair) => [
    rows[2 * pair * TRAITS.length + trait] ?? 0,
    rows[(2 * pair + 1) * TRAITS.length + trait] ?? 0,
  ]);

/**
 * Intraclass correlation of pairs in which neither is the first by right: -1 to 1, NaN where nothing varies. (Fisher, “Statistical
 * Methods for Research Workers”, § 38; the error by linearisation, so that no trait need be normal.)
 */
export function likeness(pairs: readonly Pair[]): Figure {
  const middle = meanOf(pairs.flat());
  return shareOf(
    pairs.map(([one, other]) => (one - middle) * (other - middle)),
    pairs.map(([one, other]) => ((one - middle) ** 2 + (other - middle) ** 2) / 2),
  );
}

/** Sum of parts over sum of wholes, with the standard error of such a ratio over independent pairs (Cochran, “Sampling Techniques”, 6.4). */
function shareOf(parts: readonly number[], wholes: readonly number[]): Figure {
  const count = parts.length;
  const whole = wholes.reduce((sum, each) => sum + each, 0);
  const value = whole > 0 ? parts.reduce((sum, each) => sum + each, 0) / whole : Number.NaN;
  const squares = parts.reduce((sum, part, at) => sum + (part - value * (wholes[at] ?? 0)) ** 2, 0);
  return { value, error: Math.sqrt((squares * count) / (count - 1)) / whole };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
