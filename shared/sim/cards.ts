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

/** Points that a steward may lay out for one round. */
export const BUDGET = 5;
/** Different cards in one habitat. */
export const MAX_CARDS = 3;
export const MAX_LEVEL = 3;
/** Cards of the smallest deck: with the two that choose mates, four hazards remain for bots and for the exam. */
export const MIN_DECK = 6;

export interface CardInfo {
  readonly id: CardId;
  /** In English; the interface translates by `id`. */
  readonly name: string;
  /** Points a level: 1, or 2 for the fiercer ones. */
  readonly cost: 1 | 2;
  /** What it does, in one sentence. */
  readonly sentence: string;
  /** The formula that pressures.ts computes, as a reader writes it. */
  readonly formula: string;
  /** What adapting to it costs: nothing is free. */
  readonly price: string;
}

export const CARDS: Readonly<Record<CardId, CardInfo>> = {
  hunters: {
    id: 'hunters',
    name: 'Keen-eyed hunters',
    cost: 1,
    sentence: 'Hunters take what stands out against the ground.',
    formula:
      'seen = mean difference of red, green and blue from the ground + |2 × coat contrast − the ground’s contrast| ÷ 4; exposure = seen ÷ (seen + 60)',
    price: 'Drab creatures find fewer mates, and what hides here shows next door.',
  },
  frost: {
    id: 'frost',
    name: 'Frost',
    cost: 1,
    sentence: 'Cold creeps in through the surface; fat keeps it out.',
    formula: 'loss = surface × (300 − temperature) ÷ 300; exposure = loss ÷ (loss + 40 + fat)',
    price: 'Fat is stored, not spent on young, and slows a runner.',
  },
  drought: {
    id: 'drought',
    name: 'Drought',
    cost: 1,
    sentence: 'Water is lost through the surface; shell seals it in.',
    formula: 'loss = surface × (300 + temperature) ÷ 300; exposure = loss ÷ (loss + 40 + shell)',
    price: 'Shell is dear to keep and slows a runner.',
  },
  pursuers: {
    id: 'pursuers',
    name: 'Pursuers',
    cost: 2,
    sentence: 'The slowest are run down: muscle and a slender build get away.',
    formula: 'speed = muscle + (slenderness + 2,000) ÷ 8 − (shell + fat) ÷ 4; exposure = 250 ÷ (250 + speed)',
    price: 'Muscle is hungry all year, and the slender carry fewer young.',
  },
  jaws: {
    id: 'jaws',
    name: 'Crushing jaws',
    cost: 2,
    sentence: 'Jaws crack what is soft and small; armour holds.',
    formula: 'armour = shell + size ÷ 8; exposure = 150 ÷ (150 + armour)',
    price: 'Shell is dear to keep and slows a runner.',
  },
  canopy: {
    id: 'canopy',
    name: 'High canopy',
    cost: 1,
    sentence: 'Food hangs high: only the tall and long-limbed reach it.',
    formula: 'reach = height + appendages; exposure = 20 ÷ (20 + reach − 8)',
    price: 'Long limbs and tall bodies lose heat and water, and carry fewer young.',
  },
  burrows: {
    id: 'burrows',
    name: 'Narrow burrows',
    cost: 1,
    sentence: 'Shelter is narrow: the stout stay outside.',
    formula: 'girth = 10 × width + 10 × size ÷ height; exposure = (girth − 100) ÷ (girth + 50)',
    price: 'Narrow bodies have less room for young.',
  },
  dimLight: {
    id: 'dimLight',
    name: 'Dim light',
    cost: 1,
    sentence: 'In the gloom, eyes find the way.',
    formula: 'exposure = 2 ÷ (2 + eyes)',
    price: 'An eye’s cells are the dearest of all to feed.',
  },
  strongSun: {
    id: 'strongSun',
    name: 'Strong sun',
    cost: 1,
    sentence: 'Leaf feeds richly in this light, but leaf and dark bodies scorch.',
    formula:
      'burn = leaf + 2 × (255 − luminance); exposure = burn ÷ (burn + 400); leaf ÷ 2 × level is added to fertility',
    price: 'Pale bodies show on dark ground, and without leaf no food comes from light.',
  },
  famine: {
    id: 'famine',
    name: 'Famine',
    cost: 2,
    sentence: 'Every cell must be fed: who needs little, or has stores, holds out.',
    formula:
      'endurance = 300 × (400 + fat + leaf) ÷ need; need = cost × (200 − nutrition) ÷ 200; exposure = 200 ÷ (200 + endurance)',
    price: 'A cheap body has few muscles, few eyes and little room for young; fat is not spent on them.',
  },
  currents: {
    id: 'currents',
    name: 'Currents',
    cost: 1,
    sentence: 'Water drags at everything; fins hold course.',
    formula: 'exposure = 100 ÷ (100 + fin)',
    price: 'Fins take food and the place of other tissue.',
  },
  symmetricMates: {
    id: 'symmetricMates',
    name: 'Choosy mates: symmetry',
    cost: 1,
    sentence: 'Mates choose whose left matches the right, the more cells the better; nobody dies of it.',
    formula: 'matching cells = size × (2 × symmetry − 1,000) ÷ 1,000; appeal = matching ÷ (matching + 600)',
    price: 'Large bodies are dear to feed; choosy pairs raise 0.3 fewer young a survivor and level.',
  },
  brightMates: {
    id: 'brightMates',
    name: 'Choosy mates: bright and rare',
    cost: 1,
    sentence: 'Mates choose the bright and the unusual; nobody dies of it.',
    formula: 'appeal = luminance ÷ 255 × (1 − likeness ÷ 2), likeness as parasites see it',
    price: 'The bright are seen on dark ground; choosy pairs raise 0.3 fewer young a survivor and level.',
  },
  parasites: {
    id: 'parasites',
    name: 'Parasites',
    cost: 1,
    sentence: 'Parasites learn the commonest look: to be different is to be safe.',
    formula:
      'likeness = mean over the neighbours of 200² ÷ (200² + difference²), of red, green and blue together; exposure = likeness',
    price: 'What is rare now is common tomorrow: no look stays safe.',
  },
};
