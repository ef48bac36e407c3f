/** Who descends from whom, from what the page remembers. Plain functions. */
import { FOUNDER_PARENT } from '../../shared/sim/world/world.ts';
import { countOf, type History } from './history.ts';

/** A creature in a family tree, with its parents above it. */
export interface Relative {
  readonly generation: number;
  readonly index: number;
  /** Mother first; one where mother and father are the same; none where they are unknown, or the founder. */
  readonly parents: readonly Relative[];
  /** Why nobody is above: it grew from the founder's genome, its parents lived before this page came, or the tree ends here. */
  readonly ends: '' | 'founder' | 'unknown' | 'depth';
}

/** A creature with its ancestors `depth` generations back. */
export function ancestorsOf(history: History, generation: number, index: number, depth: number): Relative {
  const leaf = (ends: Relative['ends']): Relative => ({ generation, index, parents: [], ends });
  const record = history.at(generation);
  const mother = record?.mothers[index];
  const father = record?.fathers[index];
  if (mother === undefined || father === undefined) return leaf('unknown');
  if (mother === FOUNDER_PARENT) return leaf('founder');
  if (!history.at(generation - 1)) return leaf('unknown');
  if (depth <= 0) return leaf('depth');
  const both = mother === father ? [mother] : [mother, father];
  const parents = both.map((parent) => ancestorsOf(history, generation - 1, parent, depth - 1));
  return { generation, index, parents, ends: '' };
}

/** The indices, in the next generation, of those whose mother or father it is. */
export function childrenOf(history: History, generation: number, index: number): number[] {
  return [...descend(history, generation + 1, new Set([index]))];
}

/** The indices, in generation `last`, of all who descend from it through mothers or fathers. */
export function descendantsOf(history: History, generation: number, index: number, last: number): number[] {
  let line = new Set([index]);
  for (let next = generation + 1; next <= last && line.size > 0; next++) line = descend(history, next, line);
  return [...line];
}

function descend(history: History, generation: number, parents: ReadonlySet<number>): Set<number> {
  const record = history.at(generation);
  const young = new Set<number>();
  if (!record) return young;
  for (let index = 0; index < countOf(record); index++) {
    if (parents.has(record.mothers[index] ?? -1) || parents.has(record.fathers[index] ?? -1)) young.add(index);
  }
  return young;
}
