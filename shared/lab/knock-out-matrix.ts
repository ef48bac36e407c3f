/** Which genes move which traits: each gene of a creature switched off in turn, and all traits measured. */
import type { Grow } from '../sim/embryo/body.ts';
import { GENES } from '../sim/genome.ts';
import { draw, mix, Stream } from '../sim/rng.ts';
import type { Seedling } from '../sim/seedling.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { centreOf, leastSteps, shift, spreadOf, stepsOf } from './cloud.ts';
import type { Experiment } from './experiment.ts';
import { knockOut } from './mutants.ts';
import { cloneRows, isViable, type Row } from './trait-rows.ts';

export interface MatrixAsk {
  readonly creature: Seedling;
  /** A genome of each founder species: by their twins the least step is found that counts in a trait. */
  readonly species: readonly Uint8Array[];
}

export interface Matrix {
  /** Float64Array[TRAITS]: what counts as one step in each, in its own unit: the standard deviation of whole twins, or the least that does. */
  readonly steps: Float64Array;
  /** Float64Array[TRAITS]: means of whole twins. */
  readonly whole: Float64Array;
  /** Float64Array[GENES × TRAITS], gene-major: shift of the mean without the gene, in steps; NaN where most bodies fail to develop. */
  readonly shifts: Float64Array;
  /** Of CONTROLS × TRAITS shifts of untouched twins, how many are so large that they would count as moved: by chance alone. */
  readonly falseAlarms: number;
}

/** A trait has moved when its mean has, by more than this many steps: as on the model card. */
export const MOVED = 1;
/** Bodies of each knock-out: their mean is then known to a quarter of a step. */
export const KNOCKED = 16;
/** Groups of as many untouched twins, as a control. */
export const CONTROLS = GENES;
/** Whole twins, by which the middle and the steps are found. */
const TWINS = 48;
/** Twins of each species, by which the least steps are found. */
const SPECIES_TWINS = 12;

export const measureMatrix: Experiment<MatrixAsk, Matrix> = function* ({ grow }, { creature, species }) {
  const { genome, conditions, noiseSeed } = creature;
  const rowsOf = (of: Uint8Array, count: number, what: number): Row[] =>
    cloneRows(grow, of, count, draw(noiseSeed, Stream.clone, what), conditions).filter(isViable);
  const least = yield* leastOf(grow, species);
  const twins = rowsOf(genome, TWINS, 0);
  const centre = centreOrNot(twins);
  const scale = stepsOf(twins.length > 1 ? spreadOf(twins) : [], least);
  const shifts = new Float64Array(GENES * TRAITS.length);
  let falseAlarms = 0;
  for (let gene = 0; gene < GENES; gene++) {
    const changed = rowsOf(knockOut(genome, gene), KNOCKED, 1 + gene);
    shifts.set(
      shift({ centre, scale }, changed.length > KNOCKED / 2 ? centreOf(changed) : centreOrNot([])),
      gene * TRAITS.length,
    );
    yield 0.5 + gene / GENES / 2;
    const untouched = shift({ centre, scale }, centreOrNot(rowsOf(genome, KNOCKED, 1 + GENES + gene)));
    falseAlarms += untouched.filter(hasMoved).length;
  }
  return { steps: Float64Array.from(scale), whole: Float64Array.from(centre), shifts, falseAlarms };
};

export const hasMoved = (steps: number): boolean => Math.abs(steps) > MOVED;

/** A gene without which a trait moves, and how many of the other traits move without it. */
export interface Mover {
  readonly gene: number;
  readonly others: number;
}

/** The genes that move a trait, of a matrix's shifts. */
export function moversOf(shifts: Float64Array, trait: number): Mover[] {
  return Array.from({ length: GENES }, (_, gene) => gene)
    .filter((gene) => hasMoved(shifts[gene * TRAITS.length + trait] ?? 0))
    .map((gene) => ({ gene, others: movedBy(shifts, gene) - 1 }));
}

/** How many traits a gene's absence moves. */
export const movedBy = (shifts: Float64Array, gene: number): number =>
  shifts.subarray(gene * TRAITS.length, (gene + 1) * TRAITS.length).filter(hasMoved).length;

const centreOrNot = (rows: readonly Row[]): Row => (rows.length > 0 ? centreOf(rows) : TRAITS.map(() => Number.NaN));

/** The least step that counts in each trait. */
function* leastOf(grow: Grow, species: readonly Uint8Array[]): Generator<number, Row> {
  const spreads: Row[] = [];
  for (const [at, genome] of species.entries()) {
    spreads.push(spreadOf(cloneRows(grow, genome, SPECIES_TWINS, mix(at))));
    yield at / species.length / 2;
  }
  return leastSteps(spreads);
}
