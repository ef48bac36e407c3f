/** How fast bodies grow: the kernel against the readable reference, and against what the machine could do, on one core. */
import { compile } from '../../server/cli/build-kernel.ts';
import { BodyField, bodyField, type Grow, MILD } from '../../shared/sim/embryo/body.ts';
import { grow as referenceGrow } from '../../shared/sim/embryo/reference.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENES, type Genome } from '../../shared/sim/genome.ts';
import { measure } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';
import { type Bench, measureRates, median, row } from './harness.ts';

/** What a gene sums in a cell at a step: the expression of all genes, and four inputs. */
const SOURCES = GENES + 4;
const PEAK_ROUNDS = 100_000;
const PEAK_DOTS = 8 * PEAK_ROUNDS;
const DOT_MULTIPLIES = 8;
const LEAST_RATIO = 10;
/** DESIGN.md, "Promises". */
const AIM_RATIO = 25;
const AIM_RATE = 2000;
/** No embryo should take more than this many times the median. */
const MOST_SPREAD = 4;

export const bench: Bench = async () => {
  const kernel = currentKernel();
  const peakDots = await loadPeak();
  const sample = FOUNDERS.map(({ genome }) => genome);
  const rates = measureRates({
    kernel: embryos(kernel.grow, sample, sample.length),
    traits: embryos((...of) => measured(kernel.grow(...of)), sample, sample.length),
    reference: embryos(referenceGrow, sample, 1),
    peak: () => {
      peakDots(PEAK_ROUNDS);
      return PEAK_DOTS * DOT_MULTIPLIES;
    },
  });
  const multiplies = meanOf(sample, (genome) => multipliesOf(genome, kernel));
  const times = sample.map((genome) => growthMicros(kernel.grow, genome));
  const kernelRate = { name: 'kernel', value: rates.kernel, unit: 'embryos/s', baseline: rates.reference } as const;
  return [
    row({ ...kernelRate, bar: { of: 'ratio', least: LEAST_RATIO } }),
    row({ ...kernelRate, name: 'kernel, the aim', bar: { of: 'ratio', least: AIM_RATIO } }),
    row({ name: 'kernel and traits', value: rates.traits, unit: 'embryos/s', bar: { of: 'value', least: AIM_RATE } }),
    row({
      name: 'slowest founder, against the median',
      value: Math.max(...times),
      unit: 'µs',
      baseline: median(times),
      bar: { of: 'ratio', most: MOST_SPREAD },
    }),
    row({
      name: 'multiply-adds, against the machine’s peak',
      value: (rates.kernel * multiplies) / 1e9,
      unit: '10⁹/s',
      baseline: rates.peak / 1e9,
    }),
  ];
};

/** Grows `count` embryos a call, of one genome after the other, each with a noise of its own. */
function embryos(grow: Grow, genomes: readonly Genome[], count: number): () => number {
  let next = 0;
  return () => {
    for (let i = 0; i < count; i++, next++) {
      const genome = genomes[next % genomes.length];
      if (genome) grow(genome, next, MILD);
    }
    return count;
  };
}

function measured(body: Uint8Array): Uint8Array {
  measure(body);
  return body;
}

/** Multiply-adds of living cells in growing this genome once; those of empty places in a v128 do not count. */
function multipliesOf(genome: Genome, { beginGrowth }: ReturnType<typeof currentKernel>): number {
  const growth = beginGrowth(genome, 1, MILD);
  let cellSteps = 0;
  do cellSteps += bodyField(growth.body(), BodyField.tissue).filter((tissue) => tissue !== 0).length;
  while (growth.advance());
  return cellSteps * GENES * SOURCES;
}

function meanOf(genomes: readonly Genome[], of: (genome: Genome) => number): number {
  return genomes.reduce((sum, genome) => sum + of(genome), 0) / genomes.length;
}

/** The median of several growths, so that what the machine does meanwhile is left out. */
function growthMicros(grow: Grow, genome: Genome): number {
  return median(
    Array.from({ length: 25 }, (_, noiseSeed) => {
      const start = performance.now();
      grow(genome, noiseSeed, MILD);
      return (performance.now() - start) * 1000;
    }),
  );
}

async function loadPeak(): Promise<(rounds: number) => unknown> {
  const { instance } = await WebAssembly.instantiate(await compile('peak.ts'));
  const { dots } = instance.exports;
  if (typeof dots !== 'function') throw new Error('peak.ts exports no function “dots”.');
  return (rounds) => dots(rounds);
}
