/**
 * A published experiment done again: lineages selected alternately towards two targets, after Watson et al. 2014. Do random
 * genotypes near the lineage develop into both? Is a part of one target completed to the whole?
 */
import { mean, sampleCorrelation } from 'simple-statistics';
import { type Grown, isViable, POPULATION } from '../../../shared/lab/breed.ts';
import { neighbours } from '../../../shared/lab/neighbourhood.ts';
import { someFounders } from '../../../shared/lab/populations.ts';
import { pointOf } from '../../../shared/lab/yardstick.ts';
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import type { Genome } from '../../../shared/sim/genome.ts';
import { draw, Stream } from '../../../shared/sim/rng.ts';
import type { Claim, Lab, LineChart, Sample } from '../claim.ts';
import { CYCLES, EPOCH, FAR, NAMES, REGIMES, TRAITS, type Trained, train } from './alternation.ts';
import { EARLY, hybridPlace, statePlace } from './partial-states.ts';

const FOUNDERS = 4;
/** Basal levels drawn anew, of 16; and the one of these that the figures are about. */
const REDRAWN = [0, 2, 4, 8, 16] as const;
const NEAR = 8;
/** Genotypes near each creature of the last generation. */
const EACH = 4;
/** Shares of the loci, or of the genes’ expression, that are of the first target. */
const PARTS = [0, 0.25, 0.5, 0.75, 1] as const;

export const developmentalMemory: Claim = {
  key: 'developmental-memory',
  kind: 'experiment',
  title: 'Developmental memory (Watson et al. 2014)',
  claim:
    'A lineage that was selected by turns for two forms comes to hold both in its development: genotypes near it, changed by chance, grow into the one or the other rather than into mixtures.',
  measurement: `Two targets A and B for four traits (${TRAITS.join(', ')}), ${FAR} standard deviations of the settlers up or down, B the reverse of A in each. ${FOUNDERS} founders a seed, ${POPULATION} creatures, ${2 * CYCLES} epochs of ${EPOCH} generations: A and B by turns, ending in B; as controls B only, and by turns any of the 16 combinations, drawn by chance, ending in B. Then of each creature of the last generation ${EACH} genotypes near it: its signatures (the interactions, B in the paper) kept, some of the 16 basal levels (the direct effects, G in the paper) drawn at random; one body each. A body shows a whole target if all four traits lie on that target’s side of the settlers’ mean. By chance: the share if the four traits were independent, with the frequencies they have. Partial states, two ways: hybrids that take each locus from an A-adapted creature with some chance, else from a B-adapted one of the same lineage; and embryos of B-adapted genomes in which after step ${EARLY} of ${STEPS} the expression of some genes is set to what an A-adapted embryo of the same noise expresses. Their place on the line from B-adapted (0) to A-adapted (1) bodies.`,
  figures: [
    {
      key: 'recall',
      name: `near genotypes (${NEAR} basal levels redrawn) that show all of A: lineages that once knew it, over those that never did`,
      unit: 'times',
      digits: 1,
      ratio: true,
      bar: { words: 'above 1', holds: (value) => value > 1 },
    },
    {
      key: 'correlation',
      name: 'mean correlation of traits among near genotypes, in the sense of the two targets, less that of lineages selected for every combination',
      unit: '',
      digits: 2,
      bar: { words: 'above 0', holds: (value) => value > 0 },
    },
    { key: 'a', name: 'near genotypes that show all of A, not selected for last', unit: '%', digits: 1 },
    { key: 'b', name: 'near genotypes that show all of B', unit: '%', digits: 1 },
    { key: 'chance', name: 'that show all of the one or the other, were the traits independent', unit: '%', digits: 1 },
    { key: 'half', name: 'place of hybrids with half of A’s loci (½: no completion)', unit: '', digits: 2 },
    { key: 'state', name: 'place of embryos in which half of the genes were set to A’s', unit: '', digits: 2 },
  ],
  sources: [
    {
      text: 'Watson, Wagner, Pavlicev, Weinreich & Mills 2014, The evolution of phenotypic correlations and “developmental memory”, Evolution 68: 1124',
      url: 'https://doi.org/10.1111/evo.12337',
    },
  ],
  remarks: [
    'What agrees with the paper: the form that was selected for earlier, and is not shown now, lies near: genotypes changed by chance grow into all of it several times as often as in lineages that never knew it; and traits go together among near genotypes a little more in the sense of the two targets than after selection for every combination. Lineages do remember (see “Remembers its past”).',
    'What does not: near genotypes mostly grow into the last target or into mixtures; the two forms are not the only ones that development can make, and they are shown hardly more often than the frequencies of the single traits let one expect. Partial states are not completed: hybrids lie between their parents in proportion to their loci, and an embryo whose expression is set to another’s is drawn back to what its own genome says. In the paper the state of the embryo is what the genotype gives, and one network holds many such states; here each genome has one course of development, and memory lies between genomes of the population and in how near the other form is by mutation.',
  ],
  tried:
    'Epochs of 1, 2, 3 and 10 generations; 40 cycles instead of 12; targets at 1.5 standard deviations; direct effects that mutate fast (15 % a byte) beside signatures that mutate slowly (0.3 %), as in the paper; near genotypes by mutation of all bytes at 2 to 20 %. One lineage of nine (epochs of 2 generations) came to hold both forms at once: 18 % of its bodies showed all of A and 37 % all of B, where independent traits would give 3 and 11 %. Such memory is possible here, but not the rule.',
  measure,
};

interface Recall {
  /** Shares of bodies, 0 to 1, that show all of a target; and those that would show either, were the traits independent. */
  readonly a: number;
  readonly b: number;
  readonly chance: number;
  /** Mean over pairs of traits; above 0 when they go together as in the targets. */
  readonly correlation: number;
}

function measure(lab: Lab): Sample {
  const founders = someFounders(lab.founders, FOUNDERS, lab.seed);
  const lineages = founders.map((founder, f) => train(lab, founder, draw(lab.seed, Stream.standing, f)));
  const recalls = REGIMES.map((regime) =>
    REDRAWN.map((count) => average(lineages.map((one) => recall(one, near(lab, one.last[regime], count))))),
  );
  const at = REDRAWN.indexOf(NEAR);
  const [both, one, every] = recalls.map((row) => row[at]);
  if (!both || !one || !every) throw new RangeError('Every regime has its genotypes.');
  const hybrids = PARTS.map((part) => mean(lineages.map((each) => hybridPlace(lab, each, part))));
  const states = PARTS.map((part) => mean(lineages.map((each) => statePlace(lab, each, part))));
  const nearChart = (title: string, yName: string, pick: (found: Recall) => number): LineChart => ({
    kind: 'lines',
    title,
    xName: 'basal levels drawn anew, of 16',
    yName,
    x: REDRAWN,
    series: REGIMES.map((regime, r) => ({ name: NAMES[regime], values: (recalls[r] ?? []).map(pick) })),
  });
  return {
    figures: {
      recall: both.a / one.a,
      correlation: both.correlation - every.correlation,
      a: 100 * both.a,
      b: 100 * both.b,
      chance: 100 * both.chance,
      half: hybrids[2] ?? 0,
      state: states[2] ?? 0,
    },
    charts: [
      nearChart(
        'Near genotypes that develop into all of A, the target not selected for last',
        '% of bodies',
        (found) => 100 * found.a,
      ),
      nearChart('Near genotypes that develop into all of B', '% of bodies', (found) => 100 * found.b),
      nearChart(
        'Correlation of traits among them, in the sense of the two targets',
        'mean correlation',
        (found) => found.correlation,
      ),
      {
        kind: 'lines',
        title: 'Partial states',
        xName: 'part that is of A',
        yName: 'place from B (0) to A (1)',
        x: PARTS,
        series: [
          { name: 'hybrid genomes', values: hybrids },
          { name: `expression set after step ${EARLY}`, values: states },
        ],
      },
    ],
    pictures: lineages.slice(0, 1).flatMap((lineage, f) =>
      REGIMES.map((regime) => ({
        caption: `${founders[f]?.name}, ${NAMES[regime]}: genotypes near the lineage`,
        bodies: near(lab, lineage.last[regime], NEAR)
          .filter((_, which) => which % (4 * EACH) === 0)
          .slice(0, 10)
          .map((grown) => ({ label: whole(lineage, grown) ?? 'mixed', body: grown.body })),
      })),
    ),
  };
}

const average = (all: readonly Recall[]): Recall => ({
  a: mean(all.map(({ a }) => a)),
  b: mean(all.map(({ b }) => b)),
  chance: mean(all.map(({ chance }) => chance)),
  correlation: mean(all.map(({ correlation }) => correlation)),
});

const near = ({ grow, seed }: Lab, genomes: readonly Genome[], count: number): Grown[] =>
  neighbours(grow, genomes, { count, each: EACH, seed: draw(seed, Stream.exam, count) });

/** Whether each trait lies on A’s side of the settlers’ mean. */
const sides = ({ stick, target }: Trained, { traits }: Grown): boolean[] =>
  pointOf(stick, traits).map((value, at) => value * (target[at] ?? 0) > 0);

function whole(lineage: Trained, grown: Grown): 'A' | 'B' | undefined {
  const onA = sides(lineage, grown);
  if (onA.every(Boolean)) return 'A';
  return onA.some(Boolean) ? undefined : 'B';
}

function recall(lineage: Trained, grown: readonly Grown[]): Recall {
  const viable = grown.filter(isViable);
  const marks = viable.map((one) => sides(lineage, one));
  const share = lineage.target.map((_, at) => mean(marks.map((onA) => Number(onA[at] ?? false))));
  // Half a body more, so that what was never seen is rare and not impossible.
  const shows = (which: 'A' | 'B'): number =>
    (viable.filter((one) => whole(lineage, one) === which).length + 0.5) / (viable.length + 1);
  const product = (of: (share: number) => number): number => share.reduce((so, each) => so * of(each), 1);
  return {
    a: shows('A'),
    b: shows('B'),
    chance: product((each) => each) + product((each) => 1 - each),
    correlation: together(lineage, viable),
  };
}

/** Mean correlation over pairs of traits, each taken in the direction of A. A trait that does not vary correlates with none. */
function together({ stick, target }: Trained, grown: readonly Grown[]): number {
  const columns = target.map((aim, at) => grown.map(({ traits }) => (pointOf(stick, traits)[at] ?? 0) * aim));
  const pairs = columns.flatMap((one, at) => columns.slice(at + 1).map((other) => sampleCorrelation(one, other)));
  return mean(pairs.map((correlation) => (Number.isFinite(correlation) ? correlation : 0)));
}
