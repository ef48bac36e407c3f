/** `npm run sheet -- FILE.png`: every founder of the library, grown several times from its one genome. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { growBy } from '../growth/kernel.ts';
import { drawSheet } from '../sheet/sheet.ts';
import { wholeNumber } from './arguments.ts';

const USAGE = `npm run sheet -- FILE.png [--twins 8] [--scale 4] [--seed 1] [--shuffle]
  A row a founder, a column a twin (one genome, other noise). --shuffle mixes all bodies, to sort them by eye.`;

const grow = growBy(CURRENT_KERNEL);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      twins: { type: 'string', default: '8' },
      scale: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
      shuffle: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!file) throw new RangeError(USAGE);
  const twins = wholeNumber(values.twins, 'twins', 1, 64);
  const scale = wholeNumber(values.scale, 'scale', 2, 8);
  const seed = wholeNumber(values.seed, 'seed', 0, 0xffffffff);
  let bodies = FOUNDERS.map((founder, f) =>
    Array.from({ length: twins }, (_, twin) => grow(founder.genome, draw(seed, Stream.development, f, twin), MILD)),
  );
  if (values.shuffle) {
    const all = bodies.flat();
    // Sorted by a draw for each: a shuffle that the seed repeats.
    const order = new Map(all.map((body, at) => [body, draw(seed, Stream.twin, at)]));
    all.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    bodies = bodies.map((_, row) => all.slice(row * twins, (row + 1) * twins));
  } else {
    for (const [row, { name, line }] of FOUNDERS.entries()) console.log(`row ${row + 1}: ${name}. ${line}`);
  }
  await writeFile(file, drawSheet(bodies, scale));
  console.log(`${file}: ${FOUNDERS.length} species × ${twins} twins`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
