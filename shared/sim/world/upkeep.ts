/**
 * What bodies cost their owners in every season, cards or none: food, climate, and young not borne. This is where an
 * adaptation that is no longer needed shows its price.
 */
import type { CardId } from '../cards.ts';
import { HAZARDS, MATE_CHOICE, type Place } from '../pressures.ts';
import type { Traits } from '../traits.ts';
import type { Habitat, Pressure } from './world.ts';

/** Food units that a habitat of nutrition 0 has for each creature, and what a unit of nutrition adds. */
const FOOD = 1300;
const FOOD_PER_NUTRITION = 6;
/** Chances to wear out in a season, in 1,000ths. */
const WEAR = { usual: 15, low: 5, high: 250 } as const;
/** Beyond these temperatures the climate itself kills. */
const BITTER = -45;
const SCORCHING = 45;

export const foodOf = (habitat: Habitat): number => FOOD + FOOD_PER_NUTRITION * habitat.nutrition;

/** The chance to die of wear in a season, in 1,000ths: one more for every 12 food units that the body asks too much. */
export function wearChance({ cost }: Traits, habitat: Habitat): number {
  return Math.max(WEAR.low, Math.min(WEAR.high, WEAR.usual + Math.trunc((cost - foodOf(habitat)) / 12)));
}

/** The chance to die of cold in a season, in 1,000ths: 0 where it is milder than BITTER. */
export function coldChance({ surface, fat }: Traits, { temperature }: Habitat): number {
  const bite = BITTER - temperature;
  return bite <= 0 ? 0 : Math.floor((4 * bite * surface) / (surface + 60 + fat));
}

/** The chance to die of heat in a season, in 1,000ths: 0 where it is cooler than SCORCHING. */
export function heatChance({ luminance, fat }: Traits, { temperature }: Habitat): number {
  const bite = temperature - SCORCHING;
  return bite <= 0 ? 0 : Math.floor((bite * (255 - luminance + fat)) / 255);
}

/** Bounds of fertility: the frailest survivor still has some chance to breed. */
const FERTILITY = { low: 100, high: 3000 } as const;
/** Cells beyond which a larger body has no more room for young. */
const MOST_ROOM = 400;

/**
 * Weight in the draw of parents; about 1,000 is usual. Room for young and food from light add to it; what the body itself
 * eats, stores, armour, extreme shapes, long limbs and hunger take away; the drab find fewer mates.
 */
export function fertility(traits: Traits, habitat: Habitat): number {
  const { red, green, blue } = traits;
  const vivid = Math.max(red, green, blue) - Math.min(red, green, blue);
  const hunger = Math.max(0, traits.cost - foodOf(habitat));
  const weight =
    800 +
    Math.min(traits.size, MOST_ROOM) +
    Math.floor(traits.leaf / 2) +
    vivid -
    Math.floor(traits.cost / 6) -
    Math.floor(traits.fat / 2) -
    Math.floor(traits.shell / 3) -
    Math.floor(Math.abs(traits.slenderness) / 8) -
    10 * traits.appendages -
    Math.floor(hunger / 4);
  return Math.max(FERTILITY.low, Math.min(FERTILITY.high, weight));
}

/**
 * By how much a card's suitability counts, for each of its levels: weight × (own ÷ the best)² a level. Twice, so that a card at
 * level 3 moves its trait by some three standard deviations in 20 generations (`npm run bench -- selection`).
 */
const SELECTION_POWER = 2;

/** How well a creature gets on under a card, 0 to 1,000: its appeal to mates, or what a hazard's exposure leaves of it. */
export function suitability(card: CardId, traits: Traits, place: Place): number {
  const choice = MATE_CHOICE[card];
  if (choice !== undefined) return choice.appeal(choice.of(traits, place));
  const hazard = HAZARDS[card];
  return hazard === undefined ? 1000 : 1000 - hazard.exposure(hazard.of(traits, place));
}

/**
 * Weights in the draw of parents under the cards in force, for creatures of one place: fertility; strong sun feeds leaf; and under
 * each card what suits it less than the best of the neighbours has the less strength, or the fewer suitors. At least 1. Set against the best,
 * so that weights stay whole numbers with a difference between them, however hard the times.
 */
export function parentWeigher(place: Place, pressures: readonly Pressure[]): (traits: Traits) => number {
  const trials = pressures.map(({ card, level }) => {
    const best = place.neighbours.reduce((most, each) => Math.max(most, suitability(card, each, place)), 1);
    return { card, level, best };
  });
  return (traits) => {
    let weight = fertility(traits, place.habitat);
    for (const { card, level, best } of trials) {
      if (card === 'strongSun') weight += Math.floor((traits.leaf * level) / 2);
      const own = Math.min(best, suitability(card, traits, place));
      for (let time = 0; time < SELECTION_POWER * level; time++) weight = Math.floor((weight * own) / best);
    }
    return Math.max(1, weight);
  };
}

/** Young for each survivor, at most, in tenths. */
const LITTER = 30;
const LITTER_LOST_TO_CHOICE = 3;

/** How many young so many survivors can raise under these cards. */
export function mostYoung(survivors: number, pressures: readonly Pressure[]): number {
  const choosy = pressures.reduce((sum, { card, level }) => sum + (MATE_CHOICE[card] === undefined ? 0 : level), 0);
  return Math.floor((survivors * (LITTER - LITTER_LOST_TO_CHOICE * choosy)) / 10);
}
