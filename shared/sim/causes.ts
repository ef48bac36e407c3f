/** What creatures die of. A cause is one byte in a season's frame; 0 means that the creature lived. */
import { CARD_IDS, type CardId } from './cards.ts';

/** Causes that no card brings. Their numbers are part of every recording: never renumber, only add. */
export const NATURAL_CAUSES = { failedToDevelop: 1, wear: 2, cold: 3, heat: 4 } as const;
export type NaturalCause = keyof typeof NATURAL_CAUSES;

/** Card c's cause has the number CARD_CAUSES + its place in CARD_IDS. */
export const CARD_CAUSES = 16;

/** Cards that choose mates kill nobody. */
const DEATHLESS: readonly CardId[] = ['symmetricMates', 'brightMates'];

export interface Cause {
  readonly number: number;
  readonly key: NaturalCause | CardId;
  /** The card that brought it; null for natural causes. */
  readonly card: CardId | null;
  /** How a ticker puts it, after the creature's name: "… was spotted by hunters". */
  readonly words: string;
}

const WORDS: Record<NaturalCause | CardId, string> = {
  failedToDevelop: 'never became a whole body',
  wear: 'wore itself out',
  cold: 'died of cold',
  heat: 'died of heat',
  hunters: 'was spotted by hunters',
  frost: 'froze',
  drought: 'dried out',
  pursuers: 'was run down by pursuers',
  jaws: 'was cracked by jaws',
  canopy: 'could not reach the canopy',
  burrows: 'did not fit into a burrow',
  dimLight: 'lost its way in dim light',
  strongSun: 'was scorched by the sun',
  famine: 'starved',
  currents: 'was swept off by currents',
  symmetricMates: 'found no mate',
  brightMates: 'found no mate',
  parasites: 'fell to parasites of common looks',
};

const naturalKeys: readonly NaturalCause[] = ['failedToDevelop', 'wear', 'cold', 'heat'];
const ALL: readonly Cause[] = [
  ...naturalKeys.map((key): Cause => ({ number: NATURAL_CAUSES[key], key, card: null, words: WORDS[key] })),
  ...CARD_IDS.map(
    (card, place): Cause => ({ number: CARD_CAUSES + place, key: card, card, words: WORDS[card] }),
  ).filter((cause) => !DEATHLESS.includes(cause.key as CardId)),
];
const BY_NUMBER = new Map(ALL.map((cause) => [cause.number, cause]));

export const CAUSES: readonly Cause[] = ALL;

/** The cause with this number; null for 0 (it lived) and for numbers that mean nothing. */
export function causeOf(number: number): Cause | null {
  return BY_NUMBER.get(number) ?? null;
}

export function causeOfCard(card: CardId): number {
  return CARD_CAUSES + CARD_IDS.indexOf(card);
}
