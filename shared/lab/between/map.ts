/** A map of bodies around a genome: what lies so far from it, along two ways at once. */
import type { Body } from '../../sim/embryo/body.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { gatherTwins, strangenessOf } from '../likeness.ts';
import { within } from '../steps.ts';
import { isViable, rowOf } from '../trait-rows.ts';
import { directionTo, offset, randomDirection } from './genomes.ts';
import { growKin, oneOf } from './partner.ts';

/** Bodies along one side of the map; the creature stands in the middle. */
export const SIDE = 7;

/** Any way at all, or towards two relatives. */
export const WAYS = ['random', 'kin'] as const;

/** What became of a place: a body that could be a twin, another body, or none that is viable. */
export const Fate = { twin: 0, changed: 1, failed: 2 } as const;

export interface MapAsk {
  readonly of: Seedling;
  readonly ways: (typeof WAYS)[number];
  /** Root mean square change of a byte in the middle of an edge, 1 to 60 of 255. */
  readonly reach: number;
  readonly seed: number;
}

export interface MapResult {
  /** SIDE × SIDE, row by row, all from the creature's own noise. */
  readonly bodies: readonly Body[];
  readonly print: string;
  /** Of each body. */
  readonly fates: readonly number[];
  /** Of each body, its mean difference from the creature's twins, 0 to 1. */
  readonly strange: readonly number[];
  /** What 95 % of fresh twins do not exceed. */
  readonly limit: number;
}

export const mapAround: Experiment<MapAsk, MapResult> = function* ({ grow }, { of, ways, reach, seed }) {
  const { genome, noiseSeed, conditions } = of;
  const twins = gatherTwins(grow, genome, draw(seed, Stream.clone, 0), conditions);
  const kin = ways === 'kin' ? yield* within(growKin(grow, genome, seed), 0, 0.5) : [];
  const [across, along] = [1, 2].map((way) =>
    ways === 'kin' ? directionTo(genome, oneOf(kin, seed, way)) : randomDirection(draw(seed, Stream.encounter, way)),
  );
  const bodies: Body[] = [];
  const half = (SIDE - 1) / 2;
  for (let place = 0; place < SIDE * SIDE; place++) {
    const [x, y] = [(place % SIDE) - half, Math.floor(place / SIDE) - half].map((step) => (step * reach) / half);
    if (!across || !along || x === undefined || y === undefined) throw new RangeError('A map has two ways.');
    bodies.push(grow(offset(genome, across, along, x, y), noiseSeed, conditions));
    yield 0.5 + (0.5 * place) / (SIDE * SIDE);
  }
  const strange = bodies.map((body) => strangenessOf(twins, body));
  return {
    bodies,
    print: fingerprint(bodies),
    strange,
    limit: twins.limit,
    fates: bodies.map((body, at) => fateOf(body, strange[at] ?? 1, twins.limit)),
  };
};

/** By whether it is viable, and whether it is stranger than a twin would be. */
export function fateOf(body: Body, strange: number, limit: number): number {
  if (!isViable(rowOf(body))) return Fate.failed;
  return strange > limit ? Fate.changed : Fate.twin;
}
