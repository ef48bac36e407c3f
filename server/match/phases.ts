/** How long the phases of a match are, and what follows on what. */
import type { Phase } from '../../shared/protocol/messages.ts';

export type Mode = 'solo' | 'private' | 'public';

/** Milliseconds at speed 1. Growing and seasons are as long as their pictures; choosing and revealing leave time to think. */
const LENGTHS_MS: Readonly<Record<Phase, number>> = {
  lobby: 15_000,
  predict: 40_000,
  choose: 30_000,
  grow: 9_000,
  season: 20_000,
  lapse: 4_000,
  reveal: 10_000,
  over: 0,
};

/** Where a host paces the match, people take the time that they need: these phases have no timer. */
const PACED_BY_HOST: readonly Phase[] = ['lobby', 'choose', 'reveal'];

/** Milliseconds; 0: until somebody says so. `speed`: 1 to 64. */
export function phaseLengthMs(phase: Phase, mode: Mode, speed: number): number {
  if (mode === 'private' && PACED_BY_HOST.includes(phase)) return 0;
  return Math.round(LENGTHS_MS[phase] / speed);
}

/** How long an empty room waits for its people: a reload, a sleep, a lost connection; a class may be away for a break. */
export const AWAY_MS: Readonly<Record<Mode, number>> = {
  solo: 10 * 60_000,
  private: 3 * 60 * 60_000,
  public: 2 * 60_000,
};

/** How long a room stays open after its match for people to look about. */
export const AFTERWARDS_MS = 30 * 60_000;
/** … and once they have all left. */
export const AFTERWARDS_EMPTY_MS = 60_000;

/** How long a public room keeps the seat of somebody who is away. */
export const SEAT_KEPT_MS = 60_000;
