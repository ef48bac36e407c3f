/**
 * Lines of mothers: whoever is followed through mothers only has one ancestor in each generation, as with the DNA that only
 * mothers hand on. So a habitat's newborn fall into lines, each from one first mother. Plain functions.
 */
import { FOUNDER_PARENT } from '../../shared/sim/world/world.ts';
import { creatureKey } from './creature-view.ts';
import { countOf, type GenerationRecord, rangeOf } from './history.ts';

export interface Line {
  /** Where it began: a child of the founder's genome, or the first whom this page saw. */
  readonly generation: number;
  readonly index: number;
  /** How many of the habitat's newborn belong to it, for each generation of the survey. */
  readonly counts: readonly number[];
  /** One of them in the last generation, a survivor if there is one. */
  readonly heir: number;
}

export interface Survey {
  /** Without a gap, up to the last. */
  readonly generations: readonly number[];
  /** Lines with newborn in the last generation, the largest first. */
  readonly living: readonly Line[];
  /** How many lines there ever were in the habitat, and in each generation. */
  readonly ever: number;
  readonly alive: readonly number[];
}

/** The lines of a habitat up to generation `last`, as far back as the records go without a gap. */
export function surveyLines(records: readonly GenerationRecord[], habitat: number, last: number): Survey {
  const known = unbroken(records, last);
  const latest = known.at(-1);
  const counts = new Map<number, number[]>();
  const alive: number[] = [];
  let lines: Int32Array = new Int32Array();
  for (const [at, record] of known.entries()) {
    lines = linesOf(record, at === 0 ? null : lines);
    const [start, end] = rangeOf(record, habitat);
    for (const line of lines.subarray(start, end)) {
      const row = counts.get(line) ?? new Array<number>(known.length).fill(0);
      row[at] = (row[at] ?? 0) + 1;
      counts.set(line, row);
    }
    alive.push([...counts.values()].filter((row) => (row[at] ?? 0) > 0).length);
  }
  const living = [...counts]
    .filter(([, row]) => (row.at(-1) ?? 0) > 0)
    .sort(([a, rowA], [b, rowB]) => (rowB.at(-1) ?? 0) - (rowA.at(-1) ?? 0) || a - b)
    .map(([line, row]) => ({
      ...placeOf(line),
      counts: row,
      heir: latest ? heirOf(latest, habitat, lines, line) : -1,
    }));
  return { generations: known.map(({ generation }) => generation), living, ever: counts.size, alive };
}

function unbroken(records: readonly GenerationRecord[], last: number): readonly GenerationRecord[] {
  const until = records.filter(({ generation }) => generation <= last);
  const gap = until.findLastIndex((record, at) => record.generation !== (until[at - 1]?.generation ?? Number.NaN) + 1);
  return until.slice(Math.max(0, gap));
}

/** The line of each creature, named by the key of its first mother. `before`: those of the generation before. */
function linesOf(record: GenerationRecord, before: Int32Array | null): Int32Array {
  return Int32Array.from({ length: countOf(record) }, (_, index) => {
    const mother = record.mothers[index] ?? FOUNDER_PARENT;
    const own = creatureKey(record.generation, index);
    return mother === FOUNDER_PARENT || !before ? own : (before[mother] ?? own);
  });
}

const KEY = creatureKey(1, 0);
const placeOf = (key: number): { generation: number; index: number } => ({
  generation: Math.floor(key / KEY),
  index: key % KEY,
});

function heirOf(record: GenerationRecord, habitat: number, lines: Int32Array, line: number): number {
  const [start, end] = rangeOf(record, habitat);
  let heir = -1;
  for (let index = start; index < end; index++) {
    if (lines[index] !== line) continue;
    if (record.causes[index] === 0) return index;
    if (heir < 0) heir = index;
  }
  return heir;
}
