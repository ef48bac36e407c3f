/** How fast bodies grow: the kernel against the readable reference, and against what the machine could do, on one core. */
import { compile } from '../../server/cli/build-kernel.ts';
import { BodyField, bodyField, type Grow, MILD } from '../../shared/sim/embryo/body.ts';
import { grow as referenceGrow } from '../../shared/sim/embryo/reference.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENES, type Genome } from '../../shared/sim/genome.ts';
import { measure } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';
import { type EmbryoCase, embryoCase } from '../support/kernel-cases.ts';
import { type Bench, measureRates, median, row } from './harness.ts';

/** What a gene sums in a cell at a step: the expression of all genes, and four inputs. */
const SOURCES = GENES + 4;
const PEAK_ROUNDS = 100_000;
const PEAK_DOTS = 8 * PEAK_ROUNDS;
const DOT_MULTIPLIES = 8;
/** How many times the reference the kernel is, and full embryos a second on one core, coat and traits included. */
const LEAST_RATIO = 25;
const LEAST_RATE = 2000;
/** No embryo may take more than this many times the median. */
const MOST_SPREAD = 4;
/** Embryos whose time is taken one by one: two in three founders' descendants, the third random, under all conditions. */
const TIMED = 3000;
/** An embryo takes as long as the fastest of its runs: what the machine does meanwhile only ever adds. */
const RUNS = 3;
/** The slowest of all get a second chance, of this many runs. */
const SLOWEST = 50;
const SLOWEST_RUNS = 15;

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
  const times = growthTimes(kernel.grow);
  return [
    row({
      name: 'kernel, against the reference',
      value: rates.kernel,
      unit: 'embryos/s',
      baseline: rates.reference,
      bar: { of: 'ratio', least: LEAST_RATIO },
    }),
    row({ name: 'kernel and traits', value: rates.traits, unit: 'embryos/s', bar: { of: 'value', least: LEAST_RATE } }),
    row({
      name: `slowest of ${TIMED} embryos, against the median`,
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

/** Microseconds that each of TIMED embryos takes. */
function growthTimes(grow: Grow): number[] {
  const embryos = Array.from({ length: TIMED }, (_, index) => embryoCase(index));
  for (const embryo of embryos.slice(0, TIMED / 10)) growthMicros(grow, embryo, 1);
  const timed = embryos.map((embryo) => ({ embryo, micros: growthMicros(grow, embryo, RUNS) }));
  timed.sort((a, b) => b.micros - a.micros);
  for (const one of timed.slice(0, SLOWEST)) {
    one.micros = Math.min(one.micros, growthMicros(grow, one.embryo, SLOWEST_RUNS));
  }
  return timed.map(({ micros }) => micros);
}

function growthMicros(grow: Grow, { genome, noiseSeed, conditions }: EmbryoCase, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    grow(genome, noiseSeed, conditions);
    least = Math.min(least, (performance.now() - start) * 1000);
  }
  return least;
}

async function loadPeak(): Promise<(rounds: number) => unknown> {
  const { instance } = await WebAssembly.instantiate(await compile('peak.ts'));
  const { dots } = instance.exports;
  if (typeof dots !== 'function') throw new Error('peak.ts exports no function “dots”.');
  return (rounds) => dots(rounds);
}
