/** A latent space: between two genomes of a kind lie genomes of that kind; a jumble of strangers' genes is nobody. */
import { mean } from 'simple-statistics';
import { blend } from '../../../shared/lab/between/genomes.ts';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { STANDING_GENERATIONS, standingPopulation } from '../../../shared/lab/populations.ts';
import { isViable, rowOf } from '../../../shared/lab/trait-rows.ts';
import { type Body, MILD } from '../../../shared/sim/embryo/body.ts';
import { type Genome, recombine } from '../../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../../shared/sim/rng.ts';
import type { Claim, Lab } from '../claim.ts';

const POPULATION = 30;
const PAIRS = 20;
/** How far along the line from one genome to the other, in eighths. */
const EIGHTHS = [1, 2, 3, 4, 5, 6, 7] as const;

export const latentSpace: Claim = {
  key: 'latent-space',
  title: 'A space of possible bodies',
  claim:
    'Genomes of one species lie in a space that makes sense in between: halfway between two relatives stands another healthy body. A jumble of genes from strangers is often none at all, for their networks do not fit each other.',
  measurement: `Of each founder’s standing population (${POPULATION} creatures after ${STANDING_GENERATIONS} generations of free mating), ${PAIRS} pairs of relatives: bodies of genomes along the straight line between the two, byte by byte, at ${EIGHTHS.length} points. Against it as many mixtures of the loci, each drawn at even odds, of that founder’s population and a stranger: a creature of another founder’s. Viable is what ends with at least 40 cells. Beside it the other two combinations, so that it shows whether kinship or the straight line does it.`,
  figures: [
    {
      key: 'difference',
      name: 'viable along the line between relatives, minus viable mixtures of strangers',
      unit: 'percentage points',
      digits: 1,
      bar: { words: 'above 0', holds: (value) => value > 0 },
    },
    { key: 'kinLine', name: 'viable along the line between relatives', unit: '%', digits: 1 },
    { key: 'strangeMix', name: 'viable mixtures of strangers’ loci', unit: '%', digits: 1 },
    { key: 'kinMix', name: 'viable mixtures of relatives’ loci', unit: '%', digits: 1 },
    { key: 'strangeLine', name: 'viable along the line between strangers', unit: '%', digits: 1 },
  ],
  measure,
};

interface Tried {
  readonly line: readonly Body[];
  readonly mix: readonly Body[];
}

function measure(lab: Lab) {
  const { founders, grow, seed } = lab;
  const populations = founders.map(({ genome }, f) =>
    standingPopulation(grow, genome, POPULATION, STANDING_GENERATIONS, seedFor(seed, f, 0)).map((one) => one.genome),
  );
  const kin: Tried[] = [];
  const strangers: Tried[] = [];
  populations.forEach((population, f) => {
    for (let pair = 0; pair < PAIRS; pair++) {
      const own = seedFor(seed, f, 1 + pair);
      const one = pick(population, own, 0);
      const relative = pick(
        population.filter((genome) => genome !== one),
        own,
        1,
      );
      const away = 1 + drawBelow(founders.length - 1, own, Stream.parents, 2);
      const stranger = pick(populations[(f + away) % founders.length] ?? [], own, 3);
      kin.push(between(lab, one, relative, own));
      strangers.push(between(lab, one, stranger, own));
    }
  });
  const kinLine = viableShare(kin.flatMap(({ line }) => line));
  const strangeMix = viableShare(strangers.flatMap(({ mix }) => mix));
  const along = (tried: readonly Tried[]): number[] =>
    EIGHTHS.map((_, at) => viableShare(tried.flatMap(({ line }) => line[at] ?? [])));
  const flat = (share: number): number[] => EIGHTHS.map(() => share);
  const kinMix = viableShare(kin.flatMap(({ mix }) => mix));
  return {
    figures: {
      difference: kinLine - strangeMix,
      kinLine,
      strangeMix,
      kinMix,
      strangeLine: viableShare(strangers.flatMap(({ line }) => line)),
    },
    charts: [
      {
        kind: 'lines' as const,
        title: 'Viable bodies between two genomes',
        xName: 'eighths of the way from one to the other',
        yName: '% viable',
        x: [...EIGHTHS],
        series: [
          { name: 'line between relatives', values: along(kin) },
          { name: 'line between strangers', values: along(strangers) },
          { name: 'mixtures of relatives', values: flat(kinMix) },
          { name: 'mixtures of strangers', values: flat(strangeMix) },
        ],
      },
    ],
    pictures: [
      { caption: 'Along the line between two relatives', bodies: (kin[0]?.line ?? []).map(eighth) },
      {
        caption: 'Mixtures of the loci of two strangers',
        bodies: (strangers[0]?.mix ?? []).map((body) => ({ label: '', body })),
      },
    ],
  };
}

const eighth = (body: Body, at: number) => ({ label: `${EIGHTHS[at] ?? 0}/8`, body });

function pick(population: readonly Genome[], seed: number, part: number): Genome {
  const genome = population[drawBelow(Math.max(1, population.length), seed, Stream.parents, part)];
  if (!genome) throw new RangeError('Nobody is left of this species to be compared.');
  return genome;
}

function between({ grow }: Lab, a: Genome, b: Genome, seed: number): Tried {
  const grown = (genome: Genome, at: number): Body => grow(genome, draw(seed, Stream.development, at), MILD);
  return {
    line: EIGHTHS.map((eighths) => grown(blend(a, b, eighths / 8), eighths)),
    mix: EIGHTHS.map((_, at) => grown(recombine(a, b, draw(seed, Stream.crossover, at)), 8 + at)),
  };
}

/** In per cent. */
const viableShare = (bodies: readonly Body[]): number =>
  100 * mean(bodies.map((body) => Number(isViable(rowOf(body)))));
