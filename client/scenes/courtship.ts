/** Who courts whom while a card of choosy mates is in force: shown, and decided by nobody (the world's births decide). */
import { CARD_IDS, type CardId } from '../../shared/sim/cards.ts';
import { type Place as Abode, MATE_CHOICE } from '../../shared/sim/pressures.ts';
import type { Traits } from '../../shared/sim/traits.ts';
import type { Pressure } from '../../shared/sim/world/world.ts';
import type { Dice } from './dice.ts';

/** The cards that choose mates. */
export const MATE_CARDS: readonly CardId[] = CARD_IDS.filter((card) => MATE_CHOICE[card] !== undefined);

/** Of so many the most appealing is courted, as the choosy would have it. */
const LOOKED_OVER = 5;

export interface Suitable {
  readonly traits: Traits | null;
}

/** The card of choosy mates among those in force on an island; null for none. */
export const matingCard = (pressures: readonly Pressure[]): CardId | null =>
  pressures.find(({ card }) => MATE_CHOICE[card] !== undefined)?.card ?? null;

/**
 * A suitor and the one it courts, of the living on an island: the courted is the most appealing of a few, by the very formula of the
 * card. Null when fewer than two have been measured.
 */
export function pickPair<Each extends Suitable>(
  living: readonly Each[],
  card: CardId,
  habitat: Abode['habitat'],
  luck: Dice,
): readonly [suitor: Each, courted: Each] | null {
  const known = living.filter(({ traits }) => traits !== null);
  const neighbours = known.flatMap(({ traits }) => (traits ? [traits] : []));
  const choice = MATE_CHOICE[card];
  if (!choice || known.length < 2) return null;
  let courted: Each | undefined;
  let best = -1;
  for (let at = 0; at < LOOKED_OVER; at++) {
    const each = luck.pick(known);
    const value = each?.traits ? choice.appeal(choice.of(each.traits, { habitat, neighbours })) : -1;
    if (!each || value <= best) continue;
    best = value;
    courted = each;
  }
  const suitor = luck.pick(known.filter((each) => each !== courted));
  return courted && suitor ? [suitor, courted] : null;
}
