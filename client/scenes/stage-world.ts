/** What the stage is told of a world. */
import type { World } from '../../shared/sim/world/world.ts';
import { type CreatureView, generationShown, pressuresShown } from '../session/creature-view.ts';
import { veilCreatures } from '../session/told.ts';
import type { StageWorld } from './stage-view-model.ts';

/**
 * `creatures`: the views of the generation that the world holds (creature-view.ts). `hidden`: per habitat, whether its cards are
 * still to be guessed; none where it is left out. Of those the map shows no agent and no cause, but the disaster, which is no secret.
 */
export function stageWorldOf(
  world: World,
  creatures: readonly CreatureView[],
  hidden: readonly boolean[] = [],
): StageWorld {
  const generation = generationShown(world);
  const disaster = world.shockedAt === generation && world.shockCard ? [world.shockCard] : [];
  return {
    habitats: world.habitats,
    population: world.settings.population,
    generation,
    creatures: hidden.includes(true) ? veilCreatures(creatures, hidden) : creatures,
    pressures: world.habitats.map(({ id }) => (hidden[id] ? disaster : pressuresShown(world, id))),
    interventions: world.interventions.map(({ seat, intervention }) => ({ habitat: seat, intervention })),
    shock: world.shockedAt === generation ? (world.shockCard?.card ?? null) : null,
  };
}
