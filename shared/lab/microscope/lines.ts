/** Reading a film: which cell is where, where it comes from, what its genes did. */
import { STEPS } from '../../sim/embryo/body.ts';
import { GENES } from '../../sim/genome.ts';
import type { Film } from './film.ts';
import type { Pedigree } from './pedigree.ts';
import { NEVER } from './values.ts';

/** Where a cell had ended. */
export const GONE = -1;

/** The cell that lives at a site after a step, or -1. */
export function cellAt({ frames, sites }: Film, step: number, site: number): number {
  return frames[step]?.cells.find((cell) => sites[cell] === site) ?? -1;
}

/** The cell itself, its mother, hers, ..., one of the first four. */
export function lineOf({ mothers }: Pedigree, cell: number): number[] {
  const line: number[] = [];
  for (let at = cell; at >= 0; at = mothers[at] ?? -1) line.push(at);
  return line;
}

/** Of which of the first four (0 to 3) a cell descends. */
export const firstOf = (family: Pedigree, cell: number): number => lineOf(family, cell).at(-1) ?? 0;

/** The cell after a step: itself, or before its birth the mother from whom it was to come; -1 once it has died. */
export function livingThen(family: Pedigree, cell: number, step: number): number {
  if ((family.died[cell] ?? NEVER) <= step) return GONE;
  return lineOf(family, cell).find((each) => (family.born[each] ?? 0) <= step) ?? GONE;
}

/** Expression of one gene in a cell that lives after this step, q14; -1 where it does not. */
export function levelOf({ frames }: Film, step: number, cell: number, gene: number): number {
  const frame = frames[step];
  const slot = frame?.cells.indexOf(cell) ?? -1;
  return slot < 0 || !frame ? GONE : (frame.expression[gene * frame.cells.length + slot] ?? GONE);
}

/**
 * Int16Array[GENES × (STEPS + 1)], gene-major, q14: a cell's expression through time; before its birth that of the mother from whom
 * it has it, -1 after its death.
 */
export function courseOf(film: Film, cell: number): Int16Array {
  const course = new Int16Array(GENES * (STEPS + 1));
  for (let step = 0; step <= STEPS; step++) {
    const then = livingThen(film, cell, step);
    for (let gene = 0; gene < GENES; gene++) course[gene * (STEPS + 1) + step] = levelOf(film, step, then, gene);
  }
  return course;
}
