/**
 * The course of a match: phase follows phase when its time is up, when all are ready or when the host says so, and when the
 * work that it waits for is done. Everything here runs in the match's serial order.
 */
import type { Phase } from '../../shared/protocol/wire.ts';
import { opensRound } from '../../shared/sim/world/create.ts';
import { examGeneration, livingGeneration } from '../../shared/sim/world/world.ts';
import type { PlaceState } from './class-state.ts';
import type { PhaseClock } from './clock.ts';
import type { Engine } from './engine.ts';
import { isForThinking, moreTimeMs, phaseLengthMs } from './phases.ts';
import type { Serial } from './serial.ts';

export interface CourseEvents {
  /**
   * A frame has taken effect, and is on disk. `dueAt`: when it could have been at the earliest, in milliseconds of
   * performance.now(): when the phase before it ended, or, for a season in time lapse, when its creatures had grown.
   */
  frame(bytes: Uint8Array, dueAt: number): void;
  /** A phase begins, or is taken up `again` for or after a look back. Awaited before anything else happens. */
  entered(phase: Phase, again: boolean): Promise<void>;
  /** The match cannot go on. */
  failed(error: unknown): void;
}

export interface CourseParts {
  readonly engine: Engine;
  readonly clock: PhaseClock;
  readonly serial: Serial;
  /** How long the lobby waits; 0: until somebody says so. */
  readonly lobbyMs: number;
  readonly speed: number;
  /** Whether thinking is timed, to begin with. */
  readonly timers: boolean;
  readonly events: CourseEvents;
}

/** `skip` and `goOn` are to be called from within the serial order. */
export interface Course {
  phase(): Phase;
  /** The generation on show: the one now living, or the last that lived. */
  generation(): number;
  /** Whether thinking is timed. */
  timers(): boolean;
  /** Times thinking from now on, with a whole length for the phase that runs, or leaves it to people. */
  setTimers(on: boolean): void;
  /** Half a minute more for the phase that runs. False when it is not one of thinking, or has no timer. */
  lengthen(): boolean;
  /** Goes on in a phase of which some time has passed, in the world where another process stopped. */
  goOnFrom(place: Pick<PlaceState, 'phase' | 'lookedBackFrom' | 'lengthMs' | 'passedMs'>): void;
  /** The phase that a look back interrupted; null when nobody looks back. */
  lookedBackFrom(): PlaceState['lookedBackFrom'];
  /** Begins the lobby, where the match waits for its people. */
  open(): Promise<void>;
  /** Goes back to what the last round revealed, to talk about it; `skip` takes the match up again. False when nothing was revealed. */
  lookBack(): Promise<boolean>;
  /** Ends the phase before its time, as soon as the work that it waits for is done. */
  skip(): Promise<void>;
  /** Takes up what was put off while the clock was held. */
  goOn(): Promise<void>;
}

export function createCourse({ engine, clock, serial, lobbyMs, speed, timers, events }: CourseParts): Course {
  let phase: Phase = 'lobby';
  let shown = 0;
  let timeUp = false;
  let dueAt = 0;
  let timed = timers;
  let traits: Int32Array | null = null;
  /** The phase that a look back interrupted. */
  let interrupted: 'predict' | 'choose' | null = null;
  /** Counts phases, so that what was set going in one cannot end another. */
  let turn = 0;

  const later = (task: () => Promise<void>): void => {
    serial(task).catch(events.failed);
  };

  const begin = (next: Phase, lengthMs: number, passedMs: number): void => {
    phase = next;
    turn++;
    timeUp = false;
    const mine = turn;
    const end = (due: number): void =>
      later(async () => {
        if (turn !== mine) return;
        timeUp = true;
        dueAt = due;
        await settle();
      });
    clock.start(lengthMs, end, passedMs);
  };

  const lengthOf = (each: Phase): number =>
    each === 'lobby' ? Math.round(lobbyMs / speed) : phaseLengthMs(each, timed, speed);

  const enter = async (next: Phase, again = false): Promise<void> => {
    begin(next, lengthOf(next), 0);
    await events.entered(next, again);
  };

  const awaitGrown = (growing: Promise<Int32Array>): void => {
    growing.then((grown) => {
      const grownAt = performance.now();
      later(async () => {
        traits = grown;
        if (phase === 'lapse' && !timeUp) dueAt = grownAt;
        await settle();
      });
    }, events.failed);
  };

  const bear = async (next: 'grow' | 'lapse'): Promise<void> => {
    const bytes = await engine.bear();
    traits = null;
    shown = engine.world().generation;
    events.frame(bytes, dueAt);
    await enter(next);
    awaitGrown(engine.growAll());
  };

  const passSeason = async (): Promise<void> => {
    if (traits === null || engine.world().stage !== 'season') return;
    events.frame(await engine.passSeason(traits), dueAt);
  };

  const isExamNext = (): boolean => engine.world().generation >= examGeneration(engine.world().settings);

  const afterGeneration = (): Promise<void> => {
    const world = engine.world();
    if (world.stage === 'over') return enter('over');
    return opensRound(world.settings, world.generation) ? enter('reveal') : bear('lapse');
  };

  const next = async (): Promise<void> => {
    switch (phase) {
      case 'lobby':
        return enter('predict');
      case 'predict':
        return enter('choose');
      case 'choose':
        return bear('grow');
      case 'grow':
        await passSeason();
        return enter('season');
      case 'season':
      case 'lapse':
        return afterGeneration();
      case 'reveal':
        if (interrupted !== null) return goBack(interrupted);
        return isExamNext() ? bear('grow') : enter('predict');
      case 'over':
        return;
    }
  };

  const goBack = (to: 'predict' | 'choose'): Promise<void> => {
    interrupted = null;
    return enter(to, true);
  };

  const settle = async (): Promise<void> => {
    if (clock.isHeld('host') || clock.isHeld('nobody') || clock.isHeld('frozen')) return;
    if (clock.isHeld('lesson')) return;
    if (phase === 'lapse') await passSeason();
    const waitsForGrowth = (phase === 'grow' || phase === 'lapse') && traits === null;
    if (timeUp && !waitsForGrowth) await next();
  };

  return {
    phase: () => phase,
    generation: () => shown,
    timers: () => timed,
    setTimers(on) {
      if (on === timed) return;
      timed = on;
      const length = lengthOf(phase);
      if (isForThinking(phase)) clock.resize(length === 0 ? 0 : clock.passedMs() + length);
    },
    lengthen() {
      if (!isForThinking(phase) || clock.lengthMs === 0) return false;
      clock.resize(clock.lengthMs + moreTimeMs(speed));
      return true;
    },
    goOnFrom(place) {
      const world = engine.world();
      shown = Math.max(0, livingGeneration(world));
      interrupted = place.lookedBackFrom;
      begin(place.phase, place.lengthMs, place.passedMs);
      awaitGrown(world.stage === 'season' ? engine.growAll() : engine.grownAgain());
    },
    lookedBackFrom: () => interrupted,
    async lookBack() {
      if ((phase !== 'predict' && phase !== 'choose') || engine.world().generation === 0) return false;
      interrupted = phase;
      await enter('reveal', true);
      return true;
    },
    open: () => enter('lobby'),
    async skip() {
      if (!timeUp) dueAt = performance.now();
      timeUp = true;
      await settle();
    },
    goOn: settle,
  };
}
