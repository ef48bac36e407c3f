/** Looking into an embryo in mid-growth, and perturbing it: what the reference and the kernel's door share. */
import { GENES } from '../genome.ts';
import { clamp } from './fixed.ts';

/** Full expression, q14. */
const FULL = 16384;

/** Throws unless `values` are as many as the genes of `cells` living cells, of an embryo that has not ended its growth. */
export function checkPerturbation(values: Int16Array, cells: number, ended: boolean): void {
  if (ended) throw new Error('This embryo has ended its growth: its expression can be read, but no longer be changed.');
  if (values.length === GENES * cells) return;
  throw new RangeError(
    `An embryo of ${cells} cells has ${GENES * cells} values of expression (${GENES} genes of each cell), not ${values.length}.`,
  );
}

/** A perturbation's value as a cell can hold it, 0 to 16384. */
export function holdable(value: number): number {
  return clamp(value, 0, FULL);
}
