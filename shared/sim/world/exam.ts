/** The exam's cards: a combination of known hazards that no habitat met in training. */
import { CARD_IDS, CARDS, type CardId } from '../cards.ts';
import { HAZARD_CARDS } from '../pressures.ts';
import { drawBelow, Stream } from '../rng.ts';
import { examSeed } from './seeds.ts';
import type { Pressure, World } from './world.ts';

/** Points that each of the exam's cards is worth: level 2, or level 1 of the fiercer cards. */
const POINTS_EACH = 2;

const bit = (card: CardId): number => 1 << CARD_IDS.indexOf(card);

/** A set of cards as the world keeps it: bit c stands for CARD_IDS[c]. */
export const maskOf = (cards: readonly CardId[]): number => cards.reduce((mask, card) => mask | bit(card), 0);

/**
 * Two hazards that were never in force together in this match, drawn by the secret. Only if every pair was: any two.
 */
export function drawExam(world: World, secret: Uint8Array): Pressure[] {
  const pairs = HAZARD_CARDS.flatMap((first, at) =>
    HAZARD_CARDS.slice(at + 1).map((second) => [first, second] as const),
  );
  const heldOut = pairs.filter((pair) => !world.played.some((mask) => (mask & maskOf(pair)) === maskOf(pair)));
  const from = heldOut.length > 0 ? heldOut : pairs;
  const pair = from[drawBelow(from.length, examSeed(secret), Stream.exam, 0)] ?? [];
  return pair.map((card) => ({ card, level: Math.max(1, Math.floor(POINTS_EACH / CARDS[card].cost)) }));
}
