import { expect, test } from 'vitest';
import { createPatience } from '../../client/net/patience.ts';

test('tries become more seldom up to a bound, differ from page to page, and end after hours', () => {
  let now = 0;
  const early = createPatience(
    () => 0,
    () => now,
  );
  const late = createPatience(
    () => 0.999,
    () => now,
  );
  const waits = Array.from({ length: 8 }, () => [early.nextMs() ?? 0, late.nextMs() ?? 0] as const);
  for (const [low, high] of waits) expect(low).toBeLessThan(high);
  const lows = waits.map(([low]) => low);
  expect(lows).toEqual([...lows].sort((a, b) => a - b));
  expect(Math.max(...waits.flat())).toBeLessThanOrEqual(4_000);
  expect(lows.at(-1)).toBe(lows.at(-2));
  now = 2 * 3_600_000;
  expect(early.nextMs()).not.toBeNull();
  now = 4 * 3_600_000;
  expect(early.nextMs()).toBeNull();
});
