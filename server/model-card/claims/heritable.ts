/** Heritable: how much of the variance in a standing population is genetic, trait by trait, and of the coat's layout. */
import { mean, median } from 'simple-statistics';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { STANDING_GENERATIONS as GENERATIONS, standingPopulation } from '../../../shared/lab/populations.ts';
import { clones, column, isViable, rowOf, SIZE, traitOf } from '../../../shared/lab/trait-rows.ts';
import { type Body, BodyField, bodyField, SITES } from '../../../shared/sim/embryo/body.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { STANDING_RATE } from '../../../shared/sim/world/heredity.ts';
import type { Claim, Lab } from '../claim.ts';
import { amongShare, type Components, components } from '../variance.ts';

const POPULATION = 60;
const GENOTYPES = 32;
const CLONES = 8;
/** A body is patterned if its coat departs from its mean by this much of 255. */
const PATTERNED = 10;
/** Sites that fewer bodies than this share of all have a cell at say little of a layout. */
const COVERED = 0.5;

export const heritable: Claim = {
  key: 'heritable',
  title: 'Heritable, but not all of it',
  claim:
    'What runs in families and what chance adds are both large. How big a creature grows is mostly in its genes; where each spot of its coat falls hardly is.',
  measurement: `A standing population of each founder as the world makes it: ${POPULATION} settlers (${((100 * STANDING_RATE) / 0x10000).toFixed(1)} % of bytes mutated), then ${GENERATIONS} generations of free mating with recombination and mutation; only failed embryos are lost. ${GENOTYPES} genotypes, ${CLONES} clones each, one-way analysis of variance: H² = V_genetic ÷ (V_genetic + V_isogenic), the median over species. Coat layout: the same, site by site, on coats from which each body’s own mean and contrast have been taken out, all sites’ variances added up, in patterned bodies.`,
  figures: [
    {
      key: 'median',
      name: 'H² in the median trait',
      unit: '',
      digits: 2,
      bar: { words: '0.4 to 0.7', holds: (value) => value >= 0.4 && value <= 0.7 },
    },
    {
      key: 'sizeAboveLayout',
      name: 'H² of size minus H² of coat layout',
      unit: '',
      digits: 2,
      bar: { words: 'above 0', holds: (value) => value > 0 },
    },
    { key: 'size', name: 'H² of size', unit: '', digits: 2 },
    { key: 'layout', name: 'H² of coat layout', unit: '', digits: 2 },
  ],
  sources: [
    {
      text: 'Polderman et al. 2015: over 17,804 human traits the mean heritability is 0.49',
      url: 'https://doi.org/10.1038/ng.3285',
    },
    {
      text: 'Vogt et al. 2008: in isogenic marbled crayfish reared alike, every pattern was its own',
      url: 'https://doi.org/10.1242/jeb.008755',
    },
  ],
  measure,
};

interface Family {
  readonly bodies: readonly Body[];
}

function measure(lab: Lab) {
  const species = lab.founders.map(({ genome }, f) => families(lab, genome, f));
  const ofTraits = species.map((one) => traitShares(one));
  const layouts = species.map(layoutShare).filter((share) => share !== undefined);
  const medians = TRAITS.map((_, t) =>
    median(ofTraits.map((shares) => shares[t] ?? Number.NaN).filter(Number.isFinite)),
  );
  const layout = median(layouts);
  const size = medians[SIZE] ?? Number.NaN;
  return {
    figures: { median: median(medians), sizeAboveLayout: size - layout, size, layout },
    charts: [
      {
        kind: 'bars' as const,
        title: 'Heritability H² of each trait, median over species',
        xName: '',
        yName: 'H²',
        names: [...TRAITS, 'coat layout'],
        series: [{ name: 'H²', values: [...medians, layout] }],
        marks: [
          { at: 0.4, name: '0.4' },
          { at: 0.7, name: '0.7' },
        ],
      },
    ],
    pictures: [0, 1, 2].map((which) => ({
      caption: `${lab.founders[0]?.name ?? ''}, relative ${which + 1}: clones of one genotype`,
      bodies: (species[0]?.[which]?.bodies ?? []).map((body) => ({ label: '', body })),
    })),
  };
}

function families({ grow, seed }: Lab, founder: Uint8Array, f: number): Family[] {
  const population = standingPopulation(grow, founder, POPULATION, GENERATIONS, seedFor(seed, f, 0));
  return population.slice(0, GENOTYPES).map(({ genome }, g) => ({
    // Clones that fail to develop have no traits to compare.
    bodies: clones(grow, genome, CLONES, seedFor(seed, f, 1 + g)).filter((body) => isViable(rowOf(body))),
  }));
}

/** H² of each trait; NaN for one that nobody here has. */
function traitShares(one: readonly Family[]): number[] {
  const rows = one.map(({ bodies }) => bodies.map(rowOf));
  return TRAITS.map((_, t) => amongShare(components(rows.map((group) => column(group, t)))));
}

/** H² of the coat's layout, or undefined where too few bodies are patterned. */
function layoutShare(one: readonly Family[]): number | undefined {
  const groups = one.map(({ bodies }) =>
    bodies.filter((body) => traitOf(rowOf(body), 'coatContrast') >= PATTERNED).map(layoutOf),
  );
  const count = groups.flat().length;
  if (count < (GENOTYPES * CLONES) / 4) return undefined;
  const sum = { among: 0, within: 0 };
  for (let site = 0; site < SITES; site++) {
    const values = groups.map((group) => group.map((layout) => layout[site] ?? Number.NaN).filter(Number.isFinite));
    if (values.flat().length < COVERED * count) continue;
    const found: Components = components(values);
    sum.among += found.among;
    sum.within += found.within;
  }
  return amongShare(sum);
}

/** The coat without its mean and its contrast: site by site, in standard deviations; NaN where no cell is. */
function layoutOf(body: Body): Float64Array {
  const tissue = bodyField(body, BodyField.tissue);
  const coat = bodyField(body, BodyField.coat);
  const values = [...coat].filter((_, site) => tissue[site] !== 0);
  const middle = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return Float64Array.from(coat, (value, site) => (tissue[site] === 0 ? Number.NaN : (value - middle) / spread));
}
