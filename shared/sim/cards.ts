/**
 * The deck's names. A card is a pressure that a steward can lay on a habitat; its formula is in pressures.ts, and every
 * number a player reads about it comes from there.
 */

/** A card's number in frames is its place in this list: never reorder, only add. */
export const CARD_IDS = [
  'hunters',
  'frost',
  'drought',
  'pursuers',
  'jaws',
  'canopy',
  'burrows',
  'dimLight',
  'strongSun',
  'famine',
  'currents',
  'symmetricMates',
  'brightMates',
  'parasites',
] as const;
export type CardId = (typeof CARD_IDS)[number];
