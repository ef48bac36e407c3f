/** Two lineages under a repeating past: what their relatives grow into, and how soon each adapts to what the other knew. */
import { mean } from 'simple-statistics';
import type { Body } from '../../sim/embryo/body.ts';
import type { Genome } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Grown, isViable, POPULATION } from '../breed.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { neighbours } from '../neighbourhood.ts';
import { settlers } from '../populations.ts';
import { within } from '../steps.ts';
import { type Point, pointOf, type Yardstick, yardstick } from '../yardstick.ts';
import { type Arrival, alternate, arrive, BETWEEN, NEW, OLD, onto, TRAITS } from './environments.ts';

/** The environments by their letters: A (or C) and B take turns, and B is the last. */
export const ENVIRONMENTS = { A: OLD, B: BETWEEN, C: NEW } as const;
export type Environment = keyof typeof ENVIRONMENTS;
/** The first lineage knows A and B, the second C and B. */
export const HOMES = ['A', 'C'] as const;

/** Relatives of each creature of a lineage that are looked at, and how many of them are shown. */
const EACH = 4;
const SHOWN = 12;
/** Times that each lineage is bred anew for each environment: the spread says how sure the mean is. */
export const REPEATS = 3;
/** Generations of the way that are shown. */
export const WATCHED = 15;

export interface PastAsk {
  readonly of: Seedling;
  /** Turns of both environments, 6 generations in each. */
  readonly cycles: number;
  readonly seed: number;
}

export interface Past {
  readonly stick: Yardstick;
  /** Of each of HOMES, the last generation. */
  readonly lineages: readonly (readonly Genome[])[];
}

/** Trains both lineages, from the same settlers. */
export const livePast: Experiment<PastAsk, Past> = function* ({ grow }, { of, cycles, seed }) {
  const stick = yardstick(grow, of.genome, TRAITS, seed);
  yield 0.02;
  const start = settlers(of.genome, POPULATION, seed);
  const lineages: Genome[][] = [];
  for (const [which, home] of HOMES.entries()) {
    const course = { home: ENVIRONMENTS[home], cycles, seed: draw(seed, Stream.parents, which) };
    lineages.push(yield* within(alternate(grow, stick, start, course), which / 2, (which + 1) / 2));
  }
  return { stick, lineages };
};

export interface RecallAsk extends Past {
  /** Basal levels drawn anew in each relative, 0 to 16. */
  readonly redrawn: number;
  readonly seed: number;
}

export interface Recalled {
  readonly bodies: readonly Body[];
  /** The environment whose whole form each body has; empty for none. */
  readonly forms: readonly (Environment | '')[];
  /** Share of all relatives, viable or not, that have the whole form of each environment, 0 to 1. */
  readonly shares: Readonly<Record<Environment, number>>;
  readonly relatives: number;
}

export interface RecallResult {
  /** Of each of HOMES. */
  readonly lineages: readonly Recalled[];
  readonly print: string;
}

/** What random relatives of each lineage grow into. */
export const recall: Experiment<RecallAsk, RecallResult> = function* ({ grow }, { stick, lineages, redrawn, seed }) {
  const recalled: Recalled[] = [];
  for (const genomes of lineages) {
    const near = neighbours(grow, genomes, { count: redrawn, each: EACH, seed: draw(seed, Stream.exam, redrawn) });
    const forms = near.map((one) => formOf(stick, one));
    const share = (which: Environment): number => forms.filter((form) => form === which).length / near.length;
    // One of each creature, and of these every so many.
    const shown = near.flatMap((_, at) => (at % ((POPULATION * EACH) / SHOWN) === 0 ? [at] : []));
    recalled.push({
      bodies: shown.flatMap((at) => near[at]?.body ?? []),
      forms: shown.map((at) => forms[at] ?? ''),
      shares: { A: share('A'), B: share('B'), C: share('C') },
      relatives: near.length,
    });
    yield recalled.length / lineages.length;
  }
  return { lineages: recalled, print: fingerprint(recalled.flatMap(({ bodies }) => bodies)) };
};

/** The environment on whose side of the settlers' mean all its traits lie. No two environments share a side in all. */
export function formOf(stick: Yardstick, grown: Grown): Environment | '' {
  if (!isViable(grown)) return '';
  const point = pointOf(stick, grown.traits);
  const has = (target: Point): boolean => onto(stick, target).every((aim, at) => aim * (point[at] ?? 0) > 0);
  const found = (['A', 'B', 'C'] as const).filter((which) => has(ENVIRONMENTS[which]));
  return found.length === 1 ? (found[0] ?? '') : '';
}

export interface ReturnAsk extends Past {
  readonly seed: number;
}

export interface Way {
  /** Of HOMES, and the environment that it is bred for. */
  readonly from: (typeof HOMES)[number];
  readonly to: (typeof HOMES)[number];
  /** Generations until it has adapted, of each repeat. */
  readonly generations: readonly number[];
  /** Share of the way, generation by generation: mean over the repeats. */
  readonly way: readonly number[];
  /** Some of the first repeat, four generations after the change. */
  readonly bodies: readonly Body[];
}

export interface ReturnResult {
  readonly ways: readonly Way[];
  readonly print: string;
}

/** Each lineage is bred for A and for C: one of the two is old to it, the other new. */
export const adapt: Experiment<ReturnAsk, ReturnResult> = function* ({ grow }, { stick, lineages, seed }) {
  const ways: Way[] = [];
  let course = 0;
  for (const [which, from] of HOMES.entries()) {
    for (const to of HOMES) {
      const arrivals: Arrival[] = [];
      for (let repeat = 0; repeat < REPEATS; repeat++, course++) {
        const change = { target: ENVIRONMENTS[to], least: WATCHED, seed: draw(seed, Stream.exam, course) };
        const whole = 2 * 2 * REPEATS;
        const share = [course / whole, (course + 1) / whole] as const;
        arrivals.push(yield* within(arrive(grow, stick, lineages[which] ?? [], change), ...share));
      }
      ways.push({
        from,
        to,
        generations: arrivals.map(({ generations }) => generations),
        way: Array.from({ length: WATCHED + 1 }, (_, at) => mean(arrivals.map(({ way }) => way[at] ?? 0))),
        bodies: arrivals[0]?.fourth.slice(0, 6).map(({ body }) => body) ?? [],
      });
    }
  }
  return { ways, print: fingerprint(ways.flatMap(({ bodies }) => bodies)) };
};
