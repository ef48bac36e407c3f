/** A branch on its way: each generation, as a worker has played it, held against what happened. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BranchPlan } from '../../shared/replay/branch.ts';
import type { Timeline } from '../../shared/replay/timeline.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { examGeneration } from '../../shared/sim/world/world.ts';
import type { Play } from '../worker/branch-desk.ts';
import type { BranchedGeneration, PlayReply } from '../worker/branch-jobs.ts';
import { type ComparedGeneration, compared, type Side } from './divergence.ts';

export interface BranchState {
  /** From `plan.from` on, as far as they have been played. */
  readonly generations: readonly ComparedGeneration[];
  readonly standing: 'running' | 'done' | 'stopped' | 'failed';
  /** The branch's own file; null until it is done. */
  readonly file: Uint8Array<ArrayBuffer> | null;
  /** Why it failed; else empty. */
  readonly trouble: string;
}

export interface BranchSource {
  readonly plan: BranchPlan;
  /** How many generations there will be. */
  readonly expected: number;
  readonly state: ReadonlySignal<BranchState>;
  /** Ends the work; what was played stays. */
  stop(): void;
}

interface Options {
  readonly timeline: Timeline;
  /** The recording's file. */
  readonly bytes: Uint8Array;
  readonly plan: BranchPlan;
  readonly play: Play;
}

export function startBranch({ timeline, bytes, plan, play }: Options): BranchSource {
  const state = signal<BranchState>({ generations: [], standing: 'running', file: null, trouble: '' });
  let world = timeline.worldAt(2 * plan.from);

  function take(branched: BranchedGeneration): void {
    const born = applyFrame(world, branched.births);
    world = applyFrame(born, branched.season);
    const next = compared(branched, whatWas(timeline, branched), born);
    state.value = { ...state.peek(), generations: [...state.peek().generations, next] };
  }
  const end = (how: Partial<BranchState>): void => {
    state.value = { ...state.peek(), ...how };
    finish();
  };
  function hear(reply: PlayReply): void {
    if (state.peek().standing !== 'running') return;
    if (reply.kind === 'generation') take(reply.branched);
    if (reply.kind === 'branched') end({ standing: 'done', file: reply.recording });
    if (reply.kind === 'failed') end({ standing: 'failed', trouble: reply.error });
  }
  const finish = play({ kind: 'branch', recording: bytes, plan }, hear);

  return {
    plan,
    expected: examGeneration(timeline.recording.settings) + 1 - plan.from,
    state,
    stop() {
      if (state.peek().standing === 'running') end({ standing: 'stopped' });
    },
  };
}

function whatWas(timeline: Timeline, { generation, before }: BranchedGeneration): Side | null {
  const season = timeline.frames[2 * generation + 1];
  if (before === null || season?.kind !== 'season') return null;
  return { born: timeline.worldAt(2 * generation + 1), season, traits: before };
}
