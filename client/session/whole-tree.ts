/**
 * The lines of mothers of a whole match as columns of creatures, one column a generation, in such an order that no tie crosses
 * another: sisters stand together, in the order of their mothers. Plain functions over the frames of a recording.
 */
import type { Frame } from '../../shared/sim/world/world.ts';
import { mothersIn } from './following.ts';
import { rangesOf } from './happenings.ts';

export interface TreeNode {
  readonly generation: number;
  readonly index: number;
  /** Place in its column, from 0. */
  readonly row: number;
  /** Its mother's number among the nodes; -1: the founder, or one who lived elsewhere. */
  readonly mother: number;
}

export interface WholeTree {
  readonly nodes: readonly TreeNode[];
  readonly columns: number;
  /** Of the longest column. */
  readonly rows: number;
}

/** Indices [start, end) of a habitat's newborn in a generation. */
function rangeIn(frames: readonly Frame[], generation: number, habitat: number): readonly [number, number] {
  const births = frames[2 * generation];
  return (births?.kind === 'births' ? rangesOf(births.counts)[habitat] : undefined) ?? [0, 0];
}

/** All who were born in a habitat. */
export function treeOfHabitat(frames: readonly Frame[], habitat: number, generations: number): WholeTree {
  const members = Array.from({ length: generations }, (_, generation) => {
    const [start, end] = rangeIn(frames, generation, habitat);
    return Array.from({ length: end - start }, (_, place) => start + place);
  });
  return layOut(frames, members);
}

/** Of the whole world: one heir of each habitat in its last generation, and the mothers of those, back to the beginning. */
export function treeOfWorld(frames: readonly Frame[], habitats: number, generations: number): WholeTree {
  const members: number[][] = Array.from({ length: generations }, () => []);
  const last = generations - 1;
  members[last] = Array.from({ length: habitats }, (_, habitat) => heirIn(frames, last, habitat)).filter(
    (index) => index >= 0,
  );
  for (let generation = last; generation > 0; generation--) {
    const mothers = mothersIn(frames, generation);
    const count = mothersIn(frames, generation - 1).length;
    const found = (members[generation] ?? []).map((index) => mothers[index] ?? count);
    members[generation - 1] = [...new Set(found)].filter((mother) => mother < count).sort((a, b) => a - b);
  }
  return layOut(frames, members);
}

/** The first who lived through the season, else the first; -1 where nobody was born. */
function heirIn(frames: readonly Frame[], generation: number, habitat: number): number {
  const [start, end] = rangeIn(frames, generation, habitat);
  if (end <= start) return -1;
  const season = frames[2 * generation + 1];
  const survivor = season?.kind === 'season' ? season.causes.subarray(start, end).indexOf(0) : -1;
  return start + Math.max(0, survivor);
}

function layOut(frames: readonly Frame[], members: readonly (readonly number[])[]): WholeTree {
  const nodes: TreeNode[] = [];
  let before = new Map<number, number>();
  members.forEach((column, generation) => {
    const mothers = mothersIn(frames, generation);
    const motherOf = (index: number): number => before.get(mothers[index] ?? -1) ?? -1;
    const rowOf = (index: number): number => nodes[motherOf(index)]?.row ?? Number.MAX_SAFE_INTEGER;
    const ordered = [...column].sort((a, b) => rowOf(a) - rowOf(b) || a - b);
    const here = new Map<number, number>();
    for (const [row, index] of ordered.entries()) {
      here.set(index, nodes.length);
      nodes.push({ generation, index, row, mother: motherOf(index) });
    }
    before = here;
  });
  return { nodes, columns: members.length, rows: Math.max(0, ...members.map(({ length }) => length)) };
}

/** The numbers of all nodes of one's line: mothers before, daughters after. */
export function lineOf({ nodes }: WholeTree, from: number): ReadonlySet<number> {
  const line = new Set<number>([from]);
  for (let at = nodes[from]?.mother ?? -1; at >= 0; at = nodes[at]?.mother ?? -1) line.add(at);
  const young = new Set<number>([from]);
  nodes.forEach(({ mother }, at) => {
    // Mothers come before their daughters.
    if (young.has(mother)) young.add(at);
  });
  return new Set([...line, ...young]);
}

/** Which node an arrow key leads to: left to the mother, right to the first daughter, up and down within the column. */
export function nodeBeside({ nodes }: WholeTree, from: number, key: string): number {
  const own = nodes[from];
  if (!own) return from;
  const inColumn = (row: number): number =>
    nodes.findIndex((each) => each.generation === own.generation && each.row === row);
  const found =
    key === 'ArrowLeft'
      ? own.mother
      : key === 'ArrowRight'
        ? nodes.findIndex(({ mother }) => mother === from)
        : key === 'ArrowUp'
          ? inColumn(own.row - 1)
          : key === 'ArrowDown'
            ? inColumn(own.row + 1)
            : -1;
  return found >= 0 ? found : from;
}
