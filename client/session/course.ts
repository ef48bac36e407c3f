/** How a recorded match is laid out in time: the phases of each generation, as long as they are in live play. */

import type { Phase } from '../../shared/protocol/wire.ts';
import { opensRound } from '../../shared/sim/world/create.ts';
import { examGeneration, type Settings } from '../../shared/sim/world/world.ts';

export interface Scene {
  readonly phase: Phase;
  readonly lengthMs: number;
  /** Frames applied while it is on show. */
  readonly tick: number;
}

/** Growing and seasons last as long as live; nobody has to think or wait in a replay, so those phases are short. */
const LENGTHS_MS = { choose: 2500, grow: 9000, season: 20_000, lapse: 4000, reveal: 4500 } as const;

/** The scenes of one generation, in order. */
export function scenesOf(settings: Settings, generation: number): Scene[] {
  const born = 2 * generation + 1;
  const scene = (phase: keyof typeof LENGTHS_MS, tick: number): Scene => ({ phase, lengthMs: LENGTHS_MS[phase], tick });
  const opens = opensRound(settings, generation);
  const exam = generation === examGeneration(settings);
  const played = opens ? [scene('grow', born), scene('season', born + 1)] : [scene('lapse', born + 1)];
  const closes = !exam && opensRound(settings, generation + 1);
  return [
    ...(opens && !exam ? [scene('choose', born - 1)] : []),
    ...played,
    ...(closes ? [scene('reveal', born + 1)] : []),
  ];
}

export interface Place {
  readonly scene: Scene;
  readonly passedMs: number;
}

export const lengthOf = (scenes: readonly Scene[]): number => scenes.reduce((sum, { lengthMs }) => sum + lengthMs, 0);

/** Which scene is on at a fraction (0 to 1) of a generation, and how much of it has passed. */
export function placeAt(scenes: readonly Scene[], fraction: number): Place | null {
  let left = fraction * lengthOf(scenes);
  for (const scene of scenes) {
    if (left < scene.lengthMs) return { scene, passedMs: left };
    left -= scene.lengthMs;
  }
  const last = scenes.at(-1);
  return last ? { scene: last, passedMs: last.lengthMs } : null;
}

/** In a time lapse, the part of it in which the young grow; the rest is their season. */
export const LAPSE_GROWTH = 0.3;

/** At which fraction (0 to 1) of a generation its season is `through` (0: it begins, 1: it is over). */
export function fractionOfSeason(scenes: readonly Scene[], through: number): number {
  const total = lengthOf(scenes);
  let before = 0;
  for (const { phase, lengthMs } of scenes) {
    if (phase === 'season') return (before + through * lengthMs) / total;
    if (phase === 'lapse') return (before + (LAPSE_GROWTH + through * (1 - LAPSE_GROWTH)) * lengthMs) / total;
    before += lengthMs;
  }
  return 1;
}

/** At which fraction of a generation its young begin to grow. */
export function fractionOfBirths(scenes: readonly Scene[]): number {
  const first = scenes.findIndex(({ phase }) => phase === 'grow' || phase === 'lapse');
  return first < 0 ? 0 : lengthOf(scenes.slice(0, first)) / lengthOf(scenes);
}
