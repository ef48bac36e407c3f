/** Is a recording true? The match is played again from its inputs, every body regrown, and every frame compared. */
import { encodeFrame } from '../protocol/frames.ts';
import { hexOf, sameBytes } from '../sim/hash.ts';
import { applyFrame } from '../sim/world/apply.ts';
import { decideBirths } from '../sim/world/births.ts';
import { createWorld } from '../sim/world/create.ts';
import { FrameError } from '../sim/world/error.ts';
import { decideSeason } from '../sim/world/season.ts';
import { type GrowAll, NO_TRAITS } from '../sim/world/step.ts';
import type { Frame, World } from '../sim/world/world.ts';
import type { Recording } from './recording.ts';

export type Verdict =
  | {
      readonly accepted: true;
      /** Generations whose season was compared, the exam's included. */
      readonly generations: number;
      /** Whether the match was played to its end. */
      readonly complete: boolean;
      /** The last hash, in hexadecimal. */
      readonly hash: string;
    }
  | {
      readonly accepted: false;
      /** The first generation that differs, counted from 1; null when it is none in particular. */
      readonly generation: number | null;
      readonly sentence: string;
    };

const reject = (generation: number | null, sentence: string): Verdict => ({ accepted: false, generation, sentence });

/** `growAll` must grow by the kernel that the recording names. Rejects (as a promise) only as growAll does. */
export async function verifyRecording(recording: Recording, growAll: GrowAll): Promise<Verdict> {
  const { secret, frames } = recording;
  if (secret === null) return reject(null, 'The recording holds no secret, so its chances cannot be drawn again.');
  let world = createWorld(recording.settings, recording.founderGenome);
  let traits: Int32Array = NO_TRAITS;
  for (const frame of frames) {
    const generation = world.generation + 1;
    try {
      if (world.stage === 'season') traits = await growAll(world);
      const difference = compare(frame, decideAgain(world, secret, frame, traits));
      if (difference !== null) return reject(generation, `Generation ${generation} differs: ${difference}.`);
      world = applyFrame(world, frame);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      return reject(generation, `Generation ${generation} is impossible. ${error.message}`);
    }
  }
  return {
    accepted: true,
    generations: Math.floor(frames.length / 2),
    complete: world.stage === 'over',
    hash: hexOf(world.hash),
  };
}

function decideAgain(world: World, secret: Uint8Array, frame: Frame, traits: Int32Array): Frame {
  return world.stage === 'season'
    ? decideSeason(world, secret, frame.commands, traits)
    : decideBirths(world, secret, frame.commands, traits);
}

/** What is not the same, in words; null if nothing. */
function compare(recorded: Frame, replayed: Frame): string | null {
  if (sameBytes(encodeFrame(recorded), encodeFrame(replayed))) return null;
  if (recorded.kind !== replayed.kind || recorded.tick !== replayed.tick) return 'its frames are out of order';
  if (recorded.kind === 'births') return 'its births are not those that the inputs give';
  if (replayed.kind !== 'season') return 'its frames are out of order';
  const sameDead = sameBytes(recorded.causes, replayed.causes) && sameBytes(recorded.moments, replayed.moments);
  return sameDead ? 'its hash is not the one that the inputs give' : 'its deaths are not those that the inputs give';
}
