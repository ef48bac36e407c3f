/** One recording in four ways to its last hash. Runs in Node and in a page alike. */
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { branchOff } from '../../shared/replay/branch.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { loadKernel } from '../../shared/sim/embryo/kernel.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import type { GrowAll } from '../../shared/sim/world/step.ts';

export interface HashesOfRecording {
  readonly replayed: string;
  /** On from a snapshot in the middle. */
  readonly resumed: string;
  /** Branched off in the middle without a change; null of rules that cannot be played any more. */
  readonly branched: string | null;
  /** Played again from the inputs, every embryo regrown; else why not. */
  readonly verified: string;
}

/** `kernel`: the bytes of the one that the recording names. */
export async function hashesOfRecording(
  bytes: Uint8Array,
  kernel: Uint8Array<ArrayBuffer>,
): Promise<HashesOfRecording> {
  const { grow } = await loadKernel(kernel);
  const growAll: GrowAll = async (world) => growWith(grow, world);
  const recording = decodeRecording(bytes);
  const timeline = openTimeline(recording);
  const { frames } = timeline;
  const middle = frames.length >> 1;
  let resumed = decodeSnapshot(encodeSnapshot(timeline.worldAt(middle)));
  for (const frame of frames.slice(middle)) resumed = applyFrame(resumed, frame);
  const verdict = await verifyRecording(recording, growAll);
  return {
    replayed: hexOf(timeline.worldAt(frames.length).hash),
    resumed: hexOf(resumed.hash),
    branched: verdict.accepted && verdict.unchecked === null ? await branchedHash() : null,
    verified: verdict.accepted ? verdict.hash : verdict.sentence,
  };

  async function branchedHash(): Promise<string> {
    const branch = openTimeline(await branchOff(recording, { from: middle >> 1, anew: null, cards: [] }, growAll));
    return hexOf(branch.worldAt(branch.frames.length).hash);
  }
}
