/**
 * Basins: heaps of cells in the space of all genes. From the densest cell to the loneliest each joins the densest heap that one
 * of its nearest cells is in, and heaps that hardly thin out between them are one (persistence: Chazal, Guibas, Oudot &
 * Skraba 2013, “Persistence-Based Clustering in Riemannian Manifolds”).
 */
import { GENES } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';

/** A cell is as crowded as its sixth nearest is near; those six are its nearest. */
const NEAREST = 6;
/**
 * Two heaps are two when cells between them are this much lonelier than the lesser heap's densest. With less, even a cloud that
 * has no heaps falls into several.
 */
const LONELIER = 1.2;
/** Fewer cells make no basin, as on the model card. */
export const LEAST_CELLS = 8;
const NORMAL_DRAWS = 12;

export interface Basins {
  /** Int8Array[cells]: the basin each is in, 0 the fullest; -1 for none. */
  readonly of: Int8Array;
  /** Cells of each. */
  readonly sizes: readonly number[];
}

/** `states`: Int16Array[GENES × cells], gene-major. Yields the share done. */
export function* findBasins(states: Int16Array): Generator<number, Basins> {
  const cells = states.length / GENES;
  const nearest = new Int32Array(NEAREST * cells).fill(-1);
  const reach = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  for (let cell = 0; cell < cells; cell++) {
    reach[cell] = findNearest(states, cell, nearest.subarray(cell * NEAREST, (cell + 1) * NEAREST));
    if (cell % 32 === 31) yield cell / cells;
  }
  const heapOf = joinHeaps(friendsOf(nearest, cells), reach);
  const held = new Map<number, number>();
  for (const heap of heapOf) held.set(heap, (held.get(heap) ?? 0) + 1);
  const heaps = [...held].filter(([, size]) => size >= LEAST_CELLS).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const number = new Map(heaps.map(([heap], at) => [heap, at]));
  return { of: Int8Array.from(heapOf, (heap) => number.get(heap) ?? -1), sizes: heaps.map(([, size]) => size) };
}

/** Fills in the nearest cells, and returns how far (squared) the last of them is. */
function findNearest(states: Int16Array, cell: number, into: Int32Array): number {
  const cells = states.length / GENES;
  const far = new Float64Array(NEAREST).fill(Number.POSITIVE_INFINITY);
  for (let other = 0; other < cells; other++) {
    if (other === cell) continue;
    const distance = squareApart(states, cell, states, other);
    let place = NEAREST - 1;
    if (distance >= (far[place] ?? 0)) continue;
    for (; place > 0 && distance < (far[place - 1] ?? 0); place--) {
      far[place] = far[place - 1] ?? 0;
      into[place] = into[place - 1] ?? -1;
    }
    far[place] = distance;
    into[place] = other;
  }
  return far[NEAREST - 1] ?? Number.POSITIVE_INFINITY;
}

/** Sum of squares over genes, in squared units of expression. Both Int16Array[GENES × cells]. */
export function squareApart(a: Int16Array, cell: number, b: Int16Array, other: number): number {
  const [own, their] = [a.length / GENES, b.length / GENES];
  let sum = 0;
  for (let gene = 0; gene < GENES; gene++) {
    sum += ((a[gene * own + cell] ?? 0) - (b[gene * their + other] ?? 0)) ** 2;
  }
  return sum;
}

/** For each cell those that are its nearest, and those whose nearest it is. */
function friendsOf(nearest: Int32Array, cells: number): Set<number>[] {
  const friends = Array.from({ length: cells }, () => new Set<number>());
  nearest.forEach((other, at) => {
    if (other < 0) return;
    const cell = Math.floor(at / NEAREST);
    friends[cell]?.add(other);
    friends[other]?.add(cell);
  });
  return friends;
}

/** For each cell the densest of its heap. */
function joinHeaps(friends: readonly Set<number>[], reach: Float64Array): Int32Array {
  const over = new Int32Array(reach.length).fill(-1);
  const topOf = (cell: number): number => {
    const next = over[cell] ?? cell;
    return next === cell ? cell : topOf(next);
  };
  const denser = (a: number, b: number): number => (reach[a] ?? 0) - (reach[b] ?? 0) || a - b;
  for (const cell of [...reach.keys()].sort(denser)) {
    const known = [...(friends[cell] ?? [])].filter((friend) => (over[friend] ?? -1) >= 0);
    const [highest = cell, ...lower] = [...new Set(known.map(topOf))].sort(denser);
    over[cell] = highest;
    // `reach` is squared.
    for (const top of lower) if ((reach[cell] ?? 0) < LONELIER ** 2 * (reach[top] ?? 0)) over[top] = highest;
  }
  return over.map((_, cell) => topOf(cell));
}

/** As many cells without any heaps: normally distributed, with the cells' own means and covariances. */
export function* cloudLike(states: Int16Array, seed: number): Generator<number, Int16Array> {
  const cells = states.length / GENES;
  const genes = Array.from({ length: GENES }, (_, gene) => states.subarray(gene * cells, (gene + 1) * cells));
  const middle = genes.map((levels) => levels.reduce((sum, level) => sum + level, 0) / Math.max(1, cells));
  const cloud = new Int16Array(states.length);
  const weights = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    // A sum of the cells' deviations, each times a normal number, has their covariances.
    for (let c = 0; c < cells; c++) weights[c] = normal(seed, cell * cells + c) / Math.sqrt(cells);
    genes.forEach((levels, gene) => {
      const own = middle[gene] ?? 0;
      const away = weights.reduce((sum, weight, c) => sum + weight * ((levels[c] ?? 0) - own), 0);
      cloud[gene * cells + cell] = Math.round(own + away);
    });
    if (cell % 32 === 31) yield cell / cells;
  }
  return cloud;
}

/** Mean 0, variance 1: Irwin and Hall's sum of even draws. */
function normal(seed: number, index: number): number {
  let sum = -NORMAL_DRAWS / 2;
  for (let part = 0; part < NORMAL_DRAWS; part++) sum += draw(seed, Stream.standing, index, part) / 2 ** 32;
  return sum;
}
