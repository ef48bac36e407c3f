/** How often somebody may say a phrase: seldom enough that nobody is drowned out. */
import { PHRASE_EVERY_MS, PHRASES_A_MINUTE } from '../../shared/protocol/manners.ts';

const MINUTE_MS = 60_000;

export interface Talk {
  /** Whether this person may say something now; if so, it is noted. `now`: milliseconds of any steady clock. */
  maySay(person: string, now: number): boolean;
}

export function createTalk(): Talk {
  const said = new Map<string, readonly number[]>();
  const forgetOld = (now: number): void => {
    for (const [person, times] of said) if (now - (times.at(-1) ?? 0) >= MINUTE_MS) said.delete(person);
  };
  return {
    maySay(person, now) {
      forgetOld(now);
      const lately = (said.get(person) ?? []).filter((at) => now - at < MINUTE_MS);
      const last = lately.at(-1);
      if (lately.length >= PHRASES_A_MINUTE || (last !== undefined && now - last < PHRASE_EVERY_MS)) return false;
      said.set(person, [...lately, now]);
      return true;
    },
  };
}
