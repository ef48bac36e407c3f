/** A generation by the authority: births, growth, season. What grows the bodies is given: a kernel, a pool, the reference. */
import { applyFrame } from './apply.ts';
import { decideBirths } from './births.ts';
import { decideSeason } from './season.ts';
import type { Chances } from './seeds.ts';
import type { BirthFrame, Command, SeasonFrame, World } from './world.ts';

/** Rows of traits of all the world's creatures, in their order: Int32Array[creatures × TRAITS]. */
export type GrowAll = (world: World) => Promise<Int32Array>;

export interface GenerationPlayed {
  /** After the season. */
  readonly world: World;
  /** Rows of traits of `world.creatures`, to be handed to the next generation. */
  readonly traits: Int32Array;
  readonly births: BirthFrame;
  readonly season: SeasonFrame;
}

/** No traits yet: before a world's first births. */
export const NO_TRAITS = new Int32Array(0);

/**
 * Plays one generation from a world whose stage is 'births'. `traits` are those of the creatures now in it (NO_TRAITS at
 * the start; after a resume, growAll gives them); `seasonCommands` the interventions between births and season. Rejects as growAll does, and with a FrameError on a command not allowed.
 */
export async function playGeneration(
  world: World,
  chances: Chances,
  commands: readonly Command[],
  traits: Int32Array,
  growAll: GrowAll,
  seasonCommands: (born: World) => readonly Command[] = () => [],
): Promise<GenerationPlayed> {
  const births = decideBirths(world, chances, commands, traits);
  const born = applyFrame(world, births);
  const grown = await growAll(born);
  const season = decideSeason(born, chances, seasonCommands(born), grown);
  return { world: applyFrame(born, season), traits: grown, births, season };
}
