/** A whole match without a room: all at once, and recorded. */
import type { Genome } from '../sim/genome.ts';
import { createWorld, opensRound } from '../sim/world/create.ts';
import { type GenerationPlayed, type GrowAll, NO_TRAITS, playGeneration } from '../sim/world/step.ts';
import type { Command, Frame, Settings, World } from '../sim/world/world.ts';
import type { Recording } from './recording.ts';

export interface MatchPlan {
  readonly settings: Settings;
  readonly founderGenome: Genome;
  /** 32 bytes. */
  readonly secret: Uint8Array;
  /** The hash of the kernel by which `growAll` grows. */
  readonly kernel: string;
  readonly growAll: GrowAll;
  /** What all stewards lay for the round that opens now, in the order in which it takes effect. */
  readonly commandsFor: (world: World) => readonly Command[];
  /** What stewards do in the middle of a round, asked before each step at which they may. */
  readonly interveneIn?: (world: World) => readonly Command[];
  /** Told of each generation as it ends. */
  readonly onGeneration?: (played: GenerationPlayed) => void;
}

/** Plays to the end, the exam included. Rejects as growAll does, and with a FrameError when a command is not allowed. */
export async function playMatch(plan: MatchPlan): Promise<{ world: World; recording: Recording }> {
  const { settings, founderGenome, secret, kernel, growAll } = plan;
  let world = createWorld(settings, founderGenome);
  let traits: Int32Array = NO_TRAITS;
  const frames: Frame[] = [];
  while (world.stage !== 'over') {
    const trains = world.generation < settings.rounds * settings.generationsPerRound;
    const intervene = (now: World): readonly Command[] => (trains ? (plan.interveneIn?.(now) ?? []) : []);
    const opens = trains && opensRound(settings, world.generation);
    const commands = opens ? plan.commandsFor(world) : intervene(world);
    const played = await playGeneration(world, secret, commands, traits, growAll, intervene);
    world = played.world;
    traits = played.traits;
    frames.push(played.births, played.season);
    plan.onGeneration?.(played);
  }
  return { world, recording: { kernel, settings, founderGenome, secret, origin: null, frames } };
}
