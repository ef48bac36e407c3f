/** Principal components of cells' expression (Pearson 1901): the two directions, of sixteen, in which cells differ most. */
import { EigenvalueDecomposition } from 'ml-matrix';
import { GENES } from '../../sim/genome.ts';
import { FULL } from './values.ts';

export interface Axes {
  /** Float64Array[GENES]: mean expression, 0 to 1. */
  readonly middle: Float64Array;
  /** Float64Array[GENES] each, of length 1 and at right angles. The largest part of each is positive, so that neither can flip. */
  readonly directions: readonly [Float64Array, Float64Array];
  /** Of all variance among the cells, the share (0 to 1) that lies along each; 0 where cells do not differ. */
  readonly shares: readonly [number, number];
}

/** `expression`: Int16Array[GENES × cells], gene-major, q14. Without cells all is 0 but the directions. */
export function principalAxes(expression: Int16Array): Axes {
  const { middle, covariance } = spreadOf(expression);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const order = [...realEigenvalues.keys()].sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  const total = covariance.reduce((sum, row, g) => sum + (row[g] ?? 0), 0);
  const direction = (rank: number): Float64Array => upright(eigenvectorMatrix.getColumn(order[rank] ?? rank));
  const share = (rank: number): number => (total > 0 ? (realEigenvalues[order[rank] ?? rank] ?? 0) / total : 0);
  return { middle, directions: [direction(0), direction(1)], shares: [share(0), share(1)] };
}

/**
 * Float32Array[2 × cells]: each cell's place along the first and the second axis, one behind the other, in full expressions of one gene.
 * The axes may be those of other cells: of the same embryo at another step.
 */
export function placesOn({ middle, directions }: Axes, expression: Int16Array): Float32Array {
  const cells = expression.length / GENES;
  const places = new Float32Array(2 * cells);
  for (let c = 0; c < cells; c++) {
    directions.forEach((direction, axis) => {
      let sum = 0;
      for (let g = 0; g < GENES; g++) {
        sum += (direction[g] ?? 0) * (levelAt(expression, g * cells + c) - (middle[g] ?? 0));
      }
      places[2 * c + axis] = sum;
    });
  }
  return places;
}

const levelAt = (expression: Int16Array, at: number): number => (expression[at] ?? 0) / FULL;

/** Means, and covariances over all cells (these are all that there are, so divided by their number). */
function spreadOf(expression: Int16Array): { middle: Float64Array; covariance: number[][] } {
  const cells = expression.length / GENES;
  const meanOf = (valueAt: (c: number) => number): number => {
    let sum = 0;
    for (let c = 0; c < cells; c++) sum += valueAt(c);
    return sum / Math.max(1, cells);
  };
  const middle = Float64Array.from({ length: GENES }, (_, g) => meanOf((c) => levelAt(expression, g * cells + c)));
  const off = (g: number, c: number): number => levelAt(expression, g * cells + c) - (middle[g] ?? 0);
  const genes = [...middle.keys()];
  return { middle, covariance: genes.map((g) => genes.map((h) => meanOf((c) => off(g, c) * off(h, c)))) };
}

function upright(direction: readonly number[]): Float64Array {
  const largest = direction.reduce((best, part) => (Math.abs(part) > Math.abs(best) + 1e-9 ? part : best), 0);
  return Float64Array.from(direction, (part) => (largest < 0 ? -part : part));
}
