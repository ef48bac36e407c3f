/** A walk along the straight line between two genomes: who lives there, and whom do they take after? */
import { mean } from 'simple-statistics';
import type { Body } from '../../sim/embryo/body.ts';
import type { Genome } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { gatherTwins, strangenessOf, type Twins } from '../likeness.ts';
import { within } from '../steps.ts';
import { isViable, rowOf } from '../trait-rows.ts';
import { blend } from './genomes.ts';
import { growKin, type Kinship, oneOf, strangeFounder } from './partner.ts';

/** Places along the line, both ends among them: one every 5 %. */
export const PLACES = 21;
/** Bodies at each place by which it is judged; one more is shown. */
export const LITTER = 8;

export interface LineAsk {
  readonly of: Seedling;
  readonly partner: Kinship;
  /** Chooses the partner. */
  readonly seed: number;
}

export interface LineResult {
  /** At each place the body that grows from the creature's own noise: what changes along the way is the genome alone. */
  readonly bodies: readonly Body[];
  readonly print: string;
  readonly partner: Genome;
  /** At each place the share of LITTER bodies that are viable. */
  readonly viable: readonly number[];
  /** At each place the mean difference, 0 to 1, of the viable bodies from twins of the first and of the second; NaN without any. */
  readonly fromFirst: readonly number[];
  readonly fromSecond: readonly number[];
  /** What 95 % of an end's own twins do not exceed, at the first and at the second. */
  readonly limits: readonly [first: number, second: number];
}

export const walkLine: Experiment<LineAsk, LineResult> = function* ({ grow }, { of, partner, seed }) {
  const { genome, noiseSeed, conditions } = of;
  const other =
    partner === 'stranger'
      ? strangeFounder(genome, seed)
      : oneOf(yield* within(growKin(grow, genome, seed), 0, 0.3), seed, 0);
  const ends: Twins[] = [];
  for (const end of [genome, other]) {
    ends.push(gatherTwins(grow, end, draw(seed, Stream.clone, ends.length), conditions));
    yield 0.3 + 0.15 * ends.length;
  }
  const [first, second] = ends as [Twins, Twins];
  const bodies: Body[] = [];
  const viable: number[] = [];
  const differences: (readonly [number, number])[] = [];
  for (let place = 0; place < PLACES; place++) {
    const between = blend(genome, other, place / (PLACES - 1));
    bodies.push(grow(between, noiseSeed, conditions));
    const litter = Array.from({ length: LITTER }, (_, child) =>
      grow(between, draw(seed, Stream.development, place, child), conditions),
    );
    const living = litter.filter((body) => isViable(rowOf(body)));
    viable.push(living.length / LITTER);
    const from = (twins: Twins): number =>
      living.length > 0 ? mean(living.map((body) => strangenessOf(twins, body))) : Number.NaN;
    differences.push([from(first), from(second)]);
    yield 0.6 + (0.4 * place) / PLACES;
  }
  return {
    bodies,
    print: fingerprint(bodies),
    partner: other,
    viable,
    fromFirst: differences.map(([one]) => one),
    fromSecond: differences.map(([, two]) => two),
    limits: [first.limit, second.limit],
  };
};
