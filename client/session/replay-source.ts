/** A recorded match as a WorldSource: the same scenes as live, with a clock that can be held, hurried and set anywhere. */
import { batch, signal } from '@preact/signals';
import type { Timeline } from '../../shared/replay/timeline.ts';
import { emptyTable, layCommands } from '../../shared/sim/world/commands.ts';
import { opensRound } from '../../shared/sim/world/create.ts';
import type { Frame, Pressure, World } from '../../shared/sim/world/world.ts';
import { lengthOf, placeAt, type Scene, scenesOf } from './course.ts';
import { type Link, NOTHING_OWN, type StewardView, type TableView, type WorldSource } from './world-source.ts';

export interface ReplayOptions {
  readonly timeline: Timeline;
  /** The recording's id; empty for a file that nobody stored. */
  readonly id: string;
  /** A steward's name for each seat. */
  readonly names: readonly string[];
  /** Now, in milliseconds; for tests. */
  readonly now?: () => number;
}

export interface ReplaySource extends WorldSource {
  readonly playback: NonNullable<WorldSource['playback']>;
  /** Moves on to this very moment. Called by the source's own timer; by hand in tests. */
  advance(): void;
}

const TICK_MS = 80;
export const SPEED_LIMITS = { low: 0.25, high: 64 } as const;

/** Predictions and points are told to those who play; a recording holds the world alone. */
const stewardOf = (name: string, seat: number): StewardView => ({
  seat,
  name,
  bot: '',
  connected: true,
  ready: true,
  answered: false,
  predictionPoints: -1,
  predictionTotal: 0,
  briefPoints: -1,
  interventionsLeft: 0,
});

export function createReplaySource({
  timeline,
  id,
  names,
  now = () => performance.now(),
}: ReplayOptions): ReplaySource {
  const { settings } = timeline.recording;
  const { generations } = timeline;
  const scenes: readonly (readonly Scene[])[] = Array.from({ length: generations }, (_, at) => scenesOf(settings, at));
  const position = signal(0);
  const playing = signal(true);
  const speed = signal(1);
  const world = signal<World | null>(timeline.worldAt(0));
  const table = signal<TableView>(tableAt(0));
  const listeners = new Set<(frame: Frame, world: World) => void>();
  let tick = 0;
  let asOf = now();

  /** The table at a position; `passed` milliseconds of the scene count from `asOf`. */
  function tableAt(at: number): TableView {
    const generation = Math.min(generations - 1, Math.floor(at));
    const ended = at >= generations;
    const place = ended ? null : placeAt(scenes[generation] ?? [], at - generation);
    return {
      phase: place?.scene.phase ?? 'over',
      phaseLengthMs: place?.scene.lengthMs ?? 0,
      phasePassedMs: place?.passedMs ?? 0,
      asOf: now(),
      paused: !playing.peek(),
      pace: speed.peek(),
      code: '',
      mode: 'replay',
      stewards: names.map(stewardOf),
      laid: laidFor(generation),
      recording: id,
      timers: true,
      game: settings.game,
      shock: timeline.worldAt(0).shockCard?.card ?? '',
      frozen: false,
      locked: false,
      namesShown: true,
      ranksShown: true,
    };
  }

  /** The cards laid for the round to which a generation belongs. */
  function laidFor(generation: number): readonly (readonly Pressure[])[] {
    let opening = generation;
    while (opening > 0 && !opensRound(settings, opening)) opening--;
    const before = timeline.worldAt(2 * opening);
    const frame = timeline.frames[2 * opening];
    return frame ? layCommands(before, frame.commands) : emptyTable(before);
  }

  function tickAt(at: number): number {
    if (at >= generations) return timeline.frames.length;
    const generation = Math.floor(at);
    const place = placeAt(scenes[generation] ?? [], at - generation);
    return Math.min(timeline.frames.length, place?.scene.tick ?? 2 * generation);
  }

  /** Goes to a position and shows what is there. */
  function goTo(at: number): void {
    const target = Math.max(0, Math.min(generations, at));
    const next = tickAt(target);
    const forward = next > tick && next - tick <= 2;
    const from = tick;
    batch(() => {
      position.value = target;
      if (next !== tick) {
        tick = next;
        world.value = timeline.worldAt(tick);
      }
      table.value = tableAt(target);
    });
    asOf = now();
    if (!forward) return;
    for (const frame of timeline.frames.slice(from, next)) {
      for (const listener of listeners) listener(frame, timeline.worldAt(frame.tick + 1));
    }
  }

  function advance(): void {
    if (!playing.peek()) return;
    let left = (now() - asOf) * speed.peek();
    let at = position.peek();
    // A fast clock may pass several generations in one tick.
    while (left > 0 && at < generations) {
      const generation = Math.floor(at);
      const length = Math.max(1, lengthOf(scenes[generation] ?? []));
      const rest = (generation + 1 - at) * length;
      at = left >= rest ? generation + 1 : at + left / length;
      left -= rest;
    }
    const before = table.peek();
    const there = tableAt(at);
    const sameScene =
      there.phase === before.phase && tickAt(at) === tick && Math.floor(at) === Math.floor(position.peek());
    if (sameScene) {
      // The scene's own clock runs on: nothing but the position has changed.
      position.value = at;
      asOf = now();
    } else goTo(at);
    if (at >= generations) setPlaying(false);
  }

  function setPlaying(on: boolean): void {
    advanceSafely();
    if (on && position.peek() >= generations) goTo(0);
    playing.value = on;
    goTo(position.peek());
  }

  /** Brings the position up to now without stopping at the end again. */
  function advanceSafely(): void {
    if (playing.peek() && position.peek() < generations) {
      const passed = (now() - asOf) * speed.peek();
      const generation = Math.floor(position.peek());
      const length = Math.max(1, lengthOf(scenes[generation] ?? []));
      position.value = Math.min(generation + 0.9999, position.peek() + passed / length);
      asOf = now();
    }
  }

  const timer = setInterval(advance, TICK_MS);
  goTo(0);

  return {
    table,
    world,
    link: signal<Link>('open'),
    trouble: signal(''),
    seat: signal(-1),
    host: signal(false),
    own: signal(NOTHING_OWN),
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: () => Promise.resolve({ id: 0, ok: false, reason: 'replay' }),
    playback: {
      generations,
      position,
      playing,
      speed,
      play: () => setPlaying(true),
      pause: () => setPlaying(false),
      setSpeed(next) {
        advanceSafely();
        speed.value = Math.max(SPEED_LIMITS.low, Math.min(SPEED_LIMITS.high, next));
        goTo(position.peek());
      },
      worldAt: timeline.worldAt,
      timeline,
      seek: goTo,
    },
    advance,
    close: () => clearInterval(timer),
  };
}
