/**
 * When to try again to come back: often while another process may be taking the room up, which takes seconds; then more seldom; and never
 * all pages of a class at the same moment.
 */

const FIRST_MS = 250;
/** In the first moments one more question a second costs a server less than a pupil's wait. */
const SOON_MS = 1_000;
const EAGER_FOR_MS = 15_000;
const LONGEST_MS = 4_000;
/** As long as a server keeps an empty class: a break, a night's restart of the school's network. */
const PATIENCE_MS = 3 * 60 * 60_000;

export interface Patience {
  /** Milliseconds until the next try; null when it was tried long enough. */
  nextMs(): number | null;
}

/** `endMs`: when it ends, after its beginning. `chance`: from 0 to below 1, drawn anew at each call. `now`: milliseconds of any steady clock. */
export function createPatience(
  endMs: number = PATIENCE_MS,
  chance: () => number = Math.random,
  now: () => number = () => performance.now(),
): Patience {
  const since = now();
  let longest = FIRST_MS;
  return {
    nextMs() {
      const passed = now() - since;
      if (passed > endMs) return null;
      const wait = Math.round(longest * (0.5 + chance() / 2));
      longest = Math.min(longest * 2, passed < EAGER_FOR_MS ? SOON_MS : LONGEST_MS);
      return wait;
    },
  };
}
