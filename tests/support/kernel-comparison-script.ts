/** For a process of its own, in Node or in Bun: prints the comparison of embryos `from` to `from + count - 1` (two arguments). */
import { currentKernel } from './kernel.ts';
import { compareEmbryos } from './kernel-comparison.ts';

const [from, count] = process.argv.slice(2).map(Number);
if (from === undefined || count === undefined) throw new Error('Two numbers are wanted: from, count.');
process.stdout.write(
  JSON.stringify({ ...compareEmbryos(currentKernel(), from, count), bun: 'bun' in process.versions }),
);
