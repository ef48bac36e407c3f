/** Guess the sculptor: whose cards a page keeps to itself, and when. */
import type { Habitat } from '../../shared/sim/world/world.ts';
import type { TableView } from './world-source.ts';

/**
 * Whether the cards in force on a habitat, and what gives them away, are hidden from the steward of `seat` (-1: who watches,
 * such as the picture on the wall). Cards of the round before are open once the guess about them is over.
 */
export const hidesCards = (
  { game, mode, phase }: Pick<TableView, 'game' | 'mode' | 'phase'>,
  seat: number,
  habitat: number,
): boolean => game === 'sculptor' && mode !== 'replay' && habitat !== seat && phase !== 'choose' && phase !== 'over';

/** Per habitat of the world: whether its cards are hidden from the steward of `seat`. */
export const hiddenHabitats = (
  table: Pick<TableView, 'game' | 'mode' | 'phase'>,
  seat: number,
  habitats: readonly Habitat[],
): readonly boolean[] => habitats.map(({ id }) => hidesCards(table, seat, id));
