/** `npm run model-card`: measures the claims that the model is to live up to, and writes the page that says what came of it. */
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { CLAIMS, claimByKey } from '../model-card/claims.ts';
import { measureAll, seedsFrom, usualSeed } from '../model-card/run.ts';
import { allHold, SEEDS_MAX, SEEDS_MIN, summariesOf } from '../model-card/summary.ts';
import { wholeNumber } from './arguments.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    threads: { type: 'string', default: '2' },
  },
});
const seed = options.seed === undefined ? usualSeed() : wholeNumber(options.seed, 'seed', 0, 0xffffffff);
const seeds = seedsFrom(seed, wholeNumber(options.seeds, 'seeds', SEEDS_MIN, SEEDS_MAX));
const claims = options.only ? options.only.map(claimByKey) : CLAIMS;
const bar = new SingleBar({ noTTYOutput: true, notTTYSchedule: 20_000, etaBuffer: 20 }, Presets.shades_classic);
bar.start(claims.length * seeds.length, 0);
const measured = await measureAll(claims, seeds, wholeNumber(options.threads, 'threads', 1, 64), () => bar.increment());
bar.stop();
for (const { claim, samples, seconds } of measured) {
  const summaries = summariesOf(claim, samples);
  console.log(`${allHold(summaries) ? '✓' : '✗'} ${claim.key}: ${claim.title} (${seconds.toFixed(0)} s)`);
  claim.figures.forEach((figure, at) => {
    const summary = summaries[at];
    if (!summary) return;
    const mark = summary.holds === undefined ? ' ' : summary.holds ? '✓' : '✗';
    const [value, low, high] = [summary.value, summary.low, summary.high].map((n) => n.toFixed(figure.digits));
    console.log(
      `  ${mark} ${figure.name}: ${value} ${figure.unit} [${low}, ${high}] (bar: ${figure.bar?.words ?? 'none'})`,
    );
  });
}
