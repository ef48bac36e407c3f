/** The twins of a habitat that a page saw last. Plain functions. */
import { NO_TWIN } from '../../shared/sim/world/world.ts';
import type { Seedling } from '../worker/jobs.ts';
import { creatureKey } from './creature-view.ts';
import { type History, rangeOf, seedlingOf } from './history.ts';

/** As much of a creature as a comparison of twins needs. */
export interface Twin {
  readonly key: number;
  readonly of: Seedling;
  readonly cause: number;
  readonly moment: number;
}

/** The latest pair of a habitat in a generation up to `last`; null where none is remembered. */
export function lastTwins(
  history: History,
  habitat: number,
  last: number,
): { readonly generation: number; readonly pair: readonly [Twin, Twin] } | null {
  for (let generation = last; generation >= 0; generation--) {
    const record = history.at(generation);
    if (!record) continue;
    const twinAt = (index: number): Twin | null => {
      const of = seedlingOf(record, index);
      const [cause = 0, moment = 0] = [record.causes[index], record.moments[index]];
      return of ? { key: creatureKey(generation, index), of, cause, moment } : null;
    };
    const [first, end] = rangeOf(record, habitat);
    for (let index = first; index < end; index++) {
      const other = record.twins[index] ?? NO_TWIN;
      const [one, two] = [twinAt(index), other === NO_TWIN ? null : twinAt(other)];
      if (one && two) return { generation, pair: [one, two] };
    }
  }
  return null;
}
