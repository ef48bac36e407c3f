/** Growth watched and disturbed on the way: what each cell of an embryo expresses. */
import { type BeginGrowth, type Body, type Growth, MILD, STEPS } from '../../shared/sim/embryo/body.ts';
import { GENES, type Genome } from '../../shared/sim/genome.ts';

/** Expression of one cell: GENES numbers, 0 (silent) to 1 (full). */
export type CellState = readonly number[];

/** Full expression in the kernel's units. */
export const FULL = 16384;

/** Each cell's state by its site. */
export function statesOf(growth: Growth): Map<number, CellState> {
  const expression = growth.expression();
  const sites = growth.sites();
  const states = new Map<number, CellState>();
  sites.forEach((site, cell) => {
    states.set(
      site,
      Array.from({ length: GENES }, (_, gene) => (expression[gene * sites.length + cell] ?? 0) / FULL),
    );
  });
  return states;
}

/** Changes expression in place: Int16Array[GENES × cells], gene-major, with the cells' sites. */
export type Disturbance = (expression: Int16Array, sites: Uint16Array, step: number) => void;

/** `disturb` is called after each step but the last, `watch` after each step. Returns the finished body. */
export function growDisturbed(
  beginGrowth: BeginGrowth,
  genome: Genome,
  noiseSeed: number,
  { disturb, watch }: { disturb?: (growth: Growth) => void; watch?: (growth: Growth) => void },
): Body {
  const growth = beginGrowth(genome, noiseSeed, MILD);
  while (growth.advance()) {
    if (disturb && growth.step < STEPS) disturb(growth);
    watch?.(growth);
  }
  return growth.body();
}

/** Applies a disturbance to a growth that has not ended. */
export function disturbNow(growth: Growth, disturbance: Disturbance): void {
  const expression = growth.expression();
  disturbance(expression, growth.sites(), growth.step);
  growth.setExpression(expression);
}

/** Root mean square over genes. */
export function apart(a: CellState, b: CellState): number {
  let sum = 0;
  a.forEach((value, gene) => {
    sum += (value - (b[gene] ?? 0)) ** 2;
  });
  return Math.sqrt(sum / a.length);
}
