import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPhaseClock } from '../../server/match/clock.ts';
import { freshAllowance, spend } from '../../server/rooms/allowance.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a clock ends once, after its length, however often it was held', () => {
  const clock = createPhaseClock();
  const end = vi.fn();
  clock.start(1000, end);
  vi.advanceTimersByTime(400);
  clock.hold('nobody');
  clock.hold('host');
  vi.advanceTimersByTime(60_000);
  expect(clock.passedMs()).toBe(400);
  clock.release('nobody');
  vi.advanceTimersByTime(60_000);
  expect(clock.passedMs()).toBe(400);
  clock.release('host');
  vi.advanceTimersByTime(599);
  expect(end).not.toHaveBeenCalled();
  expect(clock.passedMs()).toBe(999);
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledTimes(1);
});

test('a clock started while it is held waits for its release', () => {
  const clock = createPhaseClock();
  const end = vi.fn();
  clock.hold('nobody');
  clock.start(100, end);
  vi.advanceTimersByTime(1000);
  expect(end).not.toHaveBeenCalled();
  clock.release('nobody');
  vi.advanceTimersByTime(100);
  expect(end).toHaveBeenCalledTimes(1);
});

test('a clock whose length is changed ends at the new one, counting what has passed', () => {
  const clock = createPhaseClock();
  const end = vi.fn();
  clock.start(1000, end);
  vi.advanceTimersByTime(900);
  clock.resize(2000);
  vi.advanceTimersByTime(1099);
  expect([clock.passedMs(), end.mock.calls.length]).toEqual([1999, 0]);
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
  // Without a length it never ends, and gets one again; held it waits all the same.
  clock.start(1000, end);
  clock.resize(0);
  vi.advanceTimersByTime(60_000);
  clock.hold('host');
  clock.resize(60_100);
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledTimes(1);
  clock.release('host');
  vi.advanceTimersByTime(100);
  expect(end).toHaveBeenCalledTimes(2);
});

test('a length of 0 never ends by itself, and a stopped clock is silent', () => {
  const clock = createPhaseClock();
  const end = vi.fn();
  clock.start(0, end);
  vi.advanceTimersByTime(1_000_000);
  clock.start(100, end);
  clock.stop();
  clock.hold('host');
  clock.release('host');
  vi.advanceTimersByTime(1_000_000);
  expect(end).not.toHaveBeenCalled();
});

test('an allowance lets a burst pass, then ten a second', () => {
  const allowance = freshAllowance(0);
  const taken = (count: number, now: number): number =>
    Array.from({ length: count }, () => spend(allowance, 100, now)).filter((refusal) => refusal === null).length;
  expect(taken(50, 0)).toBe(20);
  expect(taken(50, 1000)).toBe(10);
  expect(taken(50, 100_000)).toBe(20);
});
