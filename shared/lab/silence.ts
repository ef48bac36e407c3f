/** A gene kept silent in part of an embryo for part of its growth. Apart from plates, since workers need no more than this. */
import { type BeginGrowth, type Body, LATTICE, STEPS } from '../sim/embryo/body.ts';
import type { Seedling } from '../sim/seedling.ts';

export interface Silence {
  readonly gene: number;
  /** Which third, from head to tail and from the first step to the last: 0, 1 or 2; null: all three. */
  readonly place: number | null;
  readonly time: number | null;
}

/** Grows a body step by step while a gene is held silent where and when it is said. */
export function growSilenced(begin: BeginGrowth, of: Seedling, { gene, place, time }: Silence): Body {
  const growth = begin(of.genome, of.noiseSeed, of.conditions);
  const from = Math.floor((STEPS * (time ?? 0)) / 3);
  const until = Math.floor((STEPS * ((time ?? 2) + 1)) / 3);
  while (growth.advance()) {
    if (growth.step < from || growth.step >= until || growth.step >= STEPS) continue;
    const sites = growth.sites();
    const expression = growth.expression();
    for (const cell of cellsOfThird(sites, place)) expression[gene * sites.length + cell] = 0;
    growth.setExpression(expression);
  }
  return growth.body();
}

/** Cells in one third of an embryo's own length, from its head; of all of it for null. */
function cellsOfThird(sites: Uint16Array, third: number | null): number[] {
  const rows = Array.from(sites, (site) => Math.floor(site / LATTICE));
  const head = Math.min(...rows);
  const length = Math.max(...rows) - head + 1;
  const isThere = (row: number): boolean =>
    third === null || Math.min(2, Math.floor((3 * (row - head)) / length)) === third;
  return rows.flatMap((row, cell) => (isThere(row) ? [cell] : []));
}
