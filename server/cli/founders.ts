/**
 * `npm run founders`: searches for founder species by novelty. Seeded: the same call finds the same. Writes the genomes found and
 * a sheet of their twins; a person looks, names, and puts the chosen into shared/sim/founder-genomes.ts.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { pickFounders, searchFounders } from '../founders/search.ts';
import { growBy } from '../growth/kernel.ts';
import { drawSheet } from '../sheet/sheet.ts';
import { wholeNumber } from './arguments.ts';

const TWINS = 6;

const grow = growBy(CURRENT_KERNEL);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      evaluations: { type: 'string', default: '4000' },
      count: { type: 'string', default: '24' },
      out: { type: 'string', default: '.twinfold/founders' },
    },
  });
  const seed = wholeNumber(values.seed, 'seed', 0, 0xffffffff);
  const evaluations = wholeNumber(values.evaluations, 'evaluations', 1, 1_000_000);
  const count = wholeNumber(values.count, 'count', 1, 200);
  const archive = searchFounders(grow, { seed, evaluations }, (done, kept) => {
    process.stderr.write(`\r${done} of ${evaluations} genomes judged, ${kept} kept `);
  });
  process.stderr.write('\n');
  const chosen = pickFounders(archive, count);
  await mkdir(values.out, { recursive: true });
  const found = chosen.map(({ genome, appraisal }) => ({
    quality: appraisal.quality,
    hex: Buffer.from(genome).toString('hex'),
  }));
  await writeFile(join(values.out, 'found.json'), `${JSON.stringify({ seed, evaluations, found }, null, 2)}\n`);
  const rows = chosen.map(({ genome }, row) =>
    Array.from({ length: TWINS }, (_, twin) => grow(genome, draw(seed, Stream.development, row, twin), MILD)),
  );
  await writeFile(join(values.out, 'found.png'), drawSheet(rows, 4));
  console.log(`${chosen.length} species in ${values.out}: found.json, found.png`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
