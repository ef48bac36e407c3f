/** When to try again to come back: soon at first, then more seldom, and never all pages of a class at the same moment. */

const FIRST_MS = 250;
const LONGEST_MS = 4_000;
/** As long as a server keeps an empty class: a break, a night's restart of the school's network. */
const PATIENCE_MS = 3 * 60 * 60_000;

export interface Patience {
  /** Milliseconds until the next try; null when it was tried long enough. */
  nextMs(): number | null;
}

/** `chance`: from 0 to below 1, drawn anew at each call. `now`: milliseconds of any steady clock. */
export function createPatience(
  chance: () => number = Math.random,
  now: () => number = () => performance.now(),
): Patience {
  const since = now();
  let tries = 0;
  return {
    nextMs() {
      if (now() - since > PATIENCE_MS) return null;
      const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries++);
      return Math.round(longest * (0.5 + chance() / 2));
    },
  };
}
