/** `npm run metaphors`: tries blueprint, program, recipe and generative model on every founder, and writes the page with the table. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type SpeciesTried, summarise, trySpecies, winless } from '../../shared/lab/metaphors/measured.ts';
import { loadKernelSync } from '../../shared/sim/embryo/kernel.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { kernelFile } from '../growth/kernel.ts';
import { drawMetaphors } from '../metaphors/page.ts';

const USAGE = `npm run metaphors -- [--out FOLDER]
  Writes metaphors.html and metaphors.json, to client/public/model unless told otherwise. Some minutes of one core.`;

async function main(): Promise<void> {
  const { values: options } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean' } } });
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const folder = options.out ?? fileURLToPath(new URL('../../client/public/model', import.meta.url));
  const kernel = loadKernelSync(await readFile(kernelFile(CURRENT_KERNEL)));
  const species: SpeciesTried[] = [];
  for (const founder of FOUNDERS) {
    species.push(trySpecies(kernel, founder));
    console.log(`${species.length} of ${FOUNDERS.length}: ${founder.name}`);
  }
  const measured = summarise(CURRENT_KERNEL, species);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'metaphors.json'), `${JSON.stringify(measured, null, 1)}\n`);
  await writeFile(join(folder, 'metaphors.html'), drawMetaphors(measured));
  for (const [key, best] of Object.entries(measured.winners)) console.log(`${key}: ${best.join(', ')}`);
  for (const metaphor of winless(measured)) console.log(`The ${metaphor} wins nothing.`);
  console.log(join(folder, 'metaphors.html'));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
