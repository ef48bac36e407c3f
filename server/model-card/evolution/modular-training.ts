/**
 * A published experiment done again: training in varying and in single environments, after Kouvaris et al. 2017. What do
 * genotypes near a lineage grow into, in environments of training and in held-out ones of the same kind?
 */
import { mean } from 'simple-statistics';
import { breed, type Grown, isViable, POPULATION, type Score } from '../../../shared/lab/breed.ts';
import { neighbours } from '../../../shared/lab/neighbourhood.ts';
import { settlers, someFounders } from '../../../shared/lab/populations.ts';
import {
  type Point,
  pointOf,
  squaredDistance,
  towards,
  type Yardstick,
  yardstick,
} from '../../../shared/lab/yardstick.ts';
import { MILD } from '../../../shared/sim/embryo/body.ts';
import { AFFINITY_MAX } from '../../../shared/sim/embryo/constants.ts';
import { readNetwork } from '../../../shared/sim/embryo/network.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import type { Claim, Lab, Sample } from '../claim.ts';

const TRAITS: readonly TraitName[] = ['slenderness', 'red', 'blue'];
const FAR = 2;
const EPOCH = 3;
/** Looked at after every so many epochs. */
const LOOK = 12;
const LOOKS = 6;
const FOUNDERS = 2;
/** Basal levels drawn anew in the genotypes near a lineage, and how many of those of each creature. */
const REDRAWN = 4;
const EACH = 3;
/** The error is that of the best of the genotypes: what selection would find at once. */
const BEST = 0.05;
/** Noise of the targets: at most so many standard deviations in each trait, drawn anew each generation. */
const TARGET_NOISE = 2;
/** Cost of connections, in squared standard deviations for a mean affinity of the strongest kind. */
const COST = 30;

const REGIMES = ['single', 'varied', 'noisy', 'costly'] as const;
type Regime = (typeof REGIMES)[number];
const NAMES: Readonly<Record<Regime, string>> = {
  single: 'one environment',
  varied: 'modularly varying',
  noisy: 'modularly varying, noisy targets',
  costly: 'modularly varying, connections cost',
};

export const modularTraining: Claim = {
  key: 'learning-to-generalise',
  kind: 'experiment',
  title: 'How evolution learns to generalise (Kouvaris et al. 2017)',
  claim:
    'Selected in environments that vary in modules, evolution learns the modules, not the environments: what grows near the lineage fits combinations that it has never met. Selected in one environment, it learns that one by heart.',
  measurement: `An environment asks for three traits (${TRAITS.join(', ')}) ${FAR} standard deviations of the settlers up or down: eight combinations. The four in which an even number is up are for training, the other four are held out; in training each trait, and each two, go together in every way. ${FOUNDERS} founders a seed, ${POPULATION} creatures, ${LOOK * LOOKS} epochs of ${EPOCH} generations: one of the four always; the four by turns; the same with targets that shift by up to ${TARGET_NOISE} standard deviations each generation (noise); the same with a cost of connections (the mean strength of all affinities). Error: of ${EACH} genotypes near each creature (${REDRAWN} basal levels drawn at random, signatures kept) the mean squared distance from a target of the nearest ${100 * BEST} %, over that of the settlers’ mean, averaged over targets. For lineages of one environment the training error is that of their own.`,
  figures: [
    {
      key: 'generalisation',
      name: 'held-out error of modularly varying over one environment',
      unit: 'times',
      digits: 2,
      ratio: true,
      bar: { words: 'below 1', holds: (value) => value < 1 },
    },
    {
      key: 'gap',
      name: 'held-out over training error, modularly varying',
      unit: 'times',
      digits: 2,
      ratio: true,
    },
    { key: 'gapSingle', name: 'held-out over training error, one environment', unit: 'times', digits: 2, ratio: true },
    {
      key: 'stopping',
      name: 'held-out error at the end over its least, one environment: over-fitting',
      unit: 'times',
      digits: 2,
      ratio: true,
      bar: { words: 'above 1', holds: (value) => value > 1 },
    },
    {
      key: 'learned',
      name: 'held-out error at the end over that of the settlers, modularly varying',
      unit: 'times',
      digits: 2,
      ratio: true,
    },
    { key: 'noise', name: 'held-out error with noisy targets over without', unit: 'times', digits: 2, ratio: true },
    {
      key: 'cost',
      name: 'held-out error with a cost of connections over without',
      unit: 'times',
      digits: 2,
      ratio: true,
    },
  ],
  sources: [
    {
      text: 'Kouvaris, Clune, Kounios, Brede & Watson 2017, How evolution learns to generalise, PLoS Computational Biology 13: e1005358',
      url: 'https://doi.org/10.1371/journal.pcbi.1005358',
    },
  ],
  remarks: [
    'What agrees with the paper: lineages of one environment over-fit; their error in their own environment all but vanishes while that in held-out ones keeps rising, so that to stop early would have served them better. Lineages of modularly varying environments do as well in held-out combinations as in those of their training, and far better in held-out ones than lineages of one environment.',
    'What does not: modular training does not bring the held-out error below that of the settlers, whose neighbourhood is wide in every direction. It keeps the neighbourhood open rather than making it the right shape. In the paper, direct effects change fast and interactions slowly, over millions of generations of selection strong against mutation weak; here there are some two hundred, and five letters in each newborn mutate.',
    'Noise in the targets and a cost of connections act as early stopping in the paper. Here neither helps: noisy targets have no clear effect on the held-out error, and a cost of connections rather raises it, against the paper. See the figures without a bar.',
  ],
  measure,
};

/** Errors at each look, from the start on. */
interface Errors {
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
  readonly last: readonly Grown[];
}

function measure(lab: Lab): Sample {
  const founders = someFounders(lab.founders, FOUNDERS, lab.seed);
  const lineages = founders.map((founder, f) => train(lab, founder, draw(lab.seed, Stream.standing, f)));
  const over = (regime: Regime, which: 'training' | 'heldOut'): number[] =>
    Array.from({ length: LOOKS + 1 }, (_, look) => mean(lineages.map((one) => one[regime][which][look] ?? 0)));
  const end = (regime: Regime, which: 'training' | 'heldOut' = 'heldOut'): number => over(regime, which).at(-1) ?? 0;
  const x = over('single', 'training').map((_, look) => look * LOOK * EPOCH);
  const lines = (which: 'training' | 'heldOut') =>
    REGIMES.map((regime) => ({ name: NAMES[regime], values: over(regime, which) }));
  const names = { xName: 'generation', yName: 'error' };
  return {
    figures: {
      generalisation: end('varied') / end('single'),
      gap: end('varied') / end('varied', 'training'),
      gapSingle: end('single') / end('single', 'training'),
      noise: end('noisy') / end('varied'),
      cost: end('costly') / end('varied'),
      learned: end('varied') / (over('varied', 'heldOut')[0] ?? 1),
      stopping: end('single') / Math.min(...over('single', 'heldOut')),
    },
    charts: [
      { kind: 'lines', title: 'Error in held-out environments', ...names, x, series: lines('heldOut') },
      { kind: 'lines', title: 'Error in the environments of training', ...names, x, series: lines('training') },
    ],
    pictures: lineages.slice(0, 1).flatMap((one, f) =>
      REGIMES.slice(0, 2).map((regime) => ({
        caption: `${founders[f]?.name}, ${NAMES[regime]}: genotypes near the lineage`,
        bodies: one[regime].last
          .filter((_, which) => which % (6 * EACH) === 0)
          .slice(0, 10)
          .map(({ body }) => ({ label: '', body })),
      })),
    ),
  };
}

function train(lab: Lab, founder: Founder, seed: number): Record<Regime, Errors> {
  const { grow } = lab;
  const stick = yardstick(grow, founder.genome, TRAITS, seed);
  const start = settlers(founder.genome, POPULATION, seed);
  const targets = combinations(stick.traits.length);
  const training = targets.filter(isEven);
  const heldOut = targets.filter((target) => !isEven(target));
  const lineage = (which: number, scoreAt: (generation: number) => Score, own = training): Errors => {
    let genomes: readonly Genome[] = start;
    const errors = { training: [] as number[], heldOut: [] as number[] };
    let near: readonly Grown[] = [];
    for (let look = 0; look <= LOOKS; look++) {
      near = neighbours(grow, genomes, { count: REDRAWN, each: EACH, seed: draw(seed, Stream.exam, look) });
      errors.training.push(mean(own.map((target) => error(stick, near, target))));
      errors.heldOut.push(mean(heldOut.map((target) => error(stick, near, target))));
      if (look === LOOKS) break;
      genomes = breed(grow, genomes, {
        generations: LOOK * EPOCH,
        seed: draw(seed, Stream.parents, which, look),
        season: (generation) => ({ score: scoreAt(look * LOOK * EPOCH + generation) }),
      });
    }
    return { ...errors, last: near };
  };
  const byTurns = (generation: number): Point => training[Math.floor(generation / EPOCH) % training.length] ?? [];
  const [first = []] = training;
  return {
    single: lineage(0, () => towards(stick, first), [first]),
    varied: lineage(1, (generation) => towards(stick, byTurns(generation))),
    noisy: lineage(2, (generation) => towards(stick, shifted(byTurns(generation), draw(seed, Stream.map, generation)))),
    costly: lineage(3, (generation) => {
      const fit = towards(stick, byTurns(generation));
      return (creature) => fit(creature) - COST * connections(creature.genome);
    }),
  };
}

/** Every way of asking for each of `count` traits up or down. */
const combinations = (count: number): Point[] =>
  Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (_, at) => (mask & (1 << at) ? FAR : -FAR)),
  );

const isEven = (target: Point): boolean => target.filter((value) => value > 0).length % 2 === 0;

const shifted = (target: Point, seed: number): Point =>
  target.map((value, at) => value + TARGET_NOISE * (draw(seed, Stream.map, at) / 2 ** 31 - 1));

/** Mean squared distance of the nearest bodies from a target, over that of the settlers’ mean. */
function error(stick: Yardstick, near: readonly Grown[], target: Point): number {
  const distances = near
    .filter(isViable)
    .map(({ traits }) => squaredDistance(pointOf(stick, traits), target))
    .toSorted((a, b) => a - b);
  const origin = squaredDistance(
    target,
    target.map(() => 0),
  );
  return mean(distances.slice(0, Math.ceil(BEST * near.length))) / origin;
}

/** Mean strength of all affinities, of products and of inputs, 0 to 1. */
function connections(genome: Genome): number {
  const strengths = readNetwork(genome, MILD).genes.flatMap(({ affinities }) => [...affinities].map(Math.abs));
  return mean(strengths) / AFFINITY_MAX;
}
