/** Outputs vary: bodies of one genome differ in every trait, and by noise alone. */
import { mean, sampleVariance } from 'simple-statistics';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { clones, column, type Row, rowOf } from '../../../shared/lab/trait-rows.ts';
import { type Body, MILD } from '../../../shared/sim/embryo/body.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import type { Claim, Lab } from '../claim.ts';

const TWINS = 32;
const PICTURED = 8;
const PICTURED_FOUNDERS = 3;
/** A trait varies if it does in more species than not. */
const MOST = 0.5;

export const varies: Claim = {
  key: 'varies',
  title: 'One genome, many bodies',
  claim:
    'The genome tells what bodies are likely, not which body it will be: even twins in the same place differ, in every trait, by the noise of development alone.',
  measurement: `${TWINS} bodies of each founder’s one genome, all in the same mild conditions: the variance of every trait among them (V_isogenic). A trait counts as varying if its variance is above 0 in most of the species that have it at all (where it is not 0 in all ${TWINS} bodies). Then the same with noise turned off, where every variance must be 0 and every body the same to the byte.`,
  figures: [
    {
      key: 'varying',
      name: 'traits that vary among twins',
      unit: `of ${TRAITS.length}`,
      digits: 1,
      bar: { words: `all ${TRAITS.length}`, holds: (value) => value === TRAITS.length },
    },
    {
      key: 'withoutNoise',
      name: 'largest variance of any trait with noise 0',
      unit: '',
      digits: 0,
      bar: { words: '0', holds: (value) => value === 0 },
    },
    {
      key: 'bodiesWithoutNoise',
      name: 'different bodies of one genome with noise 0',
      unit: '',
      digits: 0,
      bar: { words: '1', holds: (value) => value === 1 },
    },
    { key: 'everywhere', name: 'species × traits that vary, of those that a species has', unit: '%', digits: 0 },
  ],
  measure,
};

function measure(lab: Lab) {
  const litters = lab.founders.map(({ genome }, f) => clones(lab.grow, genome, TWINS, seedFor(lab.seed, f, 0)));
  const still = lab.founders.map(({ genome }, f) =>
    clones(lab.grow, genome, TWINS, seedFor(lab.seed, f, 0), { ...MILD, noise: 0 }),
  );
  const rows = litters.map((bodies) => bodies.map(rowOf));
  const shares = TRAITS.map((_, t) => varyingShare(rows, t));
  const had = TRAITS.map((_, t) => rows.filter((litter) => has(litter, t)).length);
  return {
    figures: {
      varying: shares.filter((share) => share > MOST).length,
      withoutNoise: Math.max(...still.flatMap((bodies) => variances(bodies.map(rowOf)))),
      bodiesWithoutNoise: Math.max(...still.map(different)),
      everywhere:
        (100 * shares.reduce((sum, share, t) => sum + share * (had[t] ?? 0), 0)) / had.reduce((a, b) => a + b, 0),
    },
    charts: [
      {
        kind: 'bars' as const,
        title: 'Species in which a trait varies among twins, of those that have it',
        xName: '',
        yName: '% of species',
        names: TRAITS,
        series: [{ name: 'varies', values: shares.map((share) => 100 * share) }],
        marks: [{ at: 50, name: 'most' }],
      },
      {
        kind: 'bars' as const,
        title: 'How much twins differ: standard deviation over mean, in the mean species',
        xName: '',
        yName: '% of the mean',
        names: TRAITS.filter((name) => name !== 'slenderness'),
        series: [
          {
            name: 'coefficient of variation',
            values: TRAITS.flatMap((name, t) => (name === 'slenderness' ? [] : [100 * relativeSpread(rows, t)])),
          },
        ],
      },
    ],
    pictures: lab.founders.slice(0, PICTURED_FOUNDERS).map(({ name }, f) => ({
      caption: `${name}: ${PICTURED} bodies of one genome`,
      bodies: (litters[f] ?? []).slice(0, PICTURED).map((body) => ({ label: '', body })),
    })),
  };
}

const has = (litter: readonly Row[], t: number): boolean => litter.some((row) => row[t] !== 0);

const variances = (rows: readonly Row[]): number[] => TRAITS.map((_, t) => sampleVariance(column(rows, t)));

/** Of the species that have the trait at all, the share in which twins differ in it. */
function varyingShare(litters: readonly (readonly Row[])[], t: number): number {
  const having = litters.filter((litter) => has(litter, t));
  return having.length === 0 ? 0 : mean(having.map((litter) => Number(sampleVariance(column(litter, t)) > 0)));
}

/** Mean over the species that have the trait of standard deviation over mean. */
function relativeSpread(litters: readonly (readonly Row[])[], t: number): number {
  const having = litters.map((litter) => column(litter, t)).filter((values) => mean(values) !== 0);
  return having.length === 0 ? 0 : mean(having.map((values) => Math.sqrt(sampleVariance(values)) / mean(values)));
}

const different = (bodies: readonly Body[]): number =>
  new Set(bodies.map((body) => Buffer.from(body).toString('latin1'))).size;
