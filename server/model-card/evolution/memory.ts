/** Remembers its past: a lineage that has lived in an environment before adapts to it again sooner than to a new one. */
import { mean } from 'simple-statistics';
import { type Grown, POPULATION } from '../../../shared/lab/breed.ts';
import { settlers, someFounders } from '../../../shared/lab/populations.ts';
import { finish } from '../../../shared/lab/steps.ts';
import {
  ARRIVED,
  type Arrival,
  alternate,
  arrive,
  CYCLES,
  EPOCH,
  FAR,
  NEW,
  OLD,
  PATIENCE,
  TRAITS,
} from '../../../shared/lab/training/environments.ts';
import { type Point, yardstick } from '../../../shared/lab/yardstick.ts';
import type { Founder } from '../../../shared/sim/founders.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { Claim, Lab, Sample } from '../claim.ts';

const SHOWN = 15;
const FOUNDERS = 4;

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
  const time = (all: readonly Arrival[]): number => mean(all.map(({ generations }) => generations));
  const way = (all: readonly Arrival[]): number[] =>
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
  readonly again: readonly Arrival[];
  readonly anew: readonly Arrival[];
  readonly shown: readonly { readonly caption: string; readonly grown: readonly Grown[] }[];
}

function changes(lab: Lab, founder: Founder, seed: number): Changes {
  const stick = yardstick(lab.grow, founder.genome, TRAITS, seed);
  const start = settlers(founder.genome, POPULATION, seed);
  const train = (home: Point, which: number): Genome[] =>
    finish(alternate(lab.grow, stick, start, { home, cycles: CYCLES, seed: draw(seed, Stream.parents, which) }));
  const [withOld, withNew] = [train(OLD, 0), train(NEW, 1)];
  const into = (from: readonly Genome[], target: Point, which: number) =>
    finish(arrive(lab.grow, stick, from, { target, least: SHOWN, seed: draw(seed, Stream.exam, which) }));
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
