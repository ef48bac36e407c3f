/** Bench “Twins”: one genome grown many times. How far its clones come apart, when, where, and in what. */
import { Compared, compare, countApart, shareApart } from '../sim/divergence.ts';
import { type Body, type GrowthConditions, MILD, SITES, STEPS } from '../sim/embryo/body.ts';
import type { Kernel } from '../sim/embryo/kernel.ts';
import { draw, Stream } from '../sim/rng.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { measureInto } from '../sim/traits.ts';
import { type Experiment, fingerprint } from './experiment.ts';

export interface ClonesAsk {
  readonly genome: Uint8Array;
  /** The first clone's; the others' follow from it. */
  readonly noiseSeed: number;
  readonly conditions: GrowthConditions;
  /** 2 to 64. */
  readonly count: number;
}

export interface Clones {
  readonly bodies: readonly Body[];
  readonly print: string;
  /** Int32Array[clones × TRAITS]. */
  readonly traits: Int32Array;
  /** For each clone, the share of cells (0 to 1) in which it differs from the first. */
  readonly apart: Float64Array;
  /** Float64Array[1,024]: at each site, the share of clones (but the first) that differ from the first there; -1 where no clone has a cell. */
  readonly where: Float64Array;
}

export const growClones: Experiment<ClonesAsk, Clones> = function* (kernel, ask) {
  const bodies: Body[] = [];
  for (const seed of cloneSeeds(ask.noiseSeed, ask.count)) {
    bodies.push(kernel.grow(ask.genome, seed, ask.conditions));
    yield bodies.length / ask.count;
  }
  const traits = new Int32Array(bodies.length * TRAITS.length);
  for (const [at, body] of bodies.entries()) measureInto(body, traits, at * TRAITS.length);
  return { bodies, print: fingerprint(bodies), traits, ...compareToFirst(bodies) };
};

/** Noise seeds of clones: the first is the creature's own. */
export const cloneSeeds = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => (at === 0 ? first : draw(first, Stream.development, at)));

function compareToFirst(bodies: readonly Body[]): Pick<Clones, 'apart' | 'where'> {
  const [first, ...others] = bodies;
  const apart = new Float64Array(bodies.length);
  const where = new Float64Array(SITES).fill(-1);
  if (first === undefined) return { apart, where };
  others.forEach((other, at) => {
    const sites = compare(first, other);
    apart[at + 1] = shareApart(countApart(sites));
    sites.forEach((found, site) => {
      if (found === Compared.empty) return;
      where[site] = Math.max(0, where[site] ?? 0) + (found === Compared.apart ? 1 / others.length : 0);
    });
  });
  return { apart, where };
}

/** Steps at which clones are held against the first. */
export const PARTING_STEPS: readonly number[] = Array.from({ length: STEPS / 4 + 1 }, (_, at) => 4 * at);

export interface Parting {
  /** Float64Array[PARTING_STEPS × (clones - 1)], step after step: the share of cells in which each differs from the first. */
  readonly shares: Float64Array;
}

/** How far the clones are from the first at each of PARTING_STEPS. */
export const watchParting: Experiment<ClonesAsk, Parting> = function* (kernel, ask) {
  const [own, ...seeds] = cloneSeeds(ask.noiseSeed, ask.count);
  const first = bodiesAlong(kernel, ask, own ?? ask.noiseSeed);
  const shares = new Float64Array(PARTING_STEPS.length * seeds.length);
  for (const [at, seed] of seeds.entries()) {
    bodiesAlong(kernel, ask, seed).forEach((body, step) => {
      shares[step * seeds.length + at] = shareApart(countApart(compare(first[step] ?? body, body)));
    });
    yield (at + 1) / seeds.length;
  }
  return { shares };
};

function bodiesAlong({ beginGrowth }: Kernel, { genome, conditions }: ClonesAsk, seed: number): Body[] {
  const growth = beginGrowth(genome, seed, conditions);
  return PARTING_STEPS.map((step) => {
    while (growth.step < step && growth.advance());
    return growth.body();
  });
}

export interface SpeciesAsk {
  /** One of each species. They come with the ask, so that workers need not bring the library of founders along. */
  readonly genomes: readonly Uint8Array[];
}

export interface Yardstick {
  /** Float64Array[TRAITS]: the standard deviation of each trait among species, two bodies of each. */
  readonly species: Float64Array;
}

/** How much kinds differ: what the spread of clones is held against. */
export const measureSpecies: Experiment<SpeciesAsk, Yardstick> = function* ({ grow }, { genomes }) {
  const rows = new Int32Array(2 * genomes.length * TRAITS.length);
  let at = 0;
  for (const genome of genomes) {
    for (const seed of [1, 2]) measureInto(grow(genome, seed, MILD), rows, TRAITS.length * at++);
    yield at / (2 * genomes.length);
  }
  return { species: Float64Array.from(TRAITS, (_, trait) => spreadOf(columnOf(rows, trait))) };
};

/** A trait of all bodies, from Int32Array[bodies × TRAITS]. */
export const columnOf = (rows: Int32Array, trait: number): number[] =>
  Array.from({ length: rows.length / TRAITS.length }, (_, at) => rows[at * TRAITS.length + trait] ?? 0);

/** Standard deviation (n - 1); 0 for fewer than two. */
export function spreadOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
