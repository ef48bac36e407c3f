/** What people have said lately, as a page shows it: for some seconds each, the latest of everybody. */
import type { Said } from '../../shared/protocol/manners.ts';

export interface Saying extends Said {
  /** When it came, in the time of performance.now(). */
  readonly at: number;
}

/** Long enough to look up from one's creatures and read five words. */
export const SHOWN_MS = 7_000;

/** With a new one, which takes the place of what the same person said before; the latest come last. */
export const withSaying = (sayings: readonly Saying[], saying: Saying): readonly Saying[] => [
  ...sayings.filter(({ seat }) => seat !== saying.seat),
  saying,
];

/** Those that are still to be seen; the same list where none has faded. */
export function unfaded(sayings: readonly Saying[], now: number): readonly Saying[] {
  const left = sayings.filter(({ at }) => now - at < SHOWN_MS);
  return left.length === sayings.length ? sayings : left;
}

/** Milliseconds until the next one fades; null where none is left. */
export const nextFading = (sayings: readonly Saying[], now: number): number | null =>
  sayings.length === 0 ? null : Math.max(0, Math.min(...sayings.map(({ at }) => at)) + SHOWN_MS - now);

export const sayingOf = (sayings: readonly Saying[], seat: number): Saying | undefined =>
  sayings.find((saying) => saying.seat === seat);
