/** What is particular to a drift duel: small and large habitats in pairs, under the same climate and the same cards. */
import type { Habitat, Settings } from './world.ts';

/** Creatures that the even and the odd habitat of a pair carry: chance rules the small one, selection the large. */
export const DUEL_CAPACITY = { small: 10, large: 200 } as const;

/** Creatures that a habitat carries at most. */
export function carryingCapacity(settings: Pick<Settings, 'game' | 'population'>, habitat: number): number {
  if (settings.game !== 'drift') return settings.population;
  return habitat % 2 === 0 ? DUEL_CAPACITY.small : DUEL_CAPACITY.large;
}

/** The habitats that what a steward does concerns: the own one, and in a drift duel the other of the pair too. */
export function habitatsOf({ game }: Pick<Settings, 'game'>, seat: number): readonly number[] {
  if (game !== 'drift') return [seat];
  const even = seat - (seat % 2);
  return [even, even + 1];
}

/** The chance that a newborn's parents are of a neighbouring habitat, in 1,000ths: none in a drift duel. */
export const usualMigration = ({ game, migration }: Pick<Settings, 'game' | 'migration'>): number =>
  game === 'drift' ? 0 : migration;

/** A map whose pairs have one climate and one ground, those of the even habitat. */
export function pairUp(map: readonly Habitat[]): Habitat[] {
  return map.map((habitat) => {
    const model = map[habitat.id - (habitat.id % 2)];
    if (model === undefined) return habitat;
    const { background, temperature, nutrition } = model;
    return { ...habitat, background, temperature, nutrition };
  });
}
