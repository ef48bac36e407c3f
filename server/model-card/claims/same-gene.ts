/** Same gene, other work: what switching a gene off does, by region and by time. */
import { mean } from 'simple-statistics';
import { type Body, type Growth, LATTICE, STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENE_NAMES, GENES } from '../../../shared/sim/genome.ts';
import type { Claim, Lab } from '../claim.ts';
import { type Cloud, centreOf, cloudsOf, shift } from '../cloud.ts';
import { disturbNow, growDisturbed } from '../growing.ts';
import { seedFor } from '../mutants.ts';
import { someFounders } from '../populations.ts';
import { isViable, rowOf } from '../trait-rows.ts';

const SPECIES = 4;
/** Bodies of each effect, in two halves: what both halves say is no chance. Every effect is measured twice over. */
const BODIES = 8;
/** Thirds of the time, in steps, and of the place, in rows of an embryo's own length from its head. */
const TIMES = ['early', 'midway', 'late'] as const;
const PLACES = ['head', 'middle', 'tail'] as const;
/** Effects smaller than this, in steps of the twins' cloud, point nowhere: their direction is not compared. */
const LEAST_EFFECT = 0.2;

export const sameGene: Claim = {
  key: 'same-gene',
  title: 'Same gene, other work',
  claim:
    'A gene has no job of its own. What it does depends on where in the body and when it is at work, for it acts through all the others that are at work there and then.',
  measurement: `In ${SPECIES} founders drawn by the seed, each of the ${GENES} genes is silenced (its expression held at 0) in one third of the body, from head to tail, during one third of the ${STEPS} steps; twice ${BODIES} bodies for each of the 9 combinations. The effect is the shift of all trait means, in standard deviations of twins. How far two effects of one gene point in different directions is 1 − cosine, between places (same time) and between times (same place), with products taken across two halves of the bodies: 0 if the gene does the same work, 1 if quite other work. The same number for an effect measured again in other bodies says what chance alone makes of it; if above 0, it is taken off.`,
  figures: [
    {
      key: 'place',
      name: 'of a gene’s effect depends on where',
      unit: '%',
      digits: 1,
      bar: { words: 'more than 0 (chance is taken off)', holds: (value) => value > 0 },
    },
    {
      key: 'time',
      name: 'of a gene’s effect depends on when',
      unit: '%',
      digits: 1,
      bar: { words: 'more than 0 (chance is taken off)', holds: (value) => value > 0 },
    },
    { key: 'chance', name: 'what chance alone would make of it', unit: '%', digits: 1 },
  ],
  remarks: [
    'Only the direction of effects counts here: that silencing a gene longer, or in more cells, does more of the same is not called other work.',
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
  const effects = clouds.map((cloud, f) =>
    Array.from({ length: GENES }, (_, gene) =>
      TIMES.map((_, time) =>
        PLACES.map((_, place) => effectOf(lab, cloud, seedFor(lab.seed, f, gene * 9), { gene, time, place })),
      ),
    ),
  );
  const genes = effects.flat();
  const chance = 100 * otherness(genes.flat(2).map((effect): Pair => [effect, effect.again]));
  const strengths = TIMES.map((_, time) =>
    PLACES.map((_, place) => mean(genes.map((one) => strength(one[time]?.[place])))),
  );
  return {
    figures: {
      place: 100 * otherness(genes.flatMap(acrossPlaces)) - Math.max(0, chance),
      time: 100 * otherness(genes.flatMap(acrossTimes)) - Math.max(0, chance),
      chance,
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

function effectOf(lab: Lab, cloud: Cloud, seed: number, condition: Condition): Effect {
  const half = (which: number): number[] => {
    const rows = Array.from({ length: BODIES / 2 }, (_, body) => {
      const noiseSeed = seedFor(seed, condition.time * PLACES.length + condition.place, which * BODIES + body);
      return rowOf(silenced(lab, cloud.genome, noiseSeed, condition));
    });
    const living = rows.filter(isViable);
    return living.length > 0 ? shift(cloud, centreOf(living)) : [];
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

/** 1 − cosine over all pairs whose effects are large enough to have a direction. */
function otherness(all: readonly Pair[]): number {
  let alike = 0;
  let whole = 0;
  for (const [a, b] of all) {
    const size = Math.sqrt(Math.max(0, square(a)) * Math.max(0, square(b)));
    if (Math.min(strength(a), strength(b)) < LEAST_EFFECT) continue;
    const [a1, a2] = a.halves;
    const [b1, b2] = b.halves;
    alike += (product(a1, b2) + product(a2, b1)) / 2;
    whole += size;
  }
  return whole > 0 ? 1 - alike / whole : 0;
}

/** Per cent of otherness of each gene over all species. */
const ofGenes = (species: readonly (readonly Effects[])[], pairsOf: (gene: Effects) => Pair[]): number[] =>
  Array.from({ length: GENES }, (_, gene) => 100 * otherness(species.flatMap((one) => pairsOf(one[gene] ?? []))));
