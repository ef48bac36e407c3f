/** Tapes on their way: how far they have run, and how each came out. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Timeline } from '../../shared/replay/timeline.ts';
import { examGeneration } from '../../shared/sim/world/world.ts';
import type { Play } from '../worker/branch-desk.ts';
import type { Outcome, PlayReply, Start, TapesRequest } from '../worker/branch-jobs.ts';
import type { Tape } from './tapes.ts';

export interface TapesState {
  readonly start: readonly (Start | null)[];
  readonly happened: Outcome | null;
  /** Those that have run, in the order of their secrets. */
  readonly tapes: readonly Tape[];
  /** Generations played, of all tapes. */
  readonly steps: number;
  readonly standing: 'running' | 'done' | 'stopped' | 'failed';
  readonly trouble: string;
}

export interface TapesSource {
  readonly from: number;
  /** How many tapes, and how many generations of all of them. */
  readonly count: number;
  readonly steps: number;
  readonly state: ReadonlySignal<TapesState>;
  stop(): void;
}

interface Options {
  readonly timeline: Timeline;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly secrets: readonly Uint8Array[];
  readonly play: Play<TapesRequest>;
}

export function startTapes({ timeline, bytes, from, secrets, play }: Options): TapesSource {
  const state = signal<TapesState>({
    start: [],
    happened: null,
    tapes: [],
    steps: 0,
    standing: 'running',
    trouble: '',
  });
  const placeOf = (secret: Uint8Array): number =>
    secrets.findIndex((each) => each.every((byte, at) => byte === secret[at]));
  const end = (how: Partial<TapesState>): void => {
    state.value = { ...state.peek(), ...how };
    finish();
  };
  function take(tape: Tape): void {
    const tapes = [...state.peek().tapes, tape].sort((a, b) => placeOf(a.secret) - placeOf(b.secret));
    if (tapes.length === secrets.length) end({ tapes, standing: 'done' });
    else state.value = { ...state.peek(), tapes };
  }
  function hear(reply: PlayReply): void {
    const now = state.peek();
    if (now.standing !== 'running') return;
    if (reply.kind === 'start') state.value = { ...now, start: reply.start, happened: reply.happened };
    if (reply.kind === 'step') state.value = { ...now, steps: now.steps + 1 };
    if (reply.kind === 'tape') take({ secret: reply.secret, outcome: reply.outcome });
    if (reply.kind === 'failed') end({ standing: 'failed', trouble: reply.error });
  }
  const finish = play({ kind: 'tapes', recording: bytes, from, secrets }, hear);

  return {
    from,
    count: secrets.length,
    steps: secrets.length * (examGeneration(timeline.recording.settings) + 1 - from),
    state,
    stop() {
      if (state.peek().standing === 'running') end({ standing: 'stopped' });
    },
  };
}
