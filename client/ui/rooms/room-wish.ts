/** What a room of one's own is to be like: what is usual, what this browser remembers, and what cannot be. Plain, to be tested. */
import { CARD_IDS, type CardId, MIN_DECK } from '../../../shared/sim/cards.ts';
import { founderByKey } from '../../../shared/sim/founders.ts';
import { BRIEFS, DEFAULT_SETTINGS, GAMES, MOST_DUELLING, SETTING_LIMITS } from '../../../shared/sim/settings.ts';
import type { Briefs, Game } from '../../../shared/sim/world/world.ts';
import { languageOf } from '../../i18n/languages.ts';

export interface RoomWish {
  readonly founder: string;
  readonly habitats: number;
  readonly rounds: number;
  readonly game: Game;
  readonly briefs: Briefs;
  readonly shock: boolean;
  readonly deck: readonly CardId[];
  /** In the list for everybody; else only by its link and code. */
  readonly listed: boolean;
  readonly language: string;
}

export const usualWish = (founder: string, language: string): RoomWish => {
  const { habitats, rounds, game, briefs, shock } = DEFAULT_SETTINGS;
  return { founder, habitats, rounds, game, briefs, shock, deck: CARD_IDS, listed: true, language };
};

/** What was remembered, as far as it makes sense; the rest as `usual`. */
export function readWish(stored: unknown, usual: RoomWish): RoomWish {
  if (typeof stored !== 'object' || stored === null) return usual;
  const of = new Map(Object.entries(stored));
  const said = (name: string): string => {
    const value: unknown = of.get(name);
    return typeof value === 'string' ? value : '';
  };
  const truth = (name: 'shock' | 'listed'): boolean => {
    const value: unknown = of.get(name);
    return typeof value === 'boolean' ? value : usual[name];
  };
  const whole = (name: 'habitats' | 'rounds'): number => {
    const value: unknown = of.get(name);
    const [low, high] = SETTING_LIMITS[name];
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
    return fits ? value : usual[name];
  };
  const cards: unknown = of.get('deck');
  const deck = Array.isArray(cards) ? CARD_IDS.filter((id) => cards.includes(id)) : [];
  return {
    founder: founderByKey(said('founder')) ? said('founder') : usual.founder,
    habitats: whole('habitats'),
    rounds: whole('rounds'),
    game: GAMES.find((game) => game === said('game')) ?? usual.game,
    briefs: BRIEFS.find((briefs) => briefs === said('briefs')) ?? usual.briefs,
    shock: truth('shock'),
    deck: deck.length >= MIN_DECK ? deck : usual.deck,
    listed: truth('listed'),
    language: languageOf(said('language')) ?? usual.language,
  };
}

/** What keeps such a room from being made: a key of the catalogue under `making.wrong` with its values; null if nothing does. */
export function troubleOf(wish: RoomWish): { readonly key: string; readonly values: Record<string, number> } | null {
  const { habitats, rounds, game, deck } = wish;
  for (const name of ['habitats', 'rounds'] as const) {
    const [low, high] = SETTING_LIMITS[name];
    const value = name === 'habitats' ? habitats : rounds;
    if (!Number.isInteger(value) || value < low || value > high) return { key: name, values: { low, high } };
  }
  if (game === 'drift' && (habitats % 2 !== 0 || habitats > MOST_DUELLING))
    return { key: 'pairs', values: { low: 2, high: MOST_DUELLING } };
  if (game === 'sculptor' && habitats < 2) return { key: 'alone', values: {} };
  if (deck.length < MIN_DECK) return { key: 'deck', values: { count: MIN_DECK - deck.length } };
  return null;
}

const KEY = 'twinfold.room';

/** What this browser remembers of the last room that was made here. */
export function rememberedWish(usual: RoomWish): RoomWish {
  try {
    return readWish(JSON.parse(localStorage.getItem(KEY) ?? 'null'), usual);
  } catch {
    // A browser that keeps nothing, or what is kept was not written by this page.
    return usual;
  }
}

export function rememberWish(wish: RoomWish): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(wish));
  } catch {
    // The choices hold for this room; the next begins as usual.
  }
}
