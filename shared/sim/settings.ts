/** A match's settings: what is usual, and what is possible. */
import { CARD_IDS, CARDS, type CardId, MIN_DECK } from './cards.ts';
import { carryingCapacity, DUEL_CAPACITY } from './world/duel.ts';
import { DECK_RULES, fullDeck, RULES_VERSION } from './world/rules.ts';
import { type Briefs, type Game, MAX_CREATURES, MAX_HABITATS, type Settings } from './world/world.ts';

export const DEFAULT_SETTINGS: Omit<Settings, 'founder' | 'mapSeed'> = {
  rules: RULES_VERSION,
  habitats: 6,
  rounds: 8,
  generationsPerRound: 3,
  population: 30,
  /** One newborn in twenty-five: habitats stay different, yet what one finds spreads within a match. */
  migration: 40,
  noise: 100,
  shock: false,
  game: 'open',
  briefs: 'none',
  deck: CARD_IDS,
};

/** Their numbers in recordings are their places: never reorder, only add. */
export const GAMES: readonly Game[] = ['open', 'drift', 'sculptor'];
export const BRIEFS: readonly Briefs[] = ['none', 'own', 'same'];

type NumberSetting = 'habitats' | 'rounds' | 'generationsPerRound' | 'population' | 'migration' | 'noise' | 'mapSeed';

/** Lowest and highest value of each number. */
export const SETTING_LIMITS = {
  habitats: [1, MAX_HABITATS],
  rounds: [1, 20],
  generationsPerRound: [1, 10],
  population: [4, 200],
  migration: [0, 500],
  noise: [0, 400],
  mapSeed: [0, 0xffffffff],
} as const satisfies Record<NumberSetting, readonly [number, number]>;

/** Habitats of the largest drift duel: more pairs than these hold more creatures than a world does. */
export const MOST_DUELLING = 2 * Math.floor(MAX_CREATURES / (DUEL_CAPACITY.small + DUEL_CAPACITY.large));

/** Longest key of a founder species. */
export const MAX_FOUNDER_KEY = 40;

const WORDS: Record<NumberSetting, string> = {
  habitats: 'The number of habitats',
  rounds: 'The number of rounds',
  generationsPerRound: 'The number of generations a round',
  population: 'The population of a habitat',
  migration: 'Migration (in 1,000ths)',
  noise: 'Developmental noise (in per cent)',
  mapSeed: 'The seed of the map',
};

const NUMBERS: readonly NumberSetting[] = [
  'habitats',
  'rounds',
  'generationsPerRound',
  'population',
  'migration',
  'noise',
  'mapSeed',
];

/** What is wrong with these settings, as a sentence for a person; null if nothing is. */
export function checkSettings(settings: Settings): string | null {
  for (const name of NUMBERS) {
    const [low, high] = SETTING_LIMITS[name];
    const value = settings[name];
    if (!Number.isInteger(value) || value < low || value > high) {
      return `${WORDS[name]} must be a whole number from ${low} to ${high}, not ${value}.`;
    }
  }
  const wrong = checkGame(settings) ?? checkCrowd(settings) ?? checkRules(settings) ?? checkDeck(settings);
  if (wrong !== null) return wrong;
  if (!/^[a-z0-9-]{1,40}$/.test(settings.founder))
    return 'The founder’s key must be 1 to 40 small letters, digits or hyphens.';
  return null;
}

function checkGame({ game, briefs, habitats }: Settings): string | null {
  if (!GAMES.includes(game)) return `There is no game "${game}". There are: ${GAMES.join(', ')}.`;
  if (!BRIEFS.includes(briefs)) return `Briefs are ${BRIEFS.join(', ')}; not "${briefs}".`;
  if (game === 'drift' && (habitats % 2 !== 0 || habitats > MOST_DUELLING)) {
    return `A drift duel is fought in pairs of habitats: 2 to ${MOST_DUELLING}, an even number, not ${habitats}.`;
  }
  if (game === 'sculptor' && habitats < 2) {
    return 'To guess the sculptor there must be somebody else: at least 2 habitats.';
  }
  return null;
}

function checkCrowd(settings: Settings): string | null {
  const { habitats, game } = settings;
  const all = Array.from({ length: habitats }, (_, habitat) => carryingCapacity(settings, habitat));
  const total = all.reduce((sum, each) => sum + each, 0);
  if (total <= MAX_CREATURES || game === 'drift') return null;
  const most = Math.floor(MAX_CREATURES / habitats);
  return `A world holds at most ${MAX_CREATURES} creatures: with ${habitats} habitats the population can be ${most} at most.`;
}

function checkRules({ rules, shock, game, briefs }: Settings): string | null {
  if (!Number.isInteger(rules) || rules < 1 || rules > RULES_VERSION) {
    return `This Twinfold knows rules 1 to ${RULES_VERSION}, not ${rules}.`;
  }
  const later = shock || game !== 'open' || briefs !== 'none';
  return rules === 1 && later ? 'By rules 1 there were no disasters, no other games and no briefs.' : null;
}

/** These cards in the one order that a deck has. */
export const inDeckOrder = (cards: readonly CardId[]): readonly CardId[] =>
  CARD_IDS.filter((card) => cards.includes(card));

function checkDeck({ rules, deck }: Settings): string | null {
  const strange = deck.find((card) => CARDS[card] === undefined);
  if (strange !== undefined) return `There is no card "${strange}". There are: ${CARD_IDS.join(', ')}.`;
  if (deck.length < MIN_DECK) return `A deck has at least ${MIN_DECK} cards, not ${deck.length}.`;
  const ordered = inDeckOrder(deck);
  if (ordered.length !== deck.length || ordered.some((card, at) => card !== deck[at])) {
    return 'A deck names each of its cards once, in the order of all cards.';
  }
  const whole = fullDeck(rules);
  const same = whole.length === deck.length && whole.every((card, at) => card === deck[at]);
  return rules < DECK_RULES && !same ? `By rules ${rules} every match had the whole deck.` : null;
}
