/** Counts of a habitat at a moment, and its deaths in the order in which they came. Plain functions. */
import type { CreatureView } from './creature-view.ts';
import { livesAt } from './moment.ts';

export interface Census {
  readonly born: number;
  readonly alive: number;
}

/** How many of each habitat were born this generation, and how many are alive at a moment of its season (0 to 1). */
export function census(creatures: readonly CreatureView[], habitats: number, season: number): Census[] {
  const counts = Array.from({ length: habitats }, () => ({ born: 0, alive: 0 }));
  for (const { habitat, cause, moment } of creatures) {
    const count = counts[habitat];
    if (!count) continue;
    count.born++;
    if (livesAt(cause, moment, season)) count.alive++;
  }
  return counts;
}

/** The dead of a habitat so far, the latest first. */
export const deathsSoFar = (creatures: readonly CreatureView[], habitat: number, season: number): CreatureView[] =>
  creatures
    .filter((creature) => creature.habitat === habitat && !livesAt(creature.cause, creature.moment, season))
    .sort((a, b) => b.moment - a.moment || b.index - a.index);

export interface CauseCount {
  readonly cause: number;
  readonly dead: number;
}

/** How many died of what, the deadliest first. */
export function deathsByCause(dead: readonly CreatureView[]): CauseCount[] {
  const counts = new Map<number, number>();
  for (const { cause } of dead) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts]
    .map(([cause, count]) => ({ cause, dead: count }))
    .sort((a, b) => b.dead - a.dead || a.cause - b.cause);
}
