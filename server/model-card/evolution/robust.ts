/** Robust: single mutants that could be taken for twins, and embryos that come right after a knock in mid-growth. */
import { mean, median, quantile } from 'simple-statistics';
import { seedFor, singleMutant } from '../../../shared/lab/mutants.ts';
import { clones } from '../../../shared/lab/trait-rows.ts';
import { centre, distance, type Point, pointOf, type Yardstick } from '../../../shared/lab/yardstick.ts';
import type { Body, Growth } from '../../../shared/sim/embryo/body.ts';
import { LATTICE, MILD, STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENES, type Genome } from '../../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../../shared/sim/rng.ts';
import { measure as measureBody, readTraits } from '../../../shared/sim/traits.ts';
import type { Claim, Lab, Sample } from '../claim.ts';
import { HOW, type Lineages, lineagesOf } from './stabilised.ts';

/** Genomes taken of a population; of each: twins, single mutants, knocks. */
const GENOMES = 30;
const TWINS = 12;
const MUTANTS = 12;
const KNOCKS = 6;
/** After this step all expression in a patch is set to values drawn by chance. */
const KNOCK_STEP = STEPS / 2;
/** Sites from the middle of the patch, a living cell drawn by chance, to its edge. */
const REACH = 4;
/** Share of twins inside their own cloud. */
const INSIDE = 0.95;

export const robust: Claim = {
  key: 'robust',
  title: 'Robust, more and more',
  claim:
    'Most changes of a single letter, and most knocks to an embryo in mid-growth, lead to a body that could be taken for a twin of the undisturbed; and lineages that are selected while development is noisy become better at it.',
  measurement: `${HOW} Of ${GENOMES} genomes of a population: ${TWINS} twins, ${MUTANTS} single mutants (one byte changed, by a step as in the world, one body each), and ${KNOCKS} embryos that are knocked after step ${KNOCK_STEP} of ${STEPS}: in a patch of ${REACH} sites around a cell drawn by chance, every gene of every cell is set to a value drawn by chance. A mutant is inside if it lies no farther from the middle of its unmutated twins than 95 % of the settlers’ twins lie from theirs. A knocked embryo has recovered if its body lies no farther from that which grew from the same genome and the same noise undisturbed than two of the settlers’ twins usually lie from each other (median). Distances in the selected traits, in standard deviations of the settlers; the cloud of the settlers is the yardstick at the start and at the end, so that what is measured is not the yardstick’s own shrinking. Shares at the end less shares at the start, in points of a per cent. Figures without a bar: each population’s own twins as the yardstick, and lineages without selection.`,
  figures: [
    {
      key: 'mutants',
      name: 'growth of the share of single mutants inside the cloud',
      unit: 'points',
      digits: 1,
      bar: { words: 'above 0', holds: (value) => value > 0 },
    },
    {
      key: 'knocks',
      name: 'growth of the share of knocked embryos that recover',
      unit: 'points',
      digits: 1,
      bar: { words: 'above 0', holds: (value) => value > 0 },
    },
    { key: 'mutantsAtStart', name: 'single mutants inside the cloud, at the start', unit: '%', digits: 1 },
    { key: 'knocksAtStart', name: 'knocked embryos that recover, at the start', unit: '%', digits: 1 },
    {
      key: 'ownCloud',
      name: 'growth of the share of mutants inside their own twins’ cloud',
      unit: 'points',
      digits: 1,
    },
    { key: 'mutantsFree', name: 'growth of the share of mutants inside, without selection', unit: 'points', digits: 1 },
    { key: 'knocksFree', name: 'growth of the share that recovers, without selection', unit: 'points', digits: 1 },
  ],
  sources: [
    {
      text: 'Wagner 1996, Does evolutionary plasticity evolve?, Evolution 50: 1008',
      url: 'https://doi.org/10.1111/j.1558-5646.1996.tb02342.x',
    },
    {
      text: 'Kaneko 2007, Evolution of robustness to noise and mutation in gene expression dynamics, PLoS ONE 2: e434',
      url: 'https://doi.org/10.1371/journal.pone.0000434',
    },
  ],
  remarks: [
    'Most single mutants lie inside the cloud of twins to begin with, so the share has little room to grow; the yardstick is the settlers’ cloud, since the cloud itself shrinks (see canalisation). Against their own narrower cloud mutants hardly gain: robustness to noise and to mutation grow together, and neither outruns the other, as in Kaneko 2007.',
    'Nobody was selected for healing: recovery from a knock is a by-product of coming out right in spite of noise.',
  ],
  tried:
    'Other knocks, on one seed: a jolt of ±¼ or ±½ of full expression to every gene of every cell, one gene turned over in all cells, cells trading their expression, all genes silenced. Recovery grew under selection from each of them; from jolts and trades it is nearly complete to begin with, and where everything is silenced in mid-growth it stays rare.',
  measure,
};

/** Distances found in one population. */
interface Disturbed {
  /** Of twins from the middle of the others, and from each other. */
  readonly twins: readonly number[];
  readonly pairs: readonly number[];
  readonly mutants: readonly number[];
  readonly knocks: readonly number[];
}

function measure(lab: Lab): Sample {
  const lineages = lineagesOf(lab);
  const found = lineages.map((one) => ({
    start: disturb(lab, one, one.held[0]),
    held: disturb(lab, one, one.held.at(-1)),
    free: disturb(lab, one, one.free.at(-1)),
  }));
  const share = (values: readonly number[], limit: number): number =>
    100 * mean(values.map((value) => Number(value <= limit)));
  const over = (pick: (one: (typeof found)[number]) => number): number => mean(found.map(pick));
  const inside = (which: 'start' | 'held' | 'free'): number =>
    over((one) => share(one[which].mutants, quantile([...one.start.twins], INSIDE)));
  const recovered = (which: 'start' | 'held' | 'free'): number =>
    over((one) => share(one[which].knocks, median([...one.start.pairs])));
  const own = (which: 'start' | 'held'): number =>
    over((one) => share(one[which].mutants, quantile([...one[which].twins], INSIDE)));
  const stages = ['start', 'held', 'free'] as const;
  return {
    figures: {
      mutants: inside('held') - inside('start'),
      knocks: recovered('held') - recovered('start'),
      mutantsAtStart: inside('start'),
      knocksAtStart: recovered('start'),
      ownCloud: own('held') - own('start'),
      mutantsFree: inside('free') - inside('start'),
      knocksFree: recovered('free') - recovered('start'),
    },
    charts: [
      {
        kind: 'bars',
        title: 'Single mutants and knocks',
        xName: '',
        yName: '%',
        names: ['at the start', 'after stabilising selection', 'after as long without'],
        series: [
          { name: 'single mutants inside the cloud of the settlers’ twins', values: stages.map(inside) },
          { name: 'embryos that recover from a knock in mid-growth', values: stages.map(recovered) },
        ],
      },
    ],
    pictures: lineages.slice(0, 1).flatMap((one) =>
      [
        { caption: 'settlers', genomes: one.held[0] },
        { caption: 'after stabilising selection', genomes: one.held.at(-1) },
      ].map(({ caption, genomes }) => ({
        caption: `${one.founder.name}, ${caption}: undisturbed, and the same noise after a knock`,
        bodies: (genomes ?? []).slice(0, 4).flatMap((genome, at) => [
          { label: 'undisturbed', body: grownAfter(lab, genome, seedFor(lab.seed, at, 0), undefined) },
          { label: 'knocked', body: grownAfter(lab, genome, seedFor(lab.seed, at, 0), seedFor(lab.seed, at, 1)) },
        ]),
      })),
    ),
  };
}

function disturb(lab: Lab, { stick }: Lineages, genomes: readonly Genome[] = []): Disturbed {
  const { grow, seed } = lab;
  const point = (body: Body): Point => placeOf(stick, body);
  const each = genomes.slice(0, GENOMES).map((genome, at) => {
    const twins = clones(grow, genome, TWINS, seedFor(seed, at, 1)).map(point);
    const middle = centre(twins);
    return {
      twins: twins.map((twin, t) => distance(twin, centre(twins.filter((_, other) => other !== t)))),
      pairs: twins.slice(1).map((twin, t) => distance(twin, twins[t] ?? twin)),
      mutants: Array.from({ length: MUTANTS }, (_, m) => {
        const mutant = singleMutant(genome, seedFor(seed, at, 100 + m)).genome;
        return distance(point(grow(mutant, seedFor(seed, at, 200 + m), MILD)), middle);
      }),
      knocks: Array.from({ length: KNOCKS }, (_, k) => {
        const noise = seedFor(seed, at, 300 + k);
        const knocked = grownAfter(lab, genome, noise, seedFor(seed, at, 400 + k));
        return distance(point(knocked), point(grow(genome, noise, MILD)));
      }),
    };
  });
  return {
    twins: each.flatMap(({ twins }) => twins),
    pairs: each.flatMap(({ pairs }) => pairs),
    mutants: each.flatMap(({ mutants }) => mutants),
    knocks: each.flatMap(({ knocks }) => knocks),
  };
}

const placeOf = (stick: Yardstick, body: Body): Point => pointOf(stick, readTraits(measureBody(body)));

/** The body that grows after a knock in mid-growth, drawn by `knockSeed`; without one, undisturbed. */
function grownAfter({ beginGrowth }: Lab, genome: Genome, noiseSeed: number, knockSeed: number | undefined): Body {
  const growth = beginGrowth(genome, noiseSeed, MILD);
  while (growth.step < KNOCK_STEP && growth.advance());
  if (knockSeed !== undefined) knock(growth, knockSeed);
  while (growth.advance());
  return growth.body();
}

/** In a patch around a cell drawn by chance, every gene of every cell is set to a value drawn by chance. */
export function knock(growth: Growth, seed: number): void {
  const expression = growth.expression();
  const sites = growth.sites();
  const middle = sites[drawBelow(sites.length, seed, Stream.mutationSite, 0)] ?? 0;
  const across = (site: number): number => (site % LATTICE) - (middle % LATTICE);
  const along = (site: number): number => Math.floor(site / LATTICE) - Math.floor(middle / LATTICE);
  sites.forEach((site, slot) => {
    if (across(site) ** 2 + along(site) ** 2 > REACH ** 2) return;
    for (let gene = 0; gene < GENES; gene++) {
      // Of 32 bits drawn, the upper 14: from silent to full.
      expression[gene * sites.length + slot] = draw(seed, Stream.mutationSize, gene, site) >>> 18;
    }
  });
  growth.setExpression(expression);
}
