/** What the stage is told of a world. */
import { pressuresInForce } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { type CreatureView, generationShown } from '../session/creature-view.ts';
import type { StageWorld } from './stage-view-model.ts';

/** `creatures`: the views of the generation that the world holds (creature-view.ts). */
export function stageWorldOf(world: World, creatures: readonly CreatureView[]): StageWorld {
  const generation = generationShown(world);
  // Before the next births the season on show is the one that is over: its cards, its disaster.
  const inSeason: World = { ...world, generation };
  return {
    habitats: world.habitats,
    population: world.settings.population,
    generation,
    creatures,
    pressures: world.habitats.map(({ id }) => pressuresInForce(inSeason, id)),
    interventions: world.interventions.map(({ seat, intervention }) => ({ habitat: seat, intervention })),
    shock: world.shockedAt === generation ? (world.shockCard?.card ?? null) : null,
  };
}
