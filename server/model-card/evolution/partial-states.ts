/** Partial states of a target: hybrids that have a part of its loci, embryos of which a part expresses what it would. */

import { type Grown, growAll, isViable } from '../../../shared/lab/breed.ts';
import { centre, type Point, pointOf, progress } from '../../../shared/lab/yardstick.ts';
import { MILD, STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENES, type Genome, LOCI, locusRange } from '../../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../../shared/sim/rng.ts';
import { measure, readTraits } from '../../../shared/sim/traits.ts';
import type { Lab } from '../claim.ts';
import type { Trained } from './alternation.ts';

const HYBRIDS = 60;
/** A part of the expression is set after this step: a quarter of development. */
export const EARLY = STEPS / 4;

const placeOf = ({ stick }: Trained, grown: readonly { readonly traits: Grown['traits'] }[]): Point =>
  centre(grown.map(({ traits }) => pointOf(stick, traits)));

/** The ends of the line: bodies of the lineage adapted to B, and to A. */
function ends(lab: Lab, lineage: Trained): readonly [b: Point, a: Point] {
  const grown = (genomes: readonly Genome[]) => placeOf(lineage, growAll(lab.grow, genomes, lab.seed).filter(isViable));
  return [grown(lineage.last.both), grown(lineage.adaptedToA)];
}

export function hybridPlace(lab: Lab, lineage: Trained, part: number): number {
  const hybrids = Array.from({ length: HYBRIDS }, (_, which) => {
    const [a, b] = pair(lineage, which);
    const hybrid = b.slice();
    for (let locus = 0; locus < LOCI; locus++) {
      if (draw(lab.seed, Stream.crossover, which, locus) >= part * 2 ** 32) continue;
      const [start, end] = locusRange(locus);
      hybrid.set(a.subarray(start, end), start);
    }
    return hybrid;
  });
  const [b, a] = ends(lab, lineage);
  return progress(placeOf(lineage, growAll(lab.grow, hybrids, lab.seed).filter(isViable)), b, a);
}

export function statePlace(lab: Lab, lineage: Trained, part: number): number {
  const grown = Array.from({ length: HYBRIDS }, (_, which) => {
    const [a, b] = pair(lineage, which);
    return { traits: readTraits(measure(withStateOf(lab, b, a, part, draw(lab.seed, Stream.twin, which)))) };
  });
  const [b, a] = ends(lab, lineage);
  return progress(placeOf(lineage, grown), b, a);
}

function pair({ adaptedToA, last }: Trained, which: number): readonly [a: Genome, b: Genome] {
  const [a, b] = [adaptedToA[which % adaptedToA.length], last.both[which % last.both.length]];
  if (!a || !b) throw new RangeError('Nobody is there to cross.');
  return [a, b];
}

/** The body of `genome` when early on some of its genes, cell by cell, expressed what those of `other` did. */
function withStateOf({ beginGrowth }: Lab, genome: Genome, other: Genome, part: number, seed: number) {
  const [own, model] = [genome, other].map((one) => {
    const growth = beginGrowth(one, seed, MILD);
    while (growth.step < EARLY && growth.advance());
    return growth;
  });
  if (!own || !model) throw new RangeError('Two embryos were begun.');
  const [expression, others] = [own.expression(), model.expression()];
  const slots = new Map([...model.sites()].map((site, slot) => [site, slot]));
  const sites = own.sites();
  const first = drawBelow(GENES, seed, Stream.mutationSite, 0);
  for (let turn = 0; turn < Math.round(part * GENES); turn++) {
    // Seven has no factor in common with sixteen: every gene has its turn once.
    const gene = (first + 7 * turn) % GENES;
    sites.forEach((site, slot) => {
      const there = slots.get(site);
      if (there === undefined) return;
      expression[gene * sites.length + slot] = others[gene * slots.size + there] ?? 0;
    });
  }
  own.setExpression(expression);
  while (own.advance());
  while (model.advance());
  return own.body();
}
