/** How long the phases of a match are, and what follows on what. */
import type { Phase } from '../../shared/protocol/wire.ts';

export const MODES = ['solo', 'private', 'public'] as const;
export type Mode = (typeof MODES)[number];

/**
 * Milliseconds at speed 1. Growing and seasons are as long as their pictures; the others leave time to think. How long a lobby
 * waits is a room's own (terms.ts).
 */
const LENGTHS_MS: Readonly<Record<Exclude<Phase, 'lobby'>, number>> = {
  predict: 40_000,
  choose: 30_000,
  grow: 9_000,
  season: 20_000,
  lapse: 4_000,
  reveal: 40_000,
  over: 0,
};

/** What a host may add to a phase at a time, in milliseconds at speed 1. */
const MORE_TIME_MS = 30_000;

/** Phases in which people think: timed only where timers are on, and only these can be lengthened. */
const FOR_THINKING: readonly Phase[] = ['predict', 'choose', 'reveal'];
export const isForThinking = (phase: Phase): boolean => FOR_THINKING.includes(phase);

/** Milliseconds; 0: until somebody says so. `speed`: 1 to 64; `timers`: whether thinking is timed. */
export function phaseLengthMs(phase: Exclude<Phase, 'lobby'>, timers: boolean, speed: number): number {
  if (!timers && isForThinking(phase)) return 0;
  return Math.round(LENGTHS_MS[phase] / speed);
}

export const moreTimeMs = (speed: number): number => Math.round(MORE_TIME_MS / speed);

/** Whether thinking is timed in a room whose maker did not say: where a class is led, its host paces it. */
export const usualTimers = (mode: Mode): boolean => mode !== 'private';

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
