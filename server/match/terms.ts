/** What a room is like for others: fixed when it is made, and kept with its match. */
import type { Mode } from './phases.ts';

export interface Terms {
  /** Which language its people speak: two letters; empty where nobody said. */
  readonly language: string;
  /** Whether it is in the list of public rooms. */
  readonly listed: boolean;
  /** Whether the first who comes owns it: starts it, and takes people out. A class has a host instead. */
  readonly owned: boolean;
  /** How long its lobby waits, in milliseconds at speed 1; 0: until its host says so. */
  readonly lobbyMs: number;
}

/** How long a public room waits for people before it begins. */
export const LOBBY_MS = {
  /** Somebody made it, and it is in the list. */
  listed: 60_000,
  /** Somebody made it, and sends its link to others, who must find the time. */
  byLink: 180_000,
  /** Made for somebody who wants to play now: whoever comes later takes over from a bot. */
  now: 5_000,
  /** Another match of people who have just played: they need only follow. */
  again: 20_000,
} as const;

/** Of a room whose maker said nothing else. */
export function usualTerms(mode: Mode): Terms {
  const open = mode === 'public';
  // A class gathers until its host says that all are there.
  const lobbyMs = mode === 'private' ? 0 : LOBBY_MS.listed;
  return { language: '', listed: open, owned: open, lobbyMs };
}
