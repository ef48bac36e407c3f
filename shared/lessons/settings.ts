/** From a lesson and the size of a class to a match's settings. */
import { CARD_IDS } from '../sim/cards.ts';
import { RULES_VERSION } from '../sim/world/rules.ts';
import type { Settings } from '../sim/world/world.ts';
import type { Lesson } from './lesson.ts';

/** The largest class that a lesson is made for. */
export const MOST_PUPILS = 40;

/** So many habitats for so many pupils or groups: one for each, between the lesson's least and most. */
export function habitatsFor({ match }: Lesson, seats: number): number {
  const [least, most] = match.habitats;
  const wanted = Math.min(most, Math.max(least, seats));
  return match.game === 'drift' ? wanted + (wanted % 2) : wanted;
}

/** `seats`: pupils, or groups that share a device, 1 to MOST_PUPILS; mapSeed: 0 to 2^32 - 1. */
export function settingsFor(lesson: Lesson, seats: number, mapSeed: number): Settings {
  const { founder, rounds, generationsPerRound, population, migration, noise, game, shock, briefs } = lesson.match;
  const habitats = habitatsFor(lesson, seats);
  return {
    rules: RULES_VERSION,
    ...{ founder, habitats, rounds, generationsPerRound, population, migration, noise },
    ...{ mapSeed, shock, game, briefs },
    deck: CARD_IDS,
  };
}
