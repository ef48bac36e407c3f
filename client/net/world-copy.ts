/** The page's own copy of the world: opened from a snapshot, kept up by frames, checked by their hashes. */
import { decodeFrame } from '../../shared/protocol/frames.ts';
import { decodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import type { Frame, World } from '../../shared/sim/world/world.ts';

export type Step = { readonly frame: Frame; readonly world: World } | 'known' | 'outOfStep';

export interface WorldCopy {
  /** Begins anew from a snapshot; null when it cannot be read. */
  open(snapshot: Uint8Array): World | null;
  /** Takes no frame until another snapshot comes. */
  forget(): void;
  /** Takes the next frame. `known`: the snapshot held it already. `outOfStep`: a frame is missing or does not fit. */
  take(bytes: Uint8Array): Step;
}

export function createWorldCopy(): WorldCopy {
  let world: World | null = null;
  return {
    open(snapshot) {
      try {
        world = decodeSnapshot(snapshot);
      } catch {
        // Another version's, or damaged on its way: the caller tells the person.
        world = null;
      }
      return world;
    },
    forget() {
      world = null;
    },
    take(bytes) {
      if (world === null) return 'known';
      try {
        const frame = decodeFrame(bytes);
        if (frame.tick < world.tick) return 'known';
        world = applyFrame(world, frame);
        return { frame, world };
      } catch {
        // What cannot be read or does not follow is as good as missing: a fresh snapshot mends both.
        return 'outOfStep';
      }
    },
  };
}
