/**
 * Is a recording true? The match is played again from its inputs, every body regrown, and every frame compared. One of older rules
 * cannot be played again; what does not depend on rules is checked all the same.
 */
import { encodeFrame } from '../protocol/frames.ts';
import { NATURAL_CAUSES } from '../sim/causes.ts';
import { VIABLE_CELLS } from '../sim/embryo/body.ts';
import { hexOf, sameBytes } from '../sim/hash.ts';
import { readTraits } from '../sim/traits.ts';
import { applyFrame } from '../sim/world/apply.ts';
import { decideBirths } from '../sim/world/births.ts';
import { createWorld } from '../sim/world/create.ts';
import { FrameError } from '../sim/world/error.ts';
import { playsAsToday, RULES_VERSION } from '../sim/world/rules.ts';
import { decideSeason } from '../sim/world/season.ts';
import { apartNoiseSeed, birthSeed, type Chances } from '../sim/world/seeds.ts';
import { drawShock } from '../sim/world/shock.ts';
import { type GrowAll, NO_TRAITS } from '../sim/world/step.ts';
import type { Frame, World } from '../sim/world/world.ts';
import { chancesOf } from './origin.ts';
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
      /** What could not be checked, as a sentence; null if nothing. */
      readonly unchecked: string | null;
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
  const { rules } = recording.settings;
  const chances = chancesOf(secret, recording.origin);
  let world = createWorld(recording.settings, recording.founderGenome);
  let traits: Int32Array = NO_TRAITS;
  for (const frame of frames) {
    const generation = world.generation + 1;
    try {
      if (world.stage === 'season') traits = await growAll(world);
      const difference = playsAsToday(rules)
        ? compare(frame, decideAgain(world, chances, frame, traits))
        : compareByAnyRules(world, chances, frame, traits);
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
    unchecked: playsAsToday(rules) ? null : uncheckedOf(rules),
  };
}

const uncheckedOf = (rules: number): string =>
  `It was played by rules ${rules}, and today’s are ${RULES_VERSION}: bodies, commands, possible parents, seeds and the chain of hashes were checked; that just these bred, and just these died, could not be.`;

/** What the secret and the bodies say whatever the rules; that the frame can follow from the world is seen by applying it. */
function compareByAnyRules(world: World, chances: Chances, frame: Frame, traits: Int32Array): string | null {
  if (frame.kind === 'births') {
    const { generation } = frame;
    const sameSeeds =
      frame.seed === birthSeed(chances, generation) && frame.noise === apartNoiseSeed(chances, generation);
    if (!sameSeeds) return 'its seed is not the one that the secret gives';
    const shock = drawShock(world, chances);
    const same = shock?.card === frame.shock?.card && shock?.level === frame.shock?.level;
    return same ? null : 'its disaster is not the one that the secret gives';
  }
  const failed = world.creatures.map((_, index) => readTraits(traits, index).size < VIABLE_CELLS);
  const told = failed.every((each, at) => each === (frame.causes[at] === NATURAL_CAUSES.failedToDevelop));
  return told ? null : 'those who failed to develop are not those whose bodies did';
}

function decideAgain(world: World, chances: Chances, frame: Frame, traits: Int32Array): Frame {
  return world.stage === 'season'
    ? decideSeason(world, chances, frame.commands, traits)
    : decideBirths(world, chances, frame.commands, traits);
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
