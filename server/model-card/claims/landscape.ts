/** A landscape with basins: cells end in a few kinds of states, and come back after a kick. */
import { HDBSCAN } from 'hdbscan-ts';
import { mean, median } from 'simple-statistics';
import { seedFor } from '../../../shared/lab/mutants.ts';
import { type Growth, STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENES, type Genome } from '../../../shared/sim/genome.ts';
import { draw, drawBelow, Stream } from '../../../shared/sim/rng.ts';
import type { Claim, Lab, PictureRow } from '../claim.ts';
import { apart, type CellState, disturbNow, FULL, growDisturbed, statesOf } from '../growing.ts';

/** A state is what lasts: expression is averaged over this many steps, as any assay averages over some time. */
const LASTING_STEPS = 8;
/** The least cells that make a cluster. */
const CLUSTER_CELLS = 8;
/** How thinly a cluster may be sown: the least neighbours with which a cloud without clusters still counts as one. */
const NEIGHBOURS = 4;
const KICK_STEP = 28;
/** One cell in so many is kicked, each gene by up to this much of full expression, up or down. */
const KICKED_ONE_IN = 10;
const KICK = 0.5;
const KICKED_BODIES = 3;
const PICTURED_FOUNDERS = 4;
/** Draws that add up to a nearly normal number. */
const NORMAL_DRAWS = 12;

export const landscape: Claim = {
  key: 'landscape',
  title: 'A landscape with basins',
  claim:
    'A cell can end in only so many ways: like balls in a hilly landscape, cells roll into a few basins, and a cell that is knocked out of its course rolls back.',
  measurement: `One body of each founder: the expression of all ${GENES} genes of every cell, averaged over the last ${LASTING_STEPS} steps, sorted by density (HDBSCAN, at least ${CLUSTER_CELLS} cells a cluster, density by ${NEIGHBOURS} neighbours); median over species. Beside it the same for points without clusters (a normal cloud of the same covariances). Then, in ${KICKED_BODIES} bodies of each founder, one cell in ${KICKED_ONE_IN} is kicked at step ${KICK_STEP}: each gene by up to ±${KICK} of full expression. The same body, grown from the same noise without the kick, says where the cells would have been: how much of the distance is left at the end.`,
  figures: [
    {
      key: 'clusters',
      name: 'clusters of final cell states, median species',
      unit: '',
      digits: 1,
      bar: { words: 'at least 4', holds: (value) => value >= 4 },
    },
    {
      key: 'left',
      name: 'of a kick left at the end',
      unit: '%',
      digits: 0,
      bar: { words: 'less than half', holds: (value) => value < 50 },
    },
    { key: 'chance', name: 'clusters in a cloud without any, median', unit: '', digits: 1 },
  ],
  sources: [
    { text: 'Waddington 1957, “The Strategy of the Genes”', url: 'https://doi.org/10.4324/9781315765471' },
    {
      text: 'Campello, Moulavi & Sander 2013: HDBSCAN',
      url: 'https://doi.org/10.1007/978-3-642-37456-2_14',
    },
  ],
  tried:
    'At first at most 192 cells of a body were sorted, with density by 5 neighbours: 3 or 4 clusters, 3.6 over five seeds that nobody had looked at. All cells, with the least neighbours (4) at which the cloud without clusters still counts as one in the median, give 4 or 5; with 3 neighbours even the cloud falls apart.',
  measure,
};

function measure(lab: Lab) {
  const clusters = lab.founders.map(({ genome }, f) => {
    const states = lastingStates(lab, genome, seedFor(lab.seed, f, 0));
    return { found: clusterCount(states), chance: clusterCount(cloudLike(states, seedFor(lab.seed, f, 2))) };
  });
  const returns = lab.founders.map(({ genome }, f) => returnOf(lab, genome, f));
  const steps = Array.from({ length: STEPS - KICK_STEP + 1 }, (_, at) => at);
  // A species whose few cells at that step were all spared by chance has nothing to return from.
  const kickedSpecies = returns.filter(([first]) => first === 1);
  const course = steps.map((at) => 100 * mean(kickedSpecies.map((one) => one[at] ?? 0)));
  return {
    figures: {
      clusters: median(clusters.map(({ found }) => found)),
      left: course.at(-1) ?? Number.NaN,
      chance: median(clusters.map(({ chance }) => chance)),
    },
    charts: [
      {
        kind: 'bars' as const,
        title: 'Clusters of final cell states',
        xName: '',
        yName: 'clusters',
        names: lab.founders.map(({ name }) => name),
        series: [
          { name: 'cells', values: clusters.map(({ found }) => found) },
          { name: 'a cloud without clusters', values: clusters.map(({ chance }) => chance) },
        ],
        marks: [{ at: 4, name: '4' }],
      },
      {
        kind: 'lines' as const,
        title: 'Kicked cells roll back: distance to the same cell unkicked',
        xName: 'steps after the kick',
        yName: '% of the kick',
        x: steps,
        series: [{ name: 'left of the kick', values: course }],
        marks: [{ at: 50, name: 'half' }],
      },
    ],
    pictures: [kickedAndNot(lab)],
  };
}

/** Founders grown from the same noise with the kick and without. */
function kickedAndNot(lab: Lab): PictureRow {
  const bodies = lab.founders.slice(0, PICTURED_FOUNDERS).flatMap(({ name, genome }, f) => {
    const seed = seedFor(lab.seed, f, 10);
    const grown = (disturb: (growth: Growth) => void) => growDisturbed(lab.beginGrowth, genome, seed, { disturb });
    return [
      { label: name, body: grown(() => {}) },
      { label: 'kicked', body: grown(atKickStep((growth) => kick(growth, seed))) },
    ];
  });
  return { caption: `Grown from the same noise, without and with the kick`, bodies };
}

/** The mean states, over the last steps, of the cells that lived through all of them. */
function lastingStates({ beginGrowth }: Lab, genome: Genome, noiseSeed: number): CellState[] {
  const seen = new Map<number, CellState[]>();
  growDisturbed(beginGrowth, genome, noiseSeed, {
    watch(growth) {
      if (growth.step <= STEPS - LASTING_STEPS) return;
      for (const [site, state] of statesOf(growth)) seen.set(site, [...(seen.get(site) ?? []), state]);
    },
  });
  const lasting = [...seen.values()].filter((states) => states.length === LASTING_STEPS);
  return lasting.map((states) =>
    Array.from({ length: GENES }, (_, gene) => mean(states.map((state) => state[gene] ?? 0))),
  );
}

function clusterCount(states: readonly CellState[]): number {
  const sorter = new HDBSCAN({ minClusterSize: CLUSTER_CELLS, minSamples: NEIGHBOURS });
  const labels = sorter.fit(states.map((state) => [...state]));
  // Points between clusters are labelled -1.
  return new Set(labels.filter((label) => label >= 0)).size;
}

/** As many points as there are states, normally distributed with the states' own means and covariances. */
function cloudLike(states: readonly CellState[], seed: number): CellState[] {
  const middle = Array.from({ length: GENES }, (_, gene) => mean(states.map((state) => state[gene] ?? 0)));
  // A sum of the states' deviations, each times a normal number, has their covariances.
  return states.map((_, point) => {
    const at = [...middle];
    states.forEach((state, s) => {
      const weight = normal(seed, point * states.length + s) / Math.sqrt(states.length);
      for (let gene = 0; gene < GENES; gene++) {
        at[gene] = (at[gene] ?? 0) + weight * ((state[gene] ?? 0) - (middle[gene] ?? 0));
      }
    });
    return at;
  });
}

/** Mean 0, variance 1: Irwin and Hall's sum of even draws. */
function normal(seed: number, index: number): number {
  let sum = -NORMAL_DRAWS / 2;
  for (let part = 0; part < NORMAL_DRAWS; part++) sum += draw(seed, Stream.standing, index, part) / 2 ** 32;
  return sum;
}

/** Distance of kicked cells from themselves unkicked, after each step since the kick, in shares of the kick. */
function returnOf(lab: Lab, genome: Genome, f: number): number[] {
  const sums = new Array<number>(STEPS - KICK_STEP + 1).fill(0);
  for (let body = 0; body < KICKED_BODIES; body++) {
    const seed = seedFor(lab.seed, f, 10 + body);
    const free = courseOf(lab, genome, seed, () => {});
    let kicked: readonly number[] = [];
    const hit = courseOf(lab, genome, seed, (growth) => {
      kicked = kick(growth, seed);
    });
    free.forEach((states, at) => {
      for (const site of kicked) {
        const [before, after] = [states.get(site), hit[at]?.get(site)];
        if (before && after) sums[at] = (sums[at] ?? 0) + apart(before, after);
      }
    });
  }
  return sums.map((sum) => sum / (sums[0] ?? 1));
}

/** Kicks some cells, drawn by chance; their sites. */
function kick(growth: Growth, seed: number): number[] {
  const kicked: number[] = [];
  disturbNow(growth, (expression, sites) => {
    sites.forEach((site, cell) => {
      if (drawBelow(KICKED_ONE_IN, seed, Stream.encounter, site) > 0) return;
      kicked.push(site);
      for (let gene = 0; gene < GENES; gene++) {
        const step = (draw(seed, Stream.encounterFate, site, gene) / 2 ** 32 - 0.5) * 2 * KICK * FULL;
        const place = gene * sites.length + cell;
        expression[place] = Math.min(FULL, Math.max(0, Math.round((expression[place] ?? 0) + step)));
      }
    });
  });
  return kicked;
}

const atKickStep =
  (disturb: (growth: Growth) => void) =>
  (growth: Growth): void => {
    if (growth.step === KICK_STEP) disturb(growth);
  };

/** The states of all cells at the step of the kick (after it), and after each later step. */
function courseOf({ beginGrowth }: Lab, genome: Genome, seed: number, disturb: (growth: Growth) => void) {
  const course: Map<number, CellState>[] = [];
  growDisturbed(beginGrowth, genome, seed, {
    disturb: atKickStep(disturb),
    watch: (growth) => {
      if (growth.step >= KICK_STEP) course.push(statesOf(growth));
    },
  });
  return course;
}
