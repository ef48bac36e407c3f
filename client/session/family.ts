/** A creature's family as a drawing needs it: who stands where, and who is tied to whom. Plain functions, no screen. */
import { hierarchy, tree } from 'd3-hierarchy';
import { NO_TWIN } from '../../shared/sim/world/world.ts';
import type { History } from './history.ts';
import { ancestorsOf, childrenOf, type Relative } from './pedigree.ts';

export type Role = 'self' | 'twin' | 'mother' | 'father' | 'only' | 'child';

export interface Member {
  /** Of its own in this drawing: an ancestor on two sides stands in it twice. */
  readonly id: string;
  readonly generation: number;
  readonly index: number;
  readonly role: Role;
  /** Rows above (1: parents) or below (-1: children) the one in the middle. */
  readonly level: number;
  /** 0 (left) to 1 (right): the middle of its place. */
  readonly x: number;
  readonly ends: Relative['ends'];
}

export interface Family {
  readonly members: readonly Member[];
  /** Ids of child and parent. */
  readonly ties: readonly (readonly [child: string, parent: string])[];
  /** Rows above the middle that anyone stands in. */
  readonly levels: number;
  /** Children that found no place. */
  readonly more: number;
}

/** `depth`: generations back; `mostChildren`: that are shown. */
export function familyOf(
  history: History,
  generation: number,
  index: number,
  depth: number,
  mostChildren: number,
): Family {
  const root = hierarchy(ancestorsOf(history, generation, index, depth), ({ parents }) => [...parents]);
  // As wide as its leaves: cousins no farther apart than siblings, so that all pictures are of one size.
  const laid = tree<Relative>()
    .size([1, 1])
    .separation(() => 1)(root);
  const ids = new Map(laid.descendants().map((node, at) => [node, at === 0 ? 'self' : `a${at}`]));
  const ancestors = laid.descendants().map(
    (node): Member => ({
      id: ids.get(node) ?? '',
      generation: node.data.generation,
      index: node.data.index,
      role: node.parent ? roleOf(node.parent.data, node.data) : 'self',
      level: node.depth,
      x: node.x,
      ends: node.data.ends,
    }),
  );
  const ties = laid.links().map(({ source, target }) => [ids.get(source) ?? '', ids.get(target) ?? ''] as const);
  const twin = history.at(generation)?.twins[index] ?? NO_TWIN;
  const children = childrenOf(history, generation, index);
  const young = children.slice(0, mostChildren).map(
    (child, at, shown): Member => ({
      id: `c${at}`,
      generation: generation + 1,
      index: child,
      role: 'child',
      level: -1,
      x: (at + 0.5) / shown.length,
      ends: '',
    }),
  );
  const self = ancestors[0];
  const members = [...(twin === NO_TWIN || !self ? ancestors : beside(ancestors, self, twin)), ...young];
  return {
    members,
    ties: [...ties, ...twinTies(twin, ties), ...young.map(({ id }) => [id, 'self'] as const)],
    levels: Math.max(...ancestors.map(({ level }) => level)),
    more: children.length - young.length,
  };
}

const roleOf = (child: Relative, parent: Relative): Role =>
  child.parents.length === 1 ? 'only' : child.parents[0] === parent ? 'mother' : 'father';

/** The two of a pair share the middle. */
function beside(members: readonly Member[], self: Member, twin: number): Member[] {
  const gap = 0.14;
  return [
    ...members.map((member) => (member === self ? { ...self, x: self.x - gap } : member)),
    { ...self, id: 'twin', index: twin, role: 'twin', x: self.x + gap },
  ];
}

const twinTies = (twin: number, ties: readonly (readonly [string, string])[]): (readonly [string, string])[] =>
  twin === NO_TWIN ? [] : ties.filter(([child]) => child === 'self').map(([, parent]) => ['twin', parent] as const);

/** The member nearest to another in a direction: up and down to the next row, left and right within it; itself at the rim. */
export function neighbourOf(family: Family, id: string, key: string): string {
  const own = family.members.find((member) => member.id === id);
  if (!own) return id;
  const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  const candidates = family.members.filter(({ level, x }) =>
    side === 0 ? level === own.level + step : level === own.level && (x - own.x) * side > 0,
  );
  const nearest = candidates.sort((a, b) => Math.abs(a.x - own.x) - Math.abs(b.x - own.x))[0];
  return nearest?.id ?? id;
}
