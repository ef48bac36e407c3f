/** Deaths as the ticker tells them: those of one cause in one part of the season together, so that nobody drowns in them. */
import type { CreatureView } from './creature-view.ts';

/** Parts of a season that words distinguish: early, before the middle, after it, late. */
export const PARTS = 4;
const MOMENTS = 256;

export interface Toll {
  /** Stays the same while the group grows. */
  readonly id: string;
  readonly cause: number;
  /** 0 to PARTS - 1. */
  readonly part: number;
  /** The latest first; at least one. */
  readonly dead: readonly CreatureView[];
}

/** Groups deaths that come the latest first (census.ts, deathsSoFar); the group with the latest death comes first. */
export function tollsOf(dead: readonly CreatureView[]): Toll[] {
  const groups = new Map<string, CreatureView[]>();
  for (const creature of dead) {
    const id = `${partOf(creature.moment)}-${creature.cause}`;
    const group = groups.get(id);
    if (group) group.push(creature);
    else groups.set(id, [creature]);
  }
  return [...groups].map(([id, members]) => ({
    id,
    cause: members[0]?.cause ?? 0,
    part: partOf(members[0]?.moment ?? 0),
    dead: members,
  }));
}

export const partOf = (moment: number): number => Math.min(PARTS - 1, Math.floor((moment * PARTS) / MOMENTS));
