/** Births and deaths of a habitat over the generations. Plain functions. */
import type { World } from '../../shared/sim/world/world.ts';
import { type GenerationRecord, rangeOf } from './history.ts';

export interface Toll {
  readonly generation: number;
  /** Null where it is not known. */
  readonly born: number | null;
  readonly survived: number | null;
  /** Deaths by cause; empty where this page did not see them. */
  readonly deaths: ReadonlyMap<number, number>;
  readonly seen: boolean;
}

/**
 * One row for each generation from 0 to `last`. Who was born and who lived stands in the world from its beginning; what the
 * others died of is known of generations that the page has seen.
 */
export function tollsOf(world: World, records: readonly GenerationRecord[], habitat: number, last: number): Toll[] {
  const seasons = world.history[habitat] ?? [];
  return Array.from({ length: last + 1 }, (_, generation) => {
    const season = seasons[generation];
    const record = records.find((each) => each.generation === generation);
    const [start, end] = record ? rangeOf(record, habitat) : [0, 0];
    const causes = record?.causes.subarray(start, end) ?? new Uint8Array();
    return {
      generation,
      born: season?.born ?? (record ? end - start : null),
      survived: season?.survived ?? (record?.decided ? causes.filter((cause) => cause === 0).length : null),
      deaths: deathsOf(causes),
      seen: record?.decided ?? false,
    };
  });
}

function deathsOf(causes: Uint8Array): Map<number, number> {
  const deaths = new Map<number, number>();
  for (const cause of causes) if (cause > 0) deaths.set(cause, (deaths.get(cause) ?? 0) + 1);
  return deaths;
}
