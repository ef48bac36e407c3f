/** `npm run sheet -- FILE.png`: every founder of the library, grown several times from its one genome. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { grow } from '../../shared/sim/embryo/reference.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { draw, drawBelow, Stream } from '../../shared/sim/rng.ts';
import { drawSheet } from '../sheet/sheet.ts';
import { wholeNumber } from './arguments.ts';

const USAGE = `npm run sheet -- FILE.png [--twins 8] [--scale 4] [--seed 1] [--shuffle]
  A row a founder, a column a twin (one genome, other noise). --shuffle mixes all bodies, to sort them by eye.`;

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
    for (let at = all.length - 1; at > 0; at--) {
      const other = drawBelow(at + 1, seed, Stream.twin, at);
      [all[at], all[other]] = [all[other] ?? all[0], all[at] ?? all[0]] as [Uint8Array, Uint8Array];
    }
    bodies = bodies.map((_, row) => all.slice(row * twins, (row + 1) * twins));
  } else {
    FOUNDERS.forEach((founder, row) => console.log(`row ${row + 1}: ${founder.name}. ${founder.line}`));
  }
  await writeFile(file, drawSheet(bodies, scale));
  console.log(`${file}: ${FOUNDERS.length} species × ${twins} twins`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
