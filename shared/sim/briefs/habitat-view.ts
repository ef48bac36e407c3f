/** What a brief is judged by: a habitat at the end of a round, and what lives elsewhere. */
import { readTraits, type Traits } from '../traits.ts';
import type { World } from '../world/world.ts';

export interface HabitatView {
  /** Of those that lived through the last season here. */
  readonly survivors: readonly Traits[];
  /** … and in all other habitats. */
  readonly elsewhere: readonly Traits[];
  /** Per cent of cells in which the twins of each round so far differed; rounds without twins are left out. */
  readonly twinsApart: readonly number[];
  /** Per cent of this habitat's newborn that lived through the last season. */
  readonly lived: number;
}

/** Of a world after a season. `rows`: Int32Array[creatures × TRAITS], of its creatures. */
export function habitatView(
  world: World,
  rows: Int32Array,
  habitat: number,
  twinsApart: readonly number[],
): HabitatView {
  const survivors: Traits[] = [];
  const elsewhere: Traits[] = [];
  world.creatures.forEach((creature, index) => {
    if (creature.cause === 0) (creature.habitat === habitat ? survivors : elsewhere).push(readTraits(rows, index));
  });
  const last = world.history[habitat]?.at(-1);
  const lived = last === undefined || last.born === 0 ? 0 : (100 * last.survived) / last.born;
  return { survivors, elsewhere, twinsApart, lived };
}
