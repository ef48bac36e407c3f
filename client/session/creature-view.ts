/** What the scenes and panels draw of a world: its creatures as things to grow and show. Plain functions, no screen. */

import { draw, Stream } from '../../shared/sim/rng.ts';
import { pressuresInForce } from '../../shared/sim/world/create.ts';
import { conditionsFor } from '../../shared/sim/world/grow.ts';
import { NO_TWIN, type Pressure, type World } from '../../shared/sim/world/world.ts';
import type { Seedling } from '../worker/jobs.ts';

export interface CreatureView {
  /** The same creature has the same key in every view of the match: generation and index. */
  readonly key: number;
  readonly index: number;
  readonly habitat: number;
  readonly of: Seedling;
  /** 0 while alive, else what it dies of, at `moment` (0 to 255) of the season. */
  readonly cause: number;
  readonly moment: number;
  readonly twin: number;
  /** Index in the generation before; another habitat's index when it came over. */
  readonly mother: number;
  readonly father: number;
}

const KEYS_A_GENERATION = 4096;

export const creatureKey = (generation: number, index: number): number => generation * KEYS_A_GENERATION + index;

/** The generation that `world.creatures` are of: the one living, or before births the one before. */
export const generationShown = (world: World): number =>
  world.stage === 'births' ? world.generation - 1 : world.generation;

/**
 * The pressures of the season that a world shows, its disaster among them: from the births on, and until the next ones, though the
 * world itself stands before those as soon as the season is decided.
 */
export const pressuresShown = (world: World, habitat: number): readonly Pressure[] =>
  pressuresInForce({ ...world, generation: generationShown(world) }, habitat);

/** Every creature of the generation that the world holds, living and dead. */
export function viewCreatures(world: World): CreatureView[] {
  const generation = generationShown(world);
  const conditions = world.habitats.map((habitat) => conditionsFor(world, { habitat: habitat.id }));
  const views: CreatureView[] = [];
  world.creatures.forEach((creature, index) => {
    const grown = conditions[creature.habitat];
    if (!grown) return;
    views.push({
      key: creatureKey(generation, index),
      index,
      habitat: creature.habitat,
      of: { genome: creature.genome, noiseSeed: creature.noiseSeed, conditions: grown },
      cause: creature.cause,
      moment: creature.moment,
      twin: creature.twin,
      mother: creature.mother,
      father: creature.father,
    });
  });
  return views;
}

/** Settlers a habitat, shown before anyone is born there. */
const SETTLERS = 3;

/** The founders as they arrive, before the first births: shown so that nobody looks at an empty world, and counted nowhere. */
export function viewSettlers(world: World): CreatureView[] {
  return world.habitats.flatMap((habitat) =>
    Array.from({ length: SETTLERS }, (_, place) => ({
      key: -1 - habitat.id * SETTLERS - place,
      index: -1,
      habitat: habitat.id,
      of: {
        genome: world.founderGenome,
        noiseSeed: draw(world.settings.mapSeed, Stream.standing, habitat.id, place),
        conditions: conditionsFor(world, { habitat: habitat.id }),
      },
      cause: 0,
      moment: 0,
      twin: NO_TWIN,
      mother: -1,
      father: -1,
    })),
  );
}

/** What is to be seen: the living generation, or the settlers of a world that has had none. */
export const viewWorld = (world: World): CreatureView[] =>
  world.creatures.length > 0 ? viewCreatures(world) : viewSettlers(world);

/** The marked pair of a habitat, the elder index first; null when it has none this generation. */
export function twinsOf(
  creatures: readonly CreatureView[],
  habitat: number,
): readonly [CreatureView, CreatureView] | null {
  for (const creature of creatures) {
    if (creature.habitat !== habitat || creature.twin === NO_TWIN || creature.twin < creature.index) continue;
    const other = creatures[creature.twin];
    if (other) return [creature, other];
  }
  return null;
}
