/**
 * Versions of the rules. A recording names the rules it was played by. One of older rules still plays, since its frames say
 * what happened; only what a table cost then must be known, for its commands to be judged and its history to be counted.
 */
import { BUDGET, CARD_IDS, CARDS, type CardId, MAX_CARDS } from '../cards.ts';
import { HAZARDS } from '../pressures.ts';
import type { Pressure } from './world.ts';

/** Raised with every change of what the world's inputs lead to: a formula, a price, the order of draws. */
export const RULES_VERSION = 3;

/** From these rules on a match has a deck of its own. */
export const DECK_RULES = 3;

/** Since these rules the same inputs lead to the same outcomes as today: what was played by them can be played again. */
const SAME_OUTCOMES_SINCE = 2;
export const playsAsToday = (rules: number): boolean => rules >= SAME_OUTCOMES_SINCE;

export interface TableRules {
  readonly budget: number;
  readonly maxCards: number;
  /** Points a level; a card that is not named here did not exist. */
  readonly costs: Readonly<Partial<Record<CardId, number>>>;
  /** Cards that choose mates, and kill nobody. */
  readonly deathless: readonly CardId[];
}

/** By rules 1, and by rules 2. */
const FIRST: TableRules = {
  budget: 5,
  maxCards: 3,
  costs: {
    hunters: 1,
    frost: 1,
    drought: 1,
    pursuers: 2,
    jaws: 2,
    canopy: 1,
    burrows: 1,
    dimLight: 1,
    strongSun: 1,
    famine: 2,
    currents: 1,
    symmetricMates: 1,
    brightMates: 1,
    parasites: 1,
  },
  deathless: ['symmetricMates', 'brightMates'],
};

const CURRENT: TableRules = {
  budget: BUDGET,
  maxCards: MAX_CARDS,
  costs: Object.fromEntries(CARD_IDS.map((card) => [card, CARDS[card].cost])),
  deathless: CARD_IDS.filter((card) => HAZARDS[card] === undefined),
};

/** How tables were laid under this version of the rules, 1 to RULES_VERSION. */
export const tableRules = (version: number): TableRules => (version < DECK_RULES ? FIRST : CURRENT);

/** All cards that there were under this version of the rules, in their order. */
export const fullDeck = (version: number): readonly CardId[] =>
  CARD_IDS.filter((card) => tableRules(version).costs[card] !== undefined);

/** What these cards took from the budget. */
export const tablePoints = ({ costs }: TableRules, pressures: readonly Pressure[]): number =>
  pressures.reduce((sum, { card, level }) => sum + (costs[card] ?? 0) * level, 0);

/** Points of those among them that kill: what a season's dangers were worth. */
export const lessonPoints = (rules: TableRules, pressures: readonly Pressure[]): number =>
  tablePoints(
    rules,
    pressures.filter(({ card }) => !rules.deathless.includes(card)),
  );
