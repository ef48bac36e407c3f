/** `npm run model-card`: measures the claims that the model is to live up to, and writes the page that says what came of it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { type Card, cardOf } from '../model-card/card.ts';
import { CLAIMS, claimByKey } from '../model-card/claims.ts';
import { provenanceOf } from '../model-card/provenance.ts';
import { type Measured, measureAll, seedsFrom, usualSeed } from '../model-card/run.ts';
import { SEEDS_MAX, SEEDS_MIN } from '../model-card/summary.ts';
import { wholeNumber } from './arguments.ts';

const USAGE = `npm run model-card -- [--seed N] [--seeds 5] [--only CLAIM]… [--threads 2] [--out FOLDER]
  Without --only everything is measured, and the page in client/public/model is written anew.
  With it only these claims are, and the page goes to .twinfold/model. --out is another place for either.
  Claims: ${CLAIMS.map(({ key }) => key).join(', ')}`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A line now and then where nobody watches a bar. */
const PLAIN_PROGRESS_MS = 15_000;

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true },
      threads: { type: 'string', default: '2' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const seed = options.seed === undefined ? usualSeed() : wholeNumber(options.seed, 'seed', 0, 0xffffffff);
  const seeds = seedsFrom(seed, wholeNumber(options.seeds, 'seeds', SEEDS_MIN, SEEDS_MAX));
  const threads = wholeNumber(options.threads, 'threads', 1, 64);
  const claims = options.only ? options.only.map(claimByKey) : CLAIMS;
  const folder = options.out ?? join(ROOT, options.only ? '.twinfold/model' : 'client/public/model');
  const provenance = await provenanceOf(ROOT, seed, seeds);

  const bar = new SingleBar(
    {
      format:
        '{bar} {value} of {total} measured, {duration_formatted} so far, about {eta_formatted} to go; last: {claim}',
      noTTYOutput: true,
      notTTYSchedule: PLAIN_PROGRESS_MS,
      etaBuffer: 30,
    },
    Presets.shades_classic,
  );
  bar.start(claims.length * seeds.length, 0, { claim: 'none yet' });
  let measured: Measured[];
  try {
    measured = await measureAll(claims, seeds, threads, ({ key }) => bar.increment(1, { claim: key }));
  } finally {
    bar.stop();
  }
  // The chart library takes a second to load: not before it is needed.
  const { drawPage } = await import('../model-card/page/page.ts');
  const card = cardOf(provenance, measured);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  await writeFile(join(folder, 'index.html'), drawPage(card, measured));
  tell(card, measured);
  console.log(`\n${join(folder, 'index.html')}\n${join(folder, 'card.json')}`);
}

/** Every figure, and last how many lines hold. */
function tell({ lines, experiments }: Card, measured: readonly Measured[]): void {
  const all = [...lines, ...experiments];
  for (const { key, title, holds, figures } of all) {
    const seconds = measured.find(({ claim }) => claim.key === key)?.seconds ?? 0;
    console.log(`${holds ? '✓' : '✗'} ${key}: ${title} (${seconds.toFixed(0)} s of a core)`);
    for (const figure of figures) {
      const mark = figure.holds === null ? ' ' : figure.holds ? '✓' : '✗';
      const interval = `${figure.value} ${figure.unit} [${figure.low} to ${figure.high}]`;
      console.log(`    ${mark} ${figure.name}: ${interval}${figure.bar === null ? '' : `; bar: ${figure.bar}`}`);
    }
  }
  console.log(`${all.filter(({ holds }) => holds).length} of ${all.length} hold`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
