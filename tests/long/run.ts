/**
 * `npm run test:long [-- --embryos N]`: the kernel equals the reference over 100,000 embryos, in V8 and in JavaScriptCore, and the
 * bodies are the same in both and in Chromium. On all cores, with a progress line. The very last line is "N passed, N failed", in
 * embryos, counted anew for each engine. Exit code 0 only if none failed.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { wholeNumber } from '../../server/cli/arguments.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { skipWithoutBun } from '../support/bun.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { compareIn, embryosInPage } from '../support/kernel-engines.ts';

/** What an engine did: the hash of each embryo's body, and what was wrong, embryo by embryo. */
interface Result {
  readonly engine: string;
  readonly bodies: string[];
  readonly wrong: Map<number, string>;
  /** Embryos that grew to a size worth comparing. */
  viable: number;
}

/** Embryos that a process takes on at a time: some ten seconds' work. */
const BATCH = 1000;
/** Failures told one by one; there may be 100,000. */
const TOLD = 20;

const { values: options } = parseArgs({ options: { embryos: { type: 'string', default: '100000' } } });
const embryos = wholeNumber(options.embryos, 'embryos', 1, 10_000_000);
const starts = Array.from({ length: Math.ceil(embryos / BATCH) }, (_, batch) => batch * BATCH);
const batchSize = (from: number): number => Math.min(BATCH, embryos - from);

const engines = skipWithoutBun() ? (['node'] as const) : (['node', 'bun'] as const);
const withChromium = !skipWithoutChromium();
const cores = availableParallelism();
console.log(
  `Kernel ${CURRENT_KERNEL} against the reference: ${embryos.toLocaleString('en')} embryos in each engine, on ${cores} cores.`,
);
const began = performance.now();
const bar = new SingleBar(
  {
    format: '{bar} {percentage}% | {value} of {total} embryos | {eta_formatted} to go',
    noTTYOutput: true,
    notTTYSchedule: 20_000,
  },
  Presets.shades_classic,
);
bar.start(embryos * (engines.length + Number(withChromium)), 0);
const results: Result[] = [];
for (const engine of engines) results.push(await compared(engine));
if (withChromium) results.push(await grownInChromium());
bar.stop();
process.exitCode = report() ? 0 : 1;

function emptyResult(engine: string): Result {
  return { engine, bodies: new Array<string>(embryos).fill(''), wrong: new Map(), viable: 0 };
}

/** Kernel and reference in this engine, on all cores: each takes the next batch when it is done with one. */
async function compared(engine: 'node' | 'bun'): Promise<Result> {
  const result = emptyResult(engine === 'node' ? 'V8 (Node)' : 'JavaScriptCore (Bun)');
  const queue = starts.values();
  const work = async (): Promise<void> => {
    for (const from of queue) {
      const { differences, bodies, viable } = await compareIn(engine, from, batchSize(from));
      bodies.forEach((hash, at) => {
        result.bodies[from + at] = hash;
      });
      for (const { index, what } of differences) result.wrong.set(index, what);
      result.viable += viable;
      bar.increment(bodies.length);
    }
  };
  await Promise.all(Array.from({ length: cores }, work));
  return result;
}

/** The kernel alone, in one page. */
async function grownInChromium(): Promise<Result> {
  const result = emptyResult('V8 (Chromium), the kernel alone');
  const browser = await launchChromium();
  try {
    const hashes = await embryosInPage(browser);
    for (const from of starts) {
      const bodies = await hashes(from, batchSize(from));
      bodies.forEach((hash, at) => {
        result.bodies[from + at] = hash;
      });
      bar.increment(bodies.length);
    }
  } finally {
    await browser.close();
  }
  return result;
}

/** Says what came of it; true if all is well. */
function report(): boolean {
  const [first] = results;
  let failed = 0;
  for (const { engine, bodies, wrong, viable } of results) {
    bodies.forEach((hash, index) => {
      if (hash === '' || hash !== first?.bodies[index])
        wrong.set(index, wrong.get(index) ?? 'another body than in Node');
    });
    failed += wrong.size;
    const grown = viable > 0 ? `, ${viable.toLocaleString('en')} of them grown large enough to tell something` : '';
    console.log(`${wrong.size === 0 ? '✓' : '✗'} ${engine}: ${bodies.length.toLocaleString('en')} embryos${grown}`);
    for (const [index, what] of [...wrong].slice(0, TOLD)) console.log(`    embryo ${index}: ${what}`);
  }
  const distinct = new Set(first?.bodies).size;
  console.log(
    `${distinct.toLocaleString('en')} different bodies; ${Math.round((performance.now() - began) / 1000)} seconds.`,
  );
  console.log(`\n${embryos * results.length - failed} passed, ${failed} failed`);
  return failed === 0;
}
