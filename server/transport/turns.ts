/** Takes turns at what costs much: so many at once, then so many a second; who comes too late in the row is told so at once. */
import { setTimeout } from 'node:timers/promises';

export interface Turns {
  /** Resolves when it is one’s turn: at once, as a rule. False, at once, where the wait would be too long. */
  next(): Promise<boolean>;
}

export interface TurnRate {
  readonly perSecond: number;
  readonly burst: number;
  readonly longestWaitMs: number;
}

/** `now`: milliseconds of any steady clock. */
export function createTurns(
  { perSecond, burst, longestWaitMs }: TurnRate,
  now: () => number = () => performance.now(),
): Turns {
  const apartMs = 1000 / perSecond;
  /** When the next turn would be if they all came evenly; those of a burst come before. */
  let evenly = Number.NEGATIVE_INFINITY;
  return {
    async next() {
      const at = now();
      const planned = Math.max(evenly, at);
      const waitMs = planned - (burst - 1) * apartMs - at;
      if (waitMs > longestWaitMs) return false;
      evenly = planned + apartMs;
      if (waitMs > 0) await setTimeout(waitMs);
      return true;
    },
  };
}
