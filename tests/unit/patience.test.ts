import { expect, test } from 'vitest';
import { createPatience } from '../../client/net/patience.ts';

/** Waits out try after try, as a page does that is always drawn the same chance; `until`: milliseconds. */
function waits(chance: number, until: number, endMs?: number): number[] {
  let now = 0;
  const patience = createPatience(
    endMs,
    () => chance,
    () => now,
  );
  const all: number[] = [];
  while (now < until) {
    const wait = patience.nextMs() ?? Number.POSITIVE_INFINITY;
    all.push(wait);
    now += wait;
  }
  return all;
}

test('the first tries are quick, and for fifteen seconds none is more than a second after the one before', () => {
  const most = waits(0.999, 15_000);
  expect(most.slice(0, 3)).toEqual([250, 500, 1000].map((ms) => Math.round(ms * 0.9995)));
  expect(Math.max(...most)).toBeLessThanOrEqual(1_000);
});

test('after that they become more seldom, up to a bound', () => {
  const later = waits(0.999, 60_000);
  expect(later).toEqual([...later].sort((a, b) => a - b));
  expect(Math.max(...later)).toBeGreaterThan(3_900);
  expect(Math.max(...later)).toBeLessThanOrEqual(4_000);
});

test('pages of a class try at different moments', () => {
  const [early, late] = [waits(0, 60_000), waits(0.999, 60_000)];
  for (const [at, ms] of late.entries()) expect(early[at]).toBeLessThan(ms);
});

test('there is an end to it after hours or when it is told, and not before', () => {
  expect(waits(0.5, 3 * 3_600_000).every(Number.isFinite)).toBe(true);
  expect(waits(0.5, 3 * 3_600_000 + 10_000).at(-1)).toBe(Number.POSITIVE_INFINITY);
  expect(waits(0.5, 20_000, 20_000).every(Number.isFinite)).toBe(true);
  expect(waits(0.5, 30_000, 20_000).at(-1)).toBe(Number.POSITIVE_INFINITY);
});
