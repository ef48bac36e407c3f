/** Lineages kept where they are: bred for staying near the founder's own form, and beside them lineages left to chance. */

import { breed, NO_SELECTION, POPULATION } from '../../../shared/lab/breed.ts';
import { settlers, someFounders } from '../../../shared/lab/populations.ts';
import { towards, type Yardstick, yardstick } from '../../../shared/lab/yardstick.ts';
import type { Grow } from '../../../shared/sim/embryo/body.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import type { Lab } from '../claim.ts';

/** Held to the settlers' mean: build, tissues and colours. */
const HELD: readonly TraitName[] = ['size', 'slenderness', 'surface', 'muscle', 'leaf', 'green', 'blue', 'luminance'];
export const GENERATIONS = 240;
/** Populations are looked at every so many generations. */
export const EVERY = 60;
export const FOUNDERS = 4;

export interface Lineages {
  readonly founder: Founder;
  readonly stick: Yardstick;
  /** Genomes at generations 0, EVERY, 2 × EVERY, … GENERATIONS: under stabilising selection, and without any. */
  readonly held: readonly (readonly Genome[])[];
  readonly free: readonly (readonly Genome[])[];
}

export const HOW = `${FOUNDERS} founders a seed; ${POPULATION} settlers of each, ${GENERATIONS} generations with developmental noise on from the start; the best fifth breed, and best is who is nearest to the settlers’ mean in ${HELD.join(', ')} (of those that vary), in standard deviations of the settlers. Beside them the same without selection: as many parents, drawn by chance among those that develop.`;

/** Two claims look at the same lineages; whoever comes second in a thread finds them here. */
const made = new WeakMap<Grow, Map<number, readonly Lineages[]>>();

export function lineagesOf(lab: Lab): readonly Lineages[] {
  const known = made.get(lab.grow) ?? new Map<number, readonly Lineages[]>();
  made.set(lab.grow, known);
  const lineages = known.get(lab.seed) ?? someFounders(lab.founders, FOUNDERS, lab.seed).map((one) => raise(lab, one));
  known.set(lab.seed, lineages);
  return lineages;
}

function raise({ grow, seed }: Lab, founder: Founder): Lineages {
  const stick = yardstick(grow, founder.genome, HELD, seed);
  const start = settlers(founder.genome, POPULATION, seed);
  const home = towards(
    stick,
    stick.traits.map(() => 0),
  );
  const line = (score: typeof home, which: number): Genome[][] => {
    const stages = [start];
    for (let stage = 0; stage < GENERATIONS / EVERY; stage++) {
      const plan = { generations: EVERY, seed: draw(seed, Stream.parents, stage, which), season: () => ({ score }) };
      stages.push(breed(grow, stages[stage] ?? start, plan));
    }
    return stages;
  };
  return { founder, stick, held: line(home, 0), free: line(NO_SELECTION, 1) };
}
