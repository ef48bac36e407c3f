/** Indirect, many to many: what single letters do, what single genes move, and by how many genes a trait is moved. */
import { mean, median } from 'simple-statistics';
import { type Cloud, centreOf, cloudsOf, outsideShare, shift } from '../../../shared/lab/cloud.ts';
import { knockOut, seedFor, singleMutant } from '../../../shared/lab/mutants.ts';
import { cloneRows, clones, isViable, type Row } from '../../../shared/lab/trait-rows.ts';
import { GENE_NAMES, GENES, type Genome } from '../../../shared/sim/genome.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import type { Claim, Lab, PictureRow } from '../claim.ts';

/** Single mutants of each founder. */
const MUTANTS = 40;
/** Bodies of each mutant and each knock-out: their mean is then known to a quarter of a step, and chance moves no trait. */
const CLONES = 16;
/** A trait has moved when its mean has, by more than this many steps. */
const MOVED = 1;
const PICTURED = 7;

/** Which traits each gene's knock-out moves; null for a gene without which nothing viable grows. */
type Moves = readonly (readonly boolean[] | null)[];

export const indirect: Claim = {
  key: 'indirect',
  title: 'Indirect, and many to many',
  claim:
    'No letter of the genome stands for a part of the body. Many changes of a single letter show nowhere; a single gene moves many traits; and many genes move each trait.',
  measurement: `Of every founder, ${MUTANTS} single mutants (one byte changed, by a step as in the world), ${CLONES} bodies each. A trait has moved if its mean is off by more than one standard deviation of the founder’s twins; a mutation has no visible effect if it moves none of the ${TRAITS.length} traits. Then each of the ${GENES} genes knocked out (a null allele: silent, its product without effect), measured alike. Genes without which no viable body grows are left out of the counts.`,
  figures: [
    {
      key: 'neutral',
      name: 'single mutants without visible effect',
      unit: '%',
      digits: 0,
      bar: { words: 'between 10 and 90 %', holds: (value) => value > 10 && value < 90 },
    },
    {
      key: 'traitsPerGene',
      name: `traits that one gene moves, median, of ${TRAITS.length}`,
      unit: '',
      digits: 1,
      bar: { words: 'more than 2', holds: (value) => value > 2 },
    },
    {
      key: 'genesPerTrait',
      name: `genes that move one trait, median, of ${GENES}`,
      unit: '',
      digits: 1,
      bar: { words: 'more than 2', holds: (value) => value > 2 },
    },
    { key: 'inside', name: 'single mutants most of whose bodies could be taken for twins', unit: '%', digits: 0 },
    { key: 'vital', name: 'knock-outs after which nothing viable grows', unit: '%', digits: 0 },
  ],
  measure,
};

function measure(lab: Lab) {
  const clouds = cloudsOf(lab.grow, lab.founders, lab.seed);
  const mutants = clouds.map((cloud, f) => mutantsOf(lab, cloud, f));
  const neutral = mutants.map((ofOne) => 100 * mean(ofOne.map(({ moved }) => Number(!moved))));
  const moves = clouds.map((cloud, f) => movesOf(lab, cloud, f));
  const viable = moves.flat().filter((moved) => moved !== null);
  const genesPerTrait = moves.map((founder) =>
    TRAITS.map((_, t) => founder.filter((moved) => moved?.[t] === true).length),
  );
  const count = (moved: readonly boolean[]): number => moved.filter(Boolean).length;
  return {
    figures: {
      neutral: mean(neutral),
      traitsPerGene: median(viable.map(count)),
      genesPerTrait: median(genesPerTrait.flat()),
      inside: 100 * mean(mutants.flat().map(({ inside }) => Number(inside))),
      vital: 100 * mean(moves.flat().map((moved) => Number(moved === null))),
    },
    charts: [
      {
        kind: 'bars' as const,
        title: 'Single mutants without visible effect, by species',
        xName: '',
        yName: '% of mutants',
        names: lab.founders.map(({ name }) => name),
        series: [{ name: 'neutral', values: neutral }],
        marks: [
          { at: 10, name: '10' },
          { at: 90, name: '90' },
        ],
      },
      {
        kind: 'bars' as const,
        title: 'Traits that the knock-out of each gene moves, mean over species',
        xName: '',
        yName: 'traits',
        names: GENE_NAMES,
        series: [
          {
            name: 'traits moved',
            values: Array.from({ length: GENES }, (_, g) =>
              meanOr0(moves.flatMap((one) => (one[g] ? [count(one[g])] : []))),
            ),
          },
        ],
        marks: [{ at: 2, name: '2' }],
      },
      {
        kind: 'bars' as const,
        title: 'Genes that move each trait, mean over species',
        xName: '',
        yName: 'genes',
        names: TRAITS,
        series: [{ name: 'genes', values: TRAITS.map((_, t) => mean(genesPerTrait.map((one) => one[t] ?? 0))) }],
        marks: [{ at: 2, name: '2' }],
      },
    ],
    pictures: lab.founders.slice(0, 2).map((_, f) => picture(lab, f)),
  };
}

const meanOr0 = (values: readonly number[]): number => (values.length > 0 ? mean([...values]) : 0);

interface Mutant {
  /** Whether any trait has. */
  readonly moved: boolean;
  /** Whether most of its bodies lie inside the cloud of the founder's twins. */
  readonly inside: boolean;
}

function mutantsOf({ grow, seed }: Lab, cloud: Cloud, f: number): Mutant[] {
  return Array.from({ length: MUTANTS }, (_, m) => {
    const mutant = singleMutant(cloud.genome, seedFor(seed, f, m)).genome;
    const rows = cloneRows(grow, mutant, CLONES, seedFor(seed, f, 1000 + m));
    return { moved: movedTraits(cloud, rows)?.includes(true) ?? true, inside: outsideShare(cloud, rows) <= 0.5 };
  });
}

/** Which traits' means have moved; null if most bodies failed to develop. */
function movedTraits(cloud: Cloud, rows: readonly Row[]): readonly boolean[] | null {
  const living = rows.filter(isViable);
  if (living.length <= rows.length / 2) return null;
  return shift(cloud, centreOf(living)).map((steps) => Math.abs(steps) > MOVED);
}

const movesOf = ({ grow, seed }: Lab, cloud: Cloud, f: number): Moves =>
  Array.from({ length: GENES }, (_, gene) =>
    movedTraits(cloud, cloneRows(grow, knockOut(cloud.genome, gene), CLONES, seedFor(seed, f, 2000 + gene))),
  );

/** A founder, and the same body to the last draw of noise without each of some genes. */
function picture({ founders, grow, seed }: Lab, f: number): PictureRow {
  const founder = founders[f];
  if (!founder) return { caption: '', bodies: [] };
  const genes = GENE_NAMES.map((name, gene) => [name, gene] as const).slice(-PICTURED);
  const grown = (genome: Genome) => clones(grow, genome, 1, seed);
  return {
    caption: `${founder.name}, and grown from the same noise without one gene`,
    bodies: [
      ...grown(founder.genome).map((body) => ({ label: 'whole', body })),
      ...genes.flatMap(([name, gene]) =>
        grown(knockOut(founder.genome, gene)).map((body) => ({ label: `without ${name}`, body })),
      ),
    ],
  };
}
