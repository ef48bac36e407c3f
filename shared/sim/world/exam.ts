/** The exam's cards: a combination of known hazards that no habitat met in training. */
import { CARD_IDS, CARDS, type CardId, MAX_LEVEL } from '../cards.ts';
import { HAZARD_CARDS } from '../pressures.ts';
import { drawBelow, Stream } from '../rng.ts';
import { type Chances, examSeed } from './seeds.ts';
import type { Pressure, World } from './world.ts';

/** Points that each of the exam's cards may come to: level 3, or level 2 of the fiercer cards, as hard as a steward could lay one. */
const POINTS_EACH = 4;

const bit = (card: CardId): number => 1 << CARD_IDS.indexOf(card);

/** A set of cards as the world keeps it: bit c stands for CARD_IDS[c]. */
export const maskOf = (cards: readonly CardId[]): number => cards.reduce((mask, card) => mask | bit(card), 0);

/** The cards of a set, in their order. */
export const cardsOf = (mask: number): readonly CardId[] => CARD_IDS.filter((card) => (mask & bit(card)) !== 0);

/**
 * Two hazards that were never in force together in this match, of those pairs the ones most widely taught singly (by the number of
 * different tables on which the rarer of the two lay); which of them, the secret decides. So the exam asks for what was in the lessons, in a
 * way in which it was never asked: it measures generalising, not luck. Only if every pair was together: any two.
 */
export function drawExam(world: World, chances: Chances): Pressure[] {
  const pairs = HAZARD_CARDS.flatMap((first, at) =>
    HAZARD_CARDS.slice(at + 1).map((second) => [first, second] as const),
  );
  const heldOut = pairs.filter((pair) => !world.played.some((mask) => (mask & maskOf(pair)) === maskOf(pair)));
  const lessons = (card: CardId): number => world.played.filter((mask) => (mask & bit(card)) !== 0).length;
  const taught = ([first, second]: readonly [CardId, CardId]): number => Math.min(lessons(first), lessons(second));
  const most = Math.max(0, ...heldOut.map(taught));
  const from = heldOut.length > 0 ? heldOut.filter((pair) => taught(pair) === most) : pairs;
  const pair = from[drawBelow(from.length, examSeed(chances), Stream.exam, 0)] ?? [];
  return pair.map((card) => ({ card, level: Math.min(MAX_LEVEL, Math.floor(POINTS_EACH / CARDS[card].cost)) }));
}
