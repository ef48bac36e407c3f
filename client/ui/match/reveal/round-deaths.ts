/** What a round cost a habitat, from what this page has seen. Plain functions. */
import type { World } from '../../../../shared/sim/world/world.ts';
import type { CauseCount } from '../../../session/census.ts';
import { type History, rangeOf } from '../../../session/history.ts';

export interface RoundToll {
  readonly born: number;
  readonly survived: number;
  /** The deadliest first; of the generations that this page has seen. */
  readonly causes: readonly CauseCount[];
}

/** Generations of a round that have been played, from the first to the last. */
export function generationsOf({ settings, history }: World, round: number): readonly number[] {
  const first = round * settings.generationsPerRound;
  const played = history[0]?.length ?? 0;
  return Array.from({ length: settings.generationsPerRound }, (_, at) => first + at).filter((each) => each < played);
}

/** Counts of the whole round in one habitat. */
export function tollOf(world: World, history: History, habitat: number, round: number): RoundToll {
  const generations = generationsOf(world, round);
  const seasons = generations.flatMap((generation) => world.history[habitat]?.[generation] ?? []);
  const counts = new Map<number, number>();
  for (const generation of generations) {
    const record = history.at(generation);
    if (!record?.decided) continue;
    const [start, end] = rangeOf(record, habitat);
    for (const cause of record.causes.subarray(start, end)) {
      if (cause > 0) counts.set(cause, (counts.get(cause) ?? 0) + 1);
    }
  }
  return {
    born: seasons.reduce((sum, { born }) => sum + born, 0),
    survived: seasons.reduce((sum, { survived }) => sum + survived, 0),
    causes: [...counts].map(([cause, dead]) => ({ cause, dead })).sort((a, b) => b.dead - a.dead || a.cause - b.cause),
  };
}
