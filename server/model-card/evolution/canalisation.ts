/** Canalisation: under stabilising selection, with noise, development comes to scatter less. */
import { mean } from 'simple-statistics';
import { clones } from '../../../shared/lab/trait-rows.ts';
import { type Point, pointOf, type Yardstick } from '../../../shared/lab/yardstick.ts';
import type { Grow } from '../../../shared/sim/embryo/body.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import { measure as measureBody, readTraits } from '../../../shared/sim/traits.ts';
import type { Claim, Lab, PictureRow, Sample } from '../claim.ts';
import { components } from '../variance.ts';
import { EVERY, FOUNDERS, GENERATIONS, HOW, type Lineages, lineagesOf } from './stabilised.ts';

/** Genomes taken of a population, and twins grown of each. */
const GENOMES = 30;
const TWINS = 8;
const STAGES = GENERATIONS / EVERY;

export const canalisation: Claim = {
  key: 'canalisation',
  title: 'Canalisation evolves',
  claim:
    'If what counts is to come out right in spite of noise, lineages evolve that come out right: after many generations twins differ less than their ancestors’ twins did.',
  measurement: `${HOW} V_iso: the variance within ${TWINS} twins of each of ${GENOMES} genomes of the population, for each of these traits, in units of the settlers’ phenotypic variance; their mean over the traits. The number is V_iso at the end over V_iso at the start, geometric mean over founders. The second number is the same over the lineages without selection.`,
  figures: [
    {
      key: 'held',
      name: 'V_iso under stabilising selection, over its start',
      unit: 'times',
      digits: 2,
      bar: { words: 'below 0.7', holds: (value) => value < 0.7 },
      ratio: true,
    },
    {
      key: 'againstFree',
      name: 'V_iso under stabilising selection, over that without selection',
      unit: 'times',
      digits: 2,
      bar: { words: 'below 1', holds: (value) => value < 1 },
      ratio: true,
    },
  ],
  sources: [
    {
      text: 'Kaneko 2007, Evolution of robustness to noise and mutation in gene expression dynamics, PLoS ONE 2: e434',
      url: 'https://doi.org/10.1371/journal.pone.0000434',
    },
    {
      text: 'Siegal & Bergman 2002, Waddington’s canalization revisited, PNAS 99: 10528',
      url: 'https://doi.org/10.1073/pnas.102303999',
    },
  ],
  remarks: [
    'As in Kaneko’s model, scatter falls only because noise is there while selection acts: it is the genomes whose bodies come out right by luck as well as by rule that breed on. Without selection scatter wanders, mostly upwards.',
    'The fall takes long: after 60 generations some lineages have not begun, and after 120 the mean over seeds stood between 0.59 and 0.73; hence 240 generations. Settlers carry many mutations, some of which make development unsteady, and part of the fall is their loss.',
  ],
  measure,
};

function measure(lab: Lab): Sample {
  const lineages = lineagesOf(lab);
  const series = (pick: (one: Lineages) => Lineages['held']): number[] =>
    Array.from({ length: STAGES + 1 }, (_, stage) =>
      Math.exp(
        mean(
          lineages.map((one) => {
            const scatter = (genomes: readonly Genome[] = []): number =>
              mean([...isogenic(lab.grow, genomes, one.stick, draw(lab.seed, Stream.twin, stage))]);
            return Math.log(scatter(pick(one)[stage]) / scatter(one.held[0]));
          }),
        ),
      ),
    );
  const held = series((one) => one.held);
  const free = series((one) => one.free);
  const [end, drifted] = [held.at(-1) ?? 1, free.at(-1) ?? 1];
  return {
    figures: { held: end, againstFree: end / drifted },
    charts: [
      {
        kind: 'lines',
        title: `Scatter among twins over ${GENERATIONS} generations (${FOUNDERS} founders a seed)`,
        xName: 'generation',
        yName: 'V_iso over its start',
        x: held.map((_, stage) => stage * EVERY),
        series: [
          { name: 'stabilising selection', values: held },
          { name: 'no selection', values: free },
        ],
        marks: [{ at: 0.7, name: '0.7' }],
      },
    ],
    pictures: lineages
      .slice(0, 2)
      .flatMap((one) => [
        twins(lab, `${one.founder.name}: twins of a settler`, one.held[0]),
        twins(
          lab,
          `${one.founder.name}: twins after ${GENERATIONS} generations of stabilising selection`,
          one.held.at(-1),
        ),
      ]),
  };
}

/** V_iso of each trait of the yardstick, in squared standard deviations of settlers. */
export function isogenic(grow: Grow, genomes: readonly Genome[], stick: Yardstick, seed: number): Point {
  const groups = genomes
    .slice(0, GENOMES)
    .map((genome, at) =>
      clones(grow, genome, TWINS, draw(seed, Stream.development, at)).map((body) =>
        pointOf(stick, readTraits(measureBody(body))),
      ),
    );
  return stick.traits.map((_, at) => components(groups.map((twins) => twins.map((point) => point[at] ?? 0))).within);
}

const twins = ({ grow, seed }: Lab, caption: string, genomes: readonly Genome[] = []): PictureRow => ({
  caption,
  bodies: genomes
    .slice(0, 1)
    .flatMap((genome) => clones(grow, genome, 8, seed).map((body) => ({ label: 'twin', body }))),
});
