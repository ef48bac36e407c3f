/**
 * `npm run test:long [-- --embryos N]`: the kernel equals the reference over 100,000 embryos, in V8 and in JavaScriptCore, and the
 * bodies are the same in both and in Chromium. On all cores, with a progress line. The very last line is "N passed, N failed", in
 * embryos, counted anew for each engine. Exit code 0 only if none failed.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { wholeNumber } from '../../server/cli/arguments.ts';
import { run } from '../../server/cli/signals.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { skipWithoutBun } from '../support/bun.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import type { Comparison } from '../support/kernel-comparison.ts';
import { compareIn, embryosInPage } from '../support/kernel-engines.ts';
import { failures, type Result, report } from './report.ts';

/** Embryos that a process takes on at a time: some ten seconds' work. */
const BATCH = 1000;

/** Grows embryos `from` to `from + count - 1` in an engine. */
type Engine = (from: number, count: number) => Promise<Comparison>;

run(async () => {
  const { values: options } = parseArgs({ options: { embryos: { type: 'string', default: '100000' } } });
  const embryos = wholeNumber(options.embryos, 'embryos', 1, 10_000_000);
  const withBun = !skipWithoutBun();
  const withChromium = !skipWithoutChromium();
  const cores = availableParallelism();
  console.log(
    `Kernel ${CURRENT_KERNEL} against the reference: ${embryos.toLocaleString('en')} embryos in each engine, on ${cores} cores.`,
  );
  const began = performance.now();
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {value} of {total} embryos, {failed} failed | {eta_formatted} to go',
      noTTYOutput: true,
      notTTYSchedule: 20_000,
    },
    Presets.shades_classic,
  );
  bar.start(embryos * (1 + Number(withBun) + Number(withChromium)), 0, { failed: 0 });
  let failedSoFar = 0;

  /** All embryos in one engine: `at once` batches are under way, and who is done with one takes the next. */
  const allIn = async (name: string, engine: Engine, atOnce: number): Promise<Result> => {
    const result: Result = { engine: name, bodies: new Array<string>(embryos).fill(''), wrong: new Map(), viable: 0 };
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < embryos) {
        const from = next;
        next += BATCH;
        const count = Math.min(BATCH, embryos - from);
        const { bodies, differences, viable } = await engine(from, count).catch((error) =>
          failures(from, count, error),
        );
        bodies.forEach((hash, at) => {
          result.bodies[from + at] = hash;
        });
        for (const { index, what } of differences) result.wrong.set(index, what);
        result.viable += viable;
        failedSoFar += differences.length;
        bar.increment(count, { failed: failedSoFar });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return result;
  };

  const results = [await allIn('V8 (Node)', (from, count) => compareIn('node', from, count), cores)];
  if (withBun) {
    results.push(await allIn('JavaScriptCore (Bun)', (from, count) => compareIn('bun', from, count), cores));
  }
  if (withChromium) {
    const browser = await launchChromium();
    try {
      const hashes = await embryosInPage(browser);
      const engine: Engine = async (from, count) => ({ bodies: await hashes(from, count), differences: [], viable: 0 });
      results.push(await allIn('V8 (Chromium), the kernel alone', engine, 1));
    } finally {
      await browser.close();
    }
  }
  bar.stop();
  const { lines, failed } = report(results);
  for (const line of lines) console.log(line);
  console.log(`${Math.round((performance.now() - began) / 1000)} seconds.`);
  console.log(`\n${embryos * results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
