/** Same gene, other work: what switching a gene off does, by region and by time. */
import { mean } from 'simple-statistics';
import { type Cloud, centreOf, cloudsOf, shift } from '../../../shared/lab/cloud.ts';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { someFounders } from '../../../shared/lab/populations.ts';
import { isViable, type Row, rowOf } from '../../../shared/lab/trait-rows.ts';
import { type Body, type Growth, LATTICE, MILD, STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENE_NAMES, GENES, type Genome } from '../../../shared/sim/genome.ts';
import type { Bar, Claim, Lab } from '../claim.ts';
import { disturbNow, growDisturbed } from '../growing.ts';

const SPECIES = 4;
/** Bodies of each effect, in two halves: what both halves say is no chance. Every effect is measured twice over. */
const BODIES = 8;
/** Thirds of the time, in steps, and of the place, in rows of an embryo's own length from its head. */
const TIMES = ['early', 'midway', 'late'] as const;
const PLACES = ['head', 'middle', 'tail'] as const;
/** Only effects of this size, in standard deviations of twins, have a direction that is known well enough to compare. */
const STRONG = 0.4;

const MORE_THAN_A_TENTH: Bar = { words: 'more than 10 %', holds: (value) => value > 10 };

export const sameGene: Claim = {
  key: 'same-gene',
  title: 'Same gene, other work',
  claim:
    'A gene has no job of its own. What it does depends on where in the body and when it is at work, for it acts through all the others that are at work there and then.',
  measurement: `In ${SPECIES} founders drawn by the seed, each of the ${GENES} genes is silenced (its expression held at 0) in one third of the body, from head to tail, during one third of the ${STEPS} steps. The effect of each of these 9 is the mean shift of all traits, in standard deviations of twins, against the same bodies grown from the same noise without; ${BODIES} bodies in two halves. Of the sum of squares of a gene’s effects, the share that differs between places (same time) and between times (same place): 0 % if the gene does the same work, 100 % if its effects have nothing in common. Squares are products across halves, so chance adds nothing; an effect measured again in other bodies shows that.`,
  figures: [
    {
      key: 'place',
      name: 'of a gene’s effect depends on where',
      unit: '%',
      digits: 1,
      bar: MORE_THAN_A_TENTH,
    },
    {
      key: 'time',
      name: 'of a gene’s effect depends on when',
      unit: '%',
      digits: 1,
      bar: MORE_THAN_A_TENTH,
    },
    {
      key: 'chance',
      name: 'differs between an effect and the same effect in other bodies (chance)',
      unit: '%',
      digits: 1,
    },
    {
      key: 'placeTurn',
      name: 'of strong effects, differs in direction alone, by place (1 − cosine)',
      unit: '%',
      digits: 1,
    },
    {
      key: 'timeTurn',
      name: 'of strong effects, differs in direction alone, by time (1 − cosine)',
      unit: '%',
      digits: 1,
    },
  ],
  measure,
};

/** The shift of trait means, twice: by either half of the bodies. */
interface Measured {
  readonly halves: readonly [readonly number[], readonly number[]];
}

/** An effect, and the same measured again in other bodies. */
interface Effect extends Measured {
  readonly again: Measured;
}

/** The gene whose silencing is shown. */
const PICTURED = 6;

function measure(lab: Lab) {
  const founders = someFounders(lab.founders, SPECIES, lab.seed);
  const clouds = cloudsOf(lab.grow, founders, lab.seed);
  const whole = clouds.map(({ genome }, f) => wholeBodies(lab, genome, f));
  const effects = clouds.map((cloud, f) =>
    Array.from({ length: GENES }, (_, gene) =>
      TIMES.map((_, time) => PLACES.map((_, place) => effectOf(lab, cloud, whole[f] ?? [], { gene, time, place }))),
    ),
  );
  const genes = effects.flat();
  const chance = 100 * differing(genes.flat(2).map((effect): Pair => [effect, effect.again]));
  const strengths = TIMES.map((_, time) =>
    PLACES.map((_, place) => mean(genes.map((one) => strength(one[time]?.[place])))),
  );
  return {
    figures: {
      place: 100 * differing(genes.flatMap(acrossPlaces)),
      time: 100 * differing(genes.flatMap(acrossTimes)),
      chance,
      placeTurn: 100 * turning(genes.flatMap(acrossPlaces)),
      timeTurn: 100 * turning(genes.flatMap(acrossTimes)),
    },
    charts: [
      {
        kind: 'bars' as const,
        title: 'How strongly silencing a gene acts, by time and place, mean over genes',
        xName: 'silenced',
        yName: 'standard deviations of twins',
        names: [...TIMES],
        series: PLACES.map((name, place) => ({ name, values: strengths.map((row) => row[place] ?? 0) })),
      },
      {
        kind: 'bars' as const,
        title: 'How much of each gene’s effect depends on where and when',
        xName: '',
        yName: '%',
        names: GENE_NAMES,
        series: [
          { name: 'where', values: ofGenes(effects, acrossPlaces) },
          { name: 'when', values: ofGenes(effects, acrossTimes) },
        ],
        marks: [{ at: chance, name: 'chance' }],
      },
    ],
    pictures: TIMES.map((when, time) => ({
      caption: `${founders[0]?.name ?? ''}, from the same noise, with ${GENE_NAMES[PICTURED]} silenced ${when} on`,
      bodies: [
        { label: 'never', body: silenced(lab, founders[0]?.genome ?? new Uint8Array(), lab.seed, null) },
        ...PLACES.map((where, place) => ({
          label: where,
          body: silenced(lab, founders[0]?.genome ?? new Uint8Array(), lab.seed, { gene: PICTURED, time, place }),
        })),
      ],
    })),
  };
}

interface Condition {
  readonly gene: number;
  readonly time: number;
  readonly place: number;
}

/** A body as it grows by itself, and the noise that it grew from. */
interface Whole {
  readonly noiseSeed: number;
  readonly row: Row;
}

const wholeBodies = ({ grow, seed }: Lab, genome: Genome, f: number): Whole[] =>
  Array.from({ length: 2 * BODIES }, (_, body) => {
    const noiseSeed = seedFor(seed, f, body);
    return { noiseSeed, row: rowOf(grow(genome, noiseSeed, MILD)) };
  });

function effectOf(lab: Lab, cloud: Cloud, whole: readonly Whole[], condition: Condition): Effect {
  const half = (which: number): number[] => {
    const shifts = whole.slice((which * BODIES) / 2, ((which + 1) * BODIES) / 2).flatMap(({ noiseSeed, row }) => {
      const changed = rowOf(silenced(lab, cloud.genome, noiseSeed, condition));
      return isViable(row) && isViable(changed) ? [shift({ centre: row, scale: cloud.scale }, changed)] : [];
    });
    return shifts.length > 0 ? [...centreOf(shifts)] : [];
  };
  return { halves: [half(0), half(1)], again: { halves: [half(2), half(3)] } };
}

/** A body in which one gene was silent for a while in a part of it. */
function silenced({ beginGrowth }: Lab, genome: Uint8Array, noiseSeed: number, condition: Condition | null): Body {
  const disturb = (growth: Growth): void => {
    if (!condition || Math.floor((growth.step * TIMES.length) / STEPS) !== condition.time) return;
    disturbNow(growth, (expression, sites) => {
      const rows = [...sites].map((site) => Math.floor(site / LATTICE));
      const head = Math.min(...rows);
      const length = Math.max(...rows) - head + 1;
      rows.forEach((row, cell) => {
        const place = Math.floor(((row - head) * PLACES.length) / length);
        if (place === condition.place) expression[condition.gene * sites.length + cell] = 0;
      });
    });
  };
  return growDisturbed(beginGrowth, genome, noiseSeed, { disturb });
}

/** Mean product over traits; 0 where a half has no living body. */
const product = (a: readonly number[], b: readonly number[]): number =>
  a.length > 0 && b.length > 0 ? mean(a.map((value, t) => value * (b[t] ?? 0))) : 0;

/** Square of the effect's size, free of the chance in it: may come out below 0. */
const square = ({ halves: [one, other] }: Measured): number => product(one, other);

const strength = (effect: Measured | undefined): number => Math.sqrt(Math.max(0, effect ? square(effect) : 0));

type Pair = readonly [Measured, Measured];
/** The effects of one gene: by time, then by place. */
type Effects = readonly (readonly Effect[])[];

const pairs = (effects: readonly Effect[]): Pair[] =>
  effects.flatMap((one, at) => effects.slice(at + 1).map((other): Pair => [one, other]));

const acrossPlaces = (gene: Effects): Pair[] => gene.flatMap(pairs);

const acrossTimes = (gene: Effects): Pair[] =>
  PLACES.flatMap((_, place) => pairs(gene.flatMap((row) => row[place] ?? [])));

const likeness = ({ halves: [a1, a2] }: Measured, { halves: [b1, b2] }: Measured): number =>
  (product(a1, b2) + product(a2, b1)) / 2;

/** Share of the sum of squares of two effects that is not common to both, over all pairs. */
function differing(all: readonly Pair[]): number {
  const common = mean(all.map(([a, b]) => likeness(a, b)));
  const whole = mean(all.map(([a, b]) => (square(a) + square(b)) / 2));
  return 1 - common / whole;
}

/** 1 − cosine, over the pairs of strong effects. */
function turning(all: readonly Pair[]): number {
  const strong = all.filter(([a, b]) => Math.min(strength(a), strength(b)) > STRONG);
  if (strong.length === 0) return 0;
  return 1 - mean(strong.map(([a, b]) => likeness(a, b))) / mean(strong.map(([a, b]) => strength(a) * strength(b)));
}

/** Per cent of each gene’s effects that differ, over all species. */
const ofGenes = (species: readonly (readonly Effects[])[], pairsOf: (gene: Effects) => Pair[]): number[] =>
  Array.from({ length: GENES }, (_, gene) => 100 * differing(species.flatMap((one) => pairsOf(one[gene] ?? []))));
