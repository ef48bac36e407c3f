/** Builds its own decoder: the same genome, read in another egg, makes another body. */
import { mean } from 'simple-statistics';
import { gatherTwins, strangenessOf } from '../../../shared/lab/likeness.ts';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { clones } from '../../../shared/lab/trait-rows.ts';
import { type GrowthConditions, MILD } from '../../../shared/sim/embryo/body.ts';
import { type Genome, INPUTS_OFFSET, SIGNATURE } from '../../../shared/sim/genome.ts';
import type { Bar, Claim, Lab, PictureRow } from '../claim.ts';

const BODIES = 24;
const PICTURED_FOUNDERS = 3;

/** An egg that differs from the usual one in how strongly one input is given: −1 turns it round, 0 takes it away. */
interface Egg {
  readonly name: string;
  readonly input?: { readonly index: number; readonly strength: -1 | 0 };
  readonly conditions?: Partial<GrowthConditions>;
}

const EGGS: readonly Egg[] = [
  { name: 'head to tail turned round', input: { index: 0, strength: -1 } },
  { name: 'no head-to-tail gradient', input: { index: 0, strength: 0 } },
  { name: 'midline turned inside out', input: { index: 1, strength: -1 } },
  { name: 'no midline', input: { index: 1, strength: 0 } },
  { name: 'clock half a turn late', input: { index: 2, strength: -1 } },
  { name: 'no clock', input: { index: 2, strength: 0 } },
];
const WEATHERS: readonly Egg[] = [
  { name: 'bitter cold', conditions: { temperature: -80 } },
  { name: 'scorching', conditions: { temperature: 80 } },
  { name: 'starved', conditions: { nutrition: -80 } },
  { name: 'lavish', conditions: { nutrition: 80 } },
];
const USUAL: Egg = { name: 'the usual egg' };

/** By the definition of the limit chance alone makes 5 %. */
const MORE_THAN_CHANCE: Bar = { words: 'more than 10 %, twice what chance gives', holds: (value) => value > 10 };

export const decoder: Claim = {
  key: 'decoder',
  title: 'It builds its own decoder',
  claim:
    'A genome says nothing by itself. It is read by an egg that its mother made, and by the cells that it has itself built so far. Put the same genes into another egg and another body comes out.',
  measurement: `Each founder’s genome grown with one maternal input changed: the head-to-tail gradient, the midline or the clock turned round or taken away; ${BODIES} bodies each. A body could not be taken for a twin if it is less like the founder’s usual twins, site by site (is there a cell, of which tissue, of which colour), than 95 % of fresh twins are; share of the bodies, mean over species. Then the same for temperature and nutrition at 80 of 100 either way. (To turn an input round is to change the sign of its signature: affinities are odd, so this is exactly the same as changing the sign of what each cell reads. No gene is touched.)`,
  figures: [
    {
      key: 'shifted',
      name: 'bodies from a changed egg that could not be taken for twins',
      unit: '%',
      digits: 0,
      bar: MORE_THAN_CHANCE,
    },
    {
      key: 'weather',
      name: 'bodies from another climate or table that could not',
      unit: '%',
      digits: 0,
      bar: MORE_THAN_CHANCE,
    },
    { key: 'usual', name: 'bodies from the usual egg that could not (chance)', unit: '%', digits: 0 },
  ],
  measure,
};

function measure(lab: Lab) {
  const twins = lab.founders.map(({ genome }, f) => gatherTwins(lab.grow, genome, seedFor(lab.seed, f, 0)));
  const share = (egg: Egg, e: number): number =>
    100 *
    mean(
      lab.founders.flatMap(({ genome }, f) => {
        const bodies = clones(lab.grow, inEgg(genome, egg), BODIES, seedFor(lab.seed, f, 100 + e), conditionsOf(egg));
        const own = twins[f];
        return own ? bodies.map((body) => Number(strangenessOf(own, body) > own.limit)) : [];
      }),
    );
  const all = [USUAL, ...EGGS, ...WEATHERS];
  const shares = all.map(share);
  const weatherFrom = 1 + EGGS.length;
  return {
    figures: {
      shifted: mean(shares.slice(1, weatherFrom)),
      weather: mean(shares.slice(weatherFrom)),
      usual: shares[0] ?? Number.NaN,
    },
    charts: [
      {
        kind: 'bars' as const,
        title: 'Bodies that could not be taken for twins',
        xName: '',
        yName: '% of bodies',
        names: all.map(({ name }) => name),
        series: [{ name: 'outside the cloud of twins', values: shares }],
        marks: [{ at: 5, name: 'chance' }],
      },
    ],
    pictures: lab.founders.slice(0, PICTURED_FOUNDERS).map(
      ({ name, genome }): PictureRow => ({
        caption: `${name}: one genome, one noise, other eggs`,
        bodies: [USUAL, ...EGGS].flatMap((egg) =>
          clones(lab.grow, inEgg(genome, egg), 1, lab.seed).map((body) => ({ label: egg.name, body })),
        ),
      }),
    ),
  };
}

const conditionsOf = ({ conditions }: Egg): GrowthConditions => ({ ...MILD, ...conditions });

function inEgg(genome: Genome, { input }: Egg): Genome {
  if (!input) return genome;
  const changed = genome.slice();
  const start = INPUTS_OFFSET + input.index * SIGNATURE;
  for (let at = start; at < start + SIGNATURE; at++) {
    const signed = ((genome[at] ?? 0) << 24) >> 24;
    // −128 has no opposite in a byte; 127 is as near as can be.
    changed[at] = Math.min(127, signed * input.strength) & 0xff;
  }
  return changed;
}
