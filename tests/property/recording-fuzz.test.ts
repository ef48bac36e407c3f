/** Hostile recordings: a sentence for each, no crash, little time and little memory. More of them: `npm run test:fuzz`. */
import { expect, it } from 'vitest';
import { fuzzRecordings } from '../support/fuzz-recordings.ts';

it('whatever is made of recordings, reading one ends in a sentence or a recording, soon, and in little memory', () => {
  const { tried, read, refused, worstMs, worstBytes } = fuzzRecordings({ first: 1, seconds: 45 });
  process.stdout.write(
    `${tried} mangled recordings: ${read} read, ${refused} refused; at most ${Math.round(worstMs)} ms of processor and ${Math.round(worstBytes / 1e6)} MB\n`,
  );
  expect(tried).toBeGreaterThan(500);
  expect(refused).toBeGreaterThan(tried / 2);
  expect(worstBytes).toBeLessThan(64e6);
  expect(worstMs).toBeLessThan(2_000);
}, 120_000);
