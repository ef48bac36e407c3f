/** Distributed: how much of a trait's genetic variance the most important single locus explains. */
import { mean, median } from 'simple-statistics';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { STANDING_GENERATIONS as GENERATIONS, standingPopulation } from '../../../shared/lab/populations.ts';
import { column, isViable, type Row, rowOf } from '../../../shared/lab/trait-rows.ts';
import { type Body, MILD } from '../../../shared/sim/embryo/body.ts';
import { GENOME_BYTES, type Genome, LOCI, locusRange } from '../../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../../shared/sim/rng.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import type { Claim, Lab } from '../claim.ts';
import { components } from '../variance.ts';

const POPULATION = 60;
const PARENTS = 30;
const GENOTYPES = 720;
const PICTURED = 8;
/** Below this share of the whole variance, genetic variance is too small to be shared out among loci. */
const LEAST_GENETIC = 0.1;

export const distributed: Claim = {
  key: 'distributed',
  title: 'Spread over many genes',
  claim:
    'There is no gene “for” a trait: even the locus that matters most explains only a small part of why relatives differ.',
  measurement: `Of each founder’s standing population (${POPULATION} settlers, ${GENERATIONS} generations of free mating) ${PARENTS} genomes are shuffled into ${GENOTYPES} new ones, each of the ${LOCI} loci drawn from any of them, two clones each. V_genetic comes from clones; the variance that one locus explains comes from an analysis of variance over whose allele stands there. The largest of the ${LOCI} shares (so, if anything, too large), the median over species, for traits in which genes make at least ${100 * LEAST_GENETIC} % of the variance.`,
  figures: [
    {
      key: 'top',
      name: 'V_genetic explained by the top locus, in the median trait',
      unit: '%',
      digits: 0,
      bar: { words: 'below 20 %', holds: (value) => value < 20 },
    },
    { key: 'additive', name: 'V_genetic explained by all loci added up, in the median trait', unit: '%', digits: 0 },
  ],
  sources: [
    {
      text: 'Boyle, Li & Pritchard 2017: complex traits are spread over most genes (“omnigenic”)',
      url: 'https://doi.org/10.1016/j.cell.2017.05.038',
    },
  ],
  measure,
};

/** Whose allele each recombinant bears at each locus, and its two clones. */
interface Recombinant {
  readonly donors: readonly number[];
  readonly rows: readonly Row[];
}

function measure(lab: Lab) {
  const species = lab.founders.map(({ genome }, f) => sharesOf(recombinants(lab, genome, f)));
  const overSpecies = (pick: (shares: readonly number[]) => number): number[] =>
    TRAITS.map((_, t) => {
      const found = species.flatMap((one) => (one[t] ? [100 * pick(one[t])] : []));
      return found.length > 0 ? median(found) : Number.NaN;
    });
  const top = overSpecies((shares) => Math.max(...shares));
  const all = overSpecies((shares) => shares.reduce((sum, share) => sum + share, 0));
  const ranked = Array.from({ length: LOCI }, (_, rank) =>
    mean(species.flat().flatMap((shares) => (shares ? [100 * (shares.toSorted((a, b) => b - a)[rank] ?? 0)] : []))),
  );
  return {
    figures: { top: median(top.filter(Number.isFinite)), additive: median(all.filter(Number.isFinite)) },
    charts: [
      {
        kind: 'bars' as const,
        title: 'V_genetic explained by the top locus, median over species',
        xName: '',
        yName: '% of V_genetic',
        names: TRAITS,
        series: [{ name: 'top locus', values: top.map((value) => (Number.isFinite(value) ? value : 0)) }],
        marks: [{ at: 20, name: '20 %' }],
      },
      {
        kind: 'lines' as const,
        title: 'V_genetic explained by each locus, from the strongest down, mean over traits and species',
        xName: 'rank of the locus',
        yName: '% of V_genetic',
        x: ranked.map((_, rank) => rank + 1),
        series: [{ name: 'locus', values: ranked }],
      },
    ],
    pictures: lab.founders.slice(0, 2).map(({ name, genome }, f) => ({
      caption: `${name}: relatives with shuffled loci`,
      bodies: shuffled(lab, genome, f, PICTURED).map(({ bodies: [body] }) => ({ label: '', body })),
    })),
  };
}

interface Shuffled extends Pick<Recombinant, 'donors'> {
  readonly bodies: readonly [Body, Body];
}

/** Genomes whose loci are drawn from the parents in a standing population, each grown twice. */
function shuffled({ grow, seed }: Lab, founder: Genome, f: number, count: number): Shuffled[] {
  const parents = standingPopulation(grow, founder, POPULATION, GENERATIONS, seedFor(seed, f, 0)).slice(0, PARENTS);
  return Array.from({ length: count }, (_, at) => {
    const own = seedFor(seed, f, 1 + at);
    const donors = Array.from({ length: LOCI }, (_, locus) => drawBelow(parents.length, own, Stream.crossover, locus));
    const genome = new Uint8Array(GENOME_BYTES);
    donors.forEach((donor, locus) => {
      const [start, end] = locusRange(locus);
      genome.set(parents[donor]?.genome.subarray(start, end) ?? [], start);
    });
    const clone = (twin: number): Body => grow(genome, draw(own, Stream.development, twin), MILD);
    return { donors, bodies: [clone(0), clone(1)] };
  });
}

const recombinants = (lab: Lab, founder: Genome, f: number): Recombinant[] =>
  shuffled(lab, founder, f, GENOTYPES)
    .map(({ donors, bodies }) => ({ donors, rows: bodies.map(rowOf).filter(isViable) }))
    .filter(({ rows }) => rows.length > 0);

/** For each trait the share of V_genetic that each locus explains; undefined where V_genetic is too small. */
function sharesOf(recombined: readonly Recombinant[]): (readonly number[] | undefined)[] {
  return TRAITS.map((_, t) => {
    const { among: genetic, within } = components(recombined.map(({ rows }) => column(rows, t)));
    if (genetic <= 0 || genetic < LEAST_GENETIC * (genetic + within)) return undefined;
    return Array.from({ length: LOCI }, (_, locus) => explained(recombined, locus, t) / genetic);
  });
}

/** Variance of a trait among the alleles at a locus. */
function explained(recombined: readonly Recombinant[], locus: number, t: number): number {
  const groups: number[][] = Array.from({ length: PARENTS }, () => []);
  for (const { donors, rows } of recombined) groups[donors[locus] ?? 0]?.push(mean(column(rows, t)));
  return components(groups).among;
}
