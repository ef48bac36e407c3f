/** Remembers its past: a lineage that has lived in an environment before adapts to it again sooner than to a new one. */
import { mean } from 'simple-statistics';
import { breed, type Grown, POPULATION } from '../../../shared/lab/breed.ts';
import { settlers, someFounders } from '../../../shared/lab/populations.ts';
import { meanPoint, type Point, progress, towards, type Yardstick, yardstick } from '../../../shared/lab/yardstick.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import type { Claim, Lab, Sample } from '../claim.ts';

const TRAITS: readonly TraitName[] = ['slenderness', 'size', 'red', 'blue'];
/** Each environment asks for traits this far from the settlers’ mean, in standard deviations. */
const FAR = 3;
/** Three environments, each as far from the others: every two agree in two of the four traits. */
const environment = (...signs: number[]): Point => signs.map((sign) => sign * FAR);
const OLD = environment(1, 1, -1, -1);
const NEW = environment(1, -1, 1, -1);
const BETWEEN = environment(1, -1, -1, 1);
const EPOCH = 6;
const CYCLES = 12;
/** Adapted when the population’s mean has come this share of the way. */
const ARRIVED = 0.7;
/** Who has not arrived by then counts as arriving then. */
const PATIENCE = 30;
const SHOWN = 15;
const FOUNDERS = 4;

interface Return {
  /** Generations until ARRIVED, with a fraction. */
  readonly generations: number;
  /** Share of the way, generation by generation. */
  readonly way: readonly number[];
}

export const memory: Claim = {
  key: 'remembers',
  title: 'Remembers its past',
  claim:
    'A lineage whose ancestors lived in an environment, left it and lost the form for it, finds that form again sooner than a lineage for which the same environment is new.',
  measurement: `${FOUNDERS} founders a seed; three environments, each a target for four traits (${TRAITS.join(', ')}), ${FAR} standard deviations of the settlers up or down; each two targets differ in two traits, so all are equally far apart. One lineage alternates between environments A and B, another between C and B: ${CYCLES} times ${EPOCH} generations each, ending in B. Then each is bred for A and for C. For each of the two targets one lineage returns and the other is new to it, so that neither the difficulty of the target nor the length of training can make the difference. Adapted: the population’s mean has come ${100 * ARRIVED} % of the way from B (interpolated between generations; ${PATIENCE} if not by then). The number is the mean time to re-adapt over the mean time to adapt anew.`,
  figures: [
    {
      key: 'ratio',
      name: 'generations to re-adapt over generations to adapt anew',
      unit: 'times',
      digits: 2,
      bar: { words: 'below 0.7', holds: (value) => value < 0.7 },
      ratio: true,
    },
    { key: 'again', name: 'generations to re-adapt', unit: '', digits: 1 },
    { key: 'anew', name: 'generations to adapt anew', unit: '', digits: 1 },
    { key: 'startAgain', name: 'share of the way at the change, returning', unit: '', digits: 2 },
    { key: 'startAnew', name: 'share of the way at the change, new', unit: '', digits: 2 },
  ],
  sources: [
    {
      text: 'Parter, Kashtan & Alon 2008, Facilitated variation: how evolution learns from past environments to generalize to new environments, PLoS Computational Biology 4: e1000206',
      url: 'https://doi.org/10.1371/journal.pcbi.1000206',
    },
  ],
  remarks: [
    'At the change the returning lineage is a little nearer to the target than the other: part of the memory is variation kept through the epochs between. Both count here, as they would in nature.',
    'The number hangs little on the plan: with epochs of 15 generations, four times each, it is 0.52, and with targets at 2 standard deviations instead of 3, 0.61 (three seeds each).',
  ],
  measure,
};

function measure(lab: Lab): Sample {
  const returns = someFounders(lab.founders, FOUNDERS, lab.seed).map((founder, f) =>
    changes(lab, founder, draw(lab.seed, Stream.standing, f)),
  );
  const again = returns.flatMap((one) => one.again);
  const anew = returns.flatMap((one) => one.anew);
  const time = (all: readonly Return[]): number => mean(all.map(({ generations }) => generations));
  const way = (all: readonly Return[]): number[] =>
    Array.from({ length: SHOWN + 1 }, (_, at) => mean(all.map((one) => one.way[at] ?? 0)));
  return {
    figures: {
      ratio: time(again) / time(anew),
      again: time(again),
      anew: time(anew),
      startAgain: way(again)[0] ?? 0,
      startAnew: way(anew)[0] ?? 0,
    },
    charts: [
      {
        kind: 'lines',
        title: 'On the way to an environment, old and new',
        xName: 'generations after the change',
        yName: 'share of the way',
        x: way(again).map((_, at) => at),
        series: [
          { name: 'lineages that lived there before', values: way(again) },
          { name: 'lineages to which it is new', values: way(anew) },
        ],
        marks: [{ at: ARRIVED, name: 'adapted' }],
      },
    ],
    pictures: returns.slice(0, 1).flatMap((one) =>
      one.shown.map(({ caption, grown }) => ({
        caption,
        bodies: grown.slice(0, 8).map(({ body }) => ({ label: '', body })),
      })),
    ),
  };
}

interface Changes {
  readonly again: readonly Return[];
  readonly anew: readonly Return[];
  readonly shown: readonly { readonly caption: string; readonly grown: readonly Grown[] }[];
}

function changes(lab: Lab, founder: Founder, seed: number): Changes {
  const stick = yardstick(lab.grow, founder.genome, TRAITS, seed);
  const start = settlers(founder.genome, POPULATION, seed);
  const [withOld, withNew] = [train(lab, stick, start, OLD, seed), train(lab, stick, start, NEW, seed)];
  const into = (from: readonly Genome[], target: Point, which: number) =>
    arrive(lab, stick, from, target, draw(seed, Stream.exam, which));
  const [oldAgain, newAnew] = [into(withOld, OLD, 0), into(withOld, NEW, 1)];
  const [newAgain, oldAnew] = [into(withNew, NEW, 2), into(withNew, OLD, 3)];
  return {
    again: [oldAgain, newAgain],
    anew: [newAnew, oldAnew],
    shown: [
      { caption: `${founder.name}: in B, before the change`, grown: oldAgain.first },
      { caption: `${founder.name}: four generations after the return to A`, grown: oldAgain.fourth },
      {
        caption: `${founder.name}: four generations after the change to A, which is new to them`,
        grown: oldAnew.fourth,
      },
    ],
  };
}

/** A lineage that has alternated between an environment and the one between, and is now in the latter. */
function train({ grow }: Lab, stick: Yardstick, start: readonly Genome[], home: Point, seed: number): Genome[] {
  const seasons = [
    { score: towards(stick, onto(stick, home)) },
    { score: towards(stick, onto(stick, BETWEEN)) },
  ] as const;
  return breed(grow, start, {
    generations: 2 * CYCLES * EPOCH,
    seed: draw(seed, Stream.parents, home === OLD ? 0 : 1),
    season: (generation) => (Math.floor(generation / EPOCH) % 2 === 0 ? seasons[0] : seasons[1]),
  });
}

function arrive({ grow }: Lab, stick: Yardstick, from: readonly Genome[], target: Point, seed: number) {
  const [origin, goal] = [onto(stick, BETWEEN), onto(stick, target)];
  const season = { score: towards(stick, goal) };
  const way: number[] = [];
  const seen: (readonly Grown[])[] = [];
  breed(grow, from, {
    generations: PATIENCE + 1,
    seed,
    season: () => season,
    watch: (creatures) => {
      way.push(progress(meanPoint(stick, creatures), origin, goal));
      if (seen.length < 5) seen.push(creatures);
      return (way.at(-1) ?? 0) >= ARRIVED && way.length > SHOWN;
    },
  });
  return { generations: arrival(way), way, first: seen[0] ?? [], fourth: seen[4] ?? [] };
}

/** When the way first reached ARRIVED, interpolated; PATIENCE if it never did. */
export function arrival(way: readonly number[]): number {
  const at = way.findIndex((share) => share >= ARRIVED);
  const [before, after] = [way[at - 1], way[at]];
  if (after === undefined) return PATIENCE;
  if (before === undefined) return 0;
  return at - (after - ARRIVED) / (after - before);
}

/** A target in all of TRAITS, onto those that this founder varies in. */
const onto = ({ traits }: Yardstick, target: Point): Point => traits.map((name) => target[TRAITS.indexOf(name)] ?? 0);
