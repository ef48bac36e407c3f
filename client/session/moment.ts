/** Where in its life the generation on the screen is: how far grown, how far through its season. */

import type { Stage } from '../../shared/sim/world/world.ts';
import { LAPSE_GROWTH } from './course.ts';
import type { TableView } from './world-source.ts';

export interface Moment {
  /** 0 (first cells) to 1 (grown). */
  readonly growth: number;
  /** 0 (spring) to 1 (over): whoever dies at moment m is dead from m / 256 on. */
  readonly season: number;
}

/** How far a phase is, 0 to 1; 0 where no time is set. `now` as performance.now(). */
export function phaseProgress(table: TableView, now: number): number {
  if (table.phaseLengthMs <= 0) return 0;
  const passed = table.phasePassedMs + (table.paused ? 0 : Math.max(0, now - table.asOf) * table.pace);
  return Math.min(1, passed / table.phaseLengthMs);
}

/**
 * `stage`: of the world as it stands. Frames and phases reach a page apart: newborns of which the phase does not know yet are
 * still in their eggs, and while a season's frame is not yet here the season stands still at its beginning.
 */
export function momentOf(table: TableView, stage: Stage, now: number): Moment {
  const progress = phaseProgress(table, now);
  const decided = stage !== 'season';
  switch (table.phase) {
    case 'grow':
      return { growth: progress, season: 0 };
    case 'season':
      return decided ? { growth: 1, season: progress } : UNBORN;
    case 'lapse':
      if (!decided && progress >= 1) return UNBORN;
      return {
        growth: Math.min(1, progress / LAPSE_GROWTH),
        season: decided ? Math.max(0, (progress - LAPSE_GROWTH) / (1 - LAPSE_GROWTH)) : 0,
      };
    default:
      return decided ? { growth: 1, season: 1 } : UNBORN;
  }
}

const UNBORN: Moment = { growth: 0, season: 0 };

/** Whether a creature with this fate is still alive at a moment of the season. */
export const livesAt = (cause: number, moment: number, season: number): boolean => cause === 0 || moment / 256 > season;
