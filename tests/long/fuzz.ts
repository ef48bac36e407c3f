/** `npm run test:fuzz -- [--minutes 30] [--first N]`: mangled recordings for as long as you like. Exit status 1 where one is too dear. */
import { parseArgs } from 'node:util';
import { fuzzRecordings } from '../support/fuzz-recordings.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, first: { type: 'string' } },
});
const seconds = 60 * Number(values.minutes);
// Another beginning each time; it is printed, so that a find can be found again.
const first = values.first === undefined ? Math.floor(Math.random() * 0x4000_0000) : Number(values.first);
if (!(seconds > 0) || !Number.isInteger(first)) {
  console.error('Minutes should be a number above 0, and --first a whole number: npm run test:fuzz -- --minutes 30');
  process.exit(2);
}
const { tried, read, refused, worstMs, worstBytes } = fuzzRecordings({ first, seconds });
console.log(`from ${first} on: ${read} taken for recordings, ${refused} refused with a sentence`);
console.log(`the costliest: ${Math.round(worstMs)} ms of processor, ${Math.round(worstBytes / 1e6)} MB`);
const dear = worstMs > 2_000 || worstBytes > 64e6;
process.exitCode = dear ? 1 : 0;
console.log(`${tried - Number(dear)} passed, ${Number(dear)} failed`);
