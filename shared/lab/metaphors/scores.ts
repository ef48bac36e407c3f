/**
 * What is counted in each trial, and which way is better. All of it was written down before any number was looked at, and stays as it is
 * whoever wins. No score favours what a metaphor is good at by its nature without saying so: each answers a question that somebody who
 * builds, breeds or heals would ask of a code.
 */
import { emptyBoard, patches } from '../../sim/bitboard.ts';
import { type Body, LATTICE, SITES, VIABLE_CELLS } from '../../sim/embryo/body.ts';
import { METAPHORS, type Metaphor } from './encoding.ts';

export interface Measure {
  readonly key: string;
  readonly trial: Trial;
  readonly best: 'least' | 'most';
  /** Bytes, per cent, or doublings of length over width. */
  readonly unit: 'bytes' | 'percent' | 'doublings';
  readonly digits: number;
}

export const TRIAL_NAMES = ['bytes', 'truth', 'letter', 'cross', 'noise', 'half', 'oven', 'breeding'] as const;
export type Trial = (typeof TRIAL_NAMES)[number];

/**
 * | measure | is |
 * |---|---|
 * | letters, deflated | bytes of the code; of the code deflated. What reads it (drawing office, interpreter, kitchen, kernel) is not counted |
 * | true | likeness of what the code alone builds, under fresh chance, to the body that was to be encoded: 100 less the difference of likeness.ts, mean |
 * | exact | bytes until that body is told to the last cell: the code and what has to be put right after it, both deflated |
 * | harm, death | difference that one letter makes which becomes any other; share of such changes after which no living body is built |
 * | alive | share of a relative's and its own children, crossed, that live |
 * | parents | likeness of the children to the bodies of their two parents, mean of both |
 * | order | how near children come to as many neighbouring cells of one kind as their parents have: the smaller share over the larger |
 * | noise | likeness to the undisturbed body when each number is off by up to the dial's share of its range, whenever it is handled |
 * | regrown | of the cells taken away in mid-building, those in whose place there is one in the end |
 * | half | likeness of that body to the undisturbed one. Mean over the four halves |
 * | oven | likeness to the body of the usual oven, mean of as many degrees warmer and colder |
 * | gain | doublings of length over width won by breeding from the longest quarter, one letter changed in each child |
 *
 * A living body has VIABLE_CELLS cells or more in one piece, side by side.
 */
export const MEASURES: readonly Measure[] = [
  { key: 'letters', trial: 'bytes', best: 'least', unit: 'bytes', digits: 0 },
  { key: 'deflated', trial: 'bytes', best: 'least', unit: 'bytes', digits: 0 },
  { key: 'true', trial: 'truth', best: 'most', unit: 'percent', digits: 1 },
  { key: 'exact', trial: 'truth', best: 'least', unit: 'bytes', digits: 0 },
  { key: 'harm', trial: 'letter', best: 'least', unit: 'percent', digits: 1 },
  { key: 'death', trial: 'letter', best: 'least', unit: 'percent', digits: 1 },
  { key: 'alive', trial: 'cross', best: 'most', unit: 'percent', digits: 1 },
  { key: 'parents', trial: 'cross', best: 'most', unit: 'percent', digits: 1 },
  { key: 'order', trial: 'cross', best: 'most', unit: 'percent', digits: 1 },
  { key: 'noise', trial: 'noise', best: 'most', unit: 'percent', digits: 1 },
  { key: 'regrown', trial: 'half', best: 'most', unit: 'percent', digits: 1 },
  { key: 'half', trial: 'half', best: 'most', unit: 'percent', digits: 1 },
  { key: 'oven', trial: 'oven', best: 'most', unit: 'percent', digits: 1 },
  { key: 'gain', trial: 'breeding', best: 'most', unit: 'doublings', digits: 2 },
];

/** A number for each measure, by its key, rounded to the digits it is told in. */
export type Scores = Readonly<Record<string, number>>;
export type Table = Readonly<Record<Metaphor, Scores>>;

export function rounded(values: Readonly<Record<string, number>>): Scores {
  return Object.fromEntries(MEASURES.map(({ key, digits }) => [key, round(values[key] ?? Number.NaN, digits)]));
}

/** Half up, and never -0. */
export function round(value: number, digits: number): number {
  const scale = [1, 10, 100][digits] ?? 1;
  return Math.floor(value * scale + 0.5) / scale + 0;
}

/** Those whose number, as it is told, is the best: one, or several that are level. Where all are level nobody wins. */
export function winners(table: Table, { key, best: way }: Measure): Metaphor[] {
  const values = METAPHORS.map((metaphor) => table[metaphor][key] ?? Number.NaN);
  const top = way === 'most' ? Math.max(...values) : Math.min(...values);
  const best = METAPHORS.filter((_, at) => values[at] === top);
  return best.length < METAPHORS.length ? best : [];
}

export const isAlive = (body: Body): boolean => {
  const board = emptyBoard();
  for (let site = 0; site < SITES; site++) {
    if (body[site]) board[site >>> 5] = (board[site >>> 5] ?? 0) | (1 << (site % LATTICE));
  }
  return patches(board, VIABLE_CELLS) > 0;
};

/** Share of sites side by side, at least one with a cell, that are of one tissue: 0 (speckled) to 1. */
export function grain(body: Body): number {
  let [alike, pairs] = [0, 0];
  for (let site = 0; site < SITES; site++) {
    const here = body[site] ?? 0;
    for (const next of [site % LATTICE < LATTICE - 1 ? site + 1 : -1, site + LATTICE]) {
      if (next < 0 || next >= SITES) continue;
      const there = body[next] ?? 0;
      if (here === 0 && there === 0) continue;
      pairs++;
      if (here === there) alike++;
    }
  }
  return pairs === 0 ? 0 : alike / pairs;
}

export const evenness = (a: number, b: number): number => (a === b ? 1 : Math.min(a, b) / Math.max(a, b));
