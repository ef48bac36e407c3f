/** Lineages selected by turns for two targets, one the reverse of the other; and others, to compare them with. */

import { breed, POPULATION } from '../../../shared/lab/breed.ts';
import { settlers } from '../../../shared/lab/populations.ts';
import { type Point, towards, type Yardstick, yardstick } from '../../../shared/lab/yardstick.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import type { Lab } from '../claim.ts';

export const TRAITS: readonly TraitName[] = ['slenderness', 'size', 'red', 'blue'];
/** Targets lie so many standard deviations of the settlers from their mean, in each trait. */
export const FAR = 2;
/** A asks for the slender, small, red and not blue; B for the reverse in each. */
const SIGNS = [1, -1, 1, -1] as const;
export const EPOCH = 6;
export const CYCLES = 12;

export const REGIMES = ['both', 'one', 'every'] as const;
export type Regime = (typeof REGIMES)[number];
export const NAMES: Readonly<Record<Regime, string>> = {
  both: 'selected for A and B by turns',
  one: 'selected for B only',
  every: 'selected for every combination by turns, last for B',
};

export interface Trained {
  readonly stick: Yardstick;
  readonly target: Point;
  readonly last: Readonly<Record<Regime, readonly Genome[]>>;
  /** The lineage selected by turns, at the end of its last epoch for A. */
  readonly adaptedToA: readonly Genome[];
}

export function train({ grow }: Lab, founder: Founder, seed: number): Trained {
  const stick = yardstick(grow, founder.genome, TRAITS, seed);
  const start = settlers(founder.genome, POPULATION, seed);
  const signs: readonly number[] = stick.traits.map((name) => SIGNS[TRAITS.indexOf(name)] ?? 1);
  const season = (pattern: readonly number[]) => ({
    score: towards(
      stick,
      pattern.map((sign) => FAR * sign),
    ),
  });
  const [a, b] = [season(signs), season(signs.map((sign) => -sign))];
  const any = (epoch: number) => season(signs.map((_, at) => (draw(seed, Stream.encounter, epoch, at) & 1 ? 1 : -1)));
  const course = (which: number, epochs: number, of: (epoch: number) => typeof a) => {
    const seasons = Array.from({ length: epochs }, (_, epoch) => of(epoch));
    return {
      generations: epochs * EPOCH,
      seed: draw(seed, Stream.parents, which),
      season: (generation: number) => seasons[Math.floor(generation / EPOCH)] ?? a,
    };
  };
  const turns = (epoch: number) => (epoch % 2 === 0 ? a : b);
  const adaptedToA = breed(grow, start, course(0, 2 * CYCLES - 1, turns));
  return {
    stick,
    target: signs.map((sign) => FAR * sign),
    adaptedToA,
    last: {
      both: breed(
        grow,
        adaptedToA,
        course(1, 1, () => b),
      ),
      one: breed(
        grow,
        start,
        course(2, 2 * CYCLES, () => b),
      ),
      every: breed(
        grow,
        start,
        course(3, 2 * CYCLES, (epoch) => (epoch < 2 * CYCLES - 1 ? any(epoch) : b)),
      ),
    },
  };
}
