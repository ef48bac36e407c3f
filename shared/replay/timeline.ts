/** A recording as a line along which one can go to any place: worlds between its frames, computed from kept ones nearby. */
import { DecodeError } from '../protocol/bytes.ts';
import { applyFrame } from '../sim/world/apply.ts';
import { createWorld } from '../sim/world/create.ts';
import { FrameError } from '../sim/world/error.ts';
import type { Frame, World } from '../sim/world/world.ts';
import type { Recording } from './recording.ts';

export interface Timeline {
  readonly recording: Recording;
  readonly frames: readonly Frame[];
  /** Generations whose births are in it, the exam's included. */
  readonly generations: number;
  /** The world when `tick` frames have been applied: 0 (nobody yet) to frames.length (the end). */
  worldAt(tick: number): World;
}

/** Worlds kept, evenly along the line: the largest world's is about 350 KB. */
const KEPT_WORLDS = 32;

/**
 * Applies every frame once, checking each. Throws a DecodeError that names the first generation whose frames do not follow
 * from what was before, or whose hash is not met.
 */
export function openTimeline(recording: Recording): Timeline {
  const { frames } = recording;
  const spacing = Math.max(1, Math.ceil((frames.length + 1) / KEPT_WORLDS));
  let world = createWorld(recording.settings, recording.founderGenome);
  const kept: World[] = [world];
  frames.forEach((frame, at) => {
    world = follow(world, frame);
    if ((at + 1) % spacing === 0) kept.push(world);
  });
  const worldAt = (tick: number): World => {
    const target = Math.max(0, Math.min(frames.length, tick));
    const nearest = Math.floor(target / spacing);
    let at = kept[nearest] ?? world;
    for (const frame of frames.slice(nearest * spacing, target)) at = applyFrame(at, frame);
    return at;
  };
  return { recording, frames, generations: Math.ceil(frames.length / 2), worldAt };
}

/** The world after one more frame. Throws a DecodeError that names the generation, when it does not follow from what was before. */
export function follow(world: World, frame: Frame): World {
  try {
    return applyFrame(world, frame);
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    throw new DecodeError(`The recording is damaged in generation ${world.generation + 1}. ${error.message}`);
  }
}
