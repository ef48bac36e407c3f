/** Growing a world's creatures with one way to grow, one after another. */
import type { Grow, GrowthConditions } from '../embryo/body.ts';
import { TRAITS } from '../trait-names.ts';
import { measureInto } from '../traits.ts';
import { habitatNow } from './interventions.ts';
import type { Creature, World } from './world.ts';

/** The conditions in which a creature grows: those of its habitat as it now is, and the match's developmental noise. */
export function conditionsFor(world: World, creature: Pick<Creature, 'habitat'>): GrowthConditions {
  const habitat = world.habitats[creature.habitat];
  return {
    temperature: habitat?.temperature ?? 0,
    nutrition: habitat === undefined ? 0 : habitatNow(world, habitat).nutrition,
    noise: world.settings.noise,
  };
}

/** Int32Array[creatures × TRAITS]: every creature grown and measured. */
export function growWith(grow: Grow, world: World): Int32Array {
  const rows = new Int32Array(world.creatures.length * TRAITS.length);
  world.creatures.forEach((creature, index) => {
    const body = grow(creature.genome, creature.noiseSeed, conditionsFor(world, creature));
    measureInto(body, rows, index * TRAITS.length);
  });
  return rows;
}
