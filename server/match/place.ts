/** Where a match stands besides its world: told to whoever keeps it, and taken up again. */

import type { World } from '../../shared/sim/world/world.ts';
import type { ClassState, PlaceState } from './class-state.ts';
import type { PhaseClock } from './clock.ts';
import type { Course } from './course.ts';
import type { Engine } from './engine.ts';
import { phaseLengthMs } from './phases.ts';
import { phaseNow } from './resume.ts';

interface PlaceParts {
  readonly roomId: string;
  readonly speed: number;
  readonly botSeed: number;
  readonly course: Course;
  readonly clock: PhaseClock;
  readonly engine: Engine;
}

export function placeOf({ roomId, speed, botSeed, course, clock, engine }: PlaceParts): PlaceState {
  return {
    roomId,
    speed,
    botSeed,
    phase: course.phase(),
    lookedBackFrom: course.lookedBackFrom(),
    tick: engine.world().tick,
    lengthMs: clock.lengthMs,
    passedMs: Math.round(clock.passedMs()),
    paused: clock.isHeld('host'),
    timers: course.timers(),
  };
}

/** Differs whenever a state must be kept anew: that time passes is no reason. */
export const markOf = (state: ClassState): string =>
  JSON.stringify({ ...state, place: { ...state.place, passedMs: 0, tick: 0 } });

/** The place where a match goes on: the phase with what is left of it, or the phase that was to begin. */
export function placeNow(place: PlaceState, world: World): PlaceState {
  const { phase, passedMs } = phaseNow(place, world);
  if (passedMs >= 0) return { ...place, phase, passedMs };
  // A lobby is never begun anew: a match that has left it does not come back to it.
  const lengthMs = phase === 'lobby' ? 0 : phaseLengthMs(phase, place.timers, place.speed);
  return { ...place, phase, lookedBackFrom: null, lengthMs, passedMs: 0 };
}
