/** The two tables of marks: genes against traits, and genes against genes. Plain functions. */
import { hasMoved, type Matrix, MOVED, movedBy, moversOf } from '../../../shared/lab/knock-out-matrix.ts';
import { type Pairs, pairAt } from '../../../shared/lab/knock-out-pairs.ts';
import { GENES } from '../../../shared/sim/genome.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import type { Mark, MarkRow } from './mark-grid.tsx';
import { signed } from './moves.tsx';

/** Shifts of so many standard deviations and more are drawn at full size. */
const FULL = 4;
/** An interaction counts when it is so many of its own standard errors besides. */
const SURE = 3;

export const GENE_NUMBERS: readonly number[] = Array.from({ length: GENES }, (_, gene) => gene);

function mark(steps: number, counts: boolean, what: string): Mark {
  const label = `${what}: ${signed(steps)}`;
  if (Number.isNaN(steps)) return { kind: 'vital', strength: 0.5, label: `${what}: ${t('lab.knock-outs.vital')}` };
  if (!counts) return { kind: 'none', strength: 0, label };
  return { kind: steps > 0 ? 'more' : 'less', strength: Math.min(1, Math.abs(steps) / FULL), label };
}

export const matrixRows = ({ shifts }: Matrix): MarkRow[] =>
  TRAITS.map((trait, row) => ({
    name: traitName(trait),
    total: moversOf(shifts, row).length,
    cells: GENE_NUMBERS.map((gene) => {
      const steps = shifts[gene * TRAITS.length + row] ?? 0;
      return mark(steps, hasMoved(steps), `${t('lab.knock-outs.gene', { gene: gene + 1 })}, ${traitName(trait)}`);
    }),
  }));

export const matrixTotals = ({ shifts }: Matrix) => ({
  name: t('lab.knock-outs.moved'),
  of: GENE_NUMBERS.map((gene) => movedBy(shifts, gene)),
});

/** Whether two genes' effects on a trait do not add up: by more than a twin's step, and more than chance makes likely. */
export function interacts(
  pairs: Pairs,
  { steps }: Matrix,
  [gene, other]: readonly [number, number],
  trait: number,
): boolean {
  const at = pairAt(gene, other, trait);
  const beyond = Math.abs(pairs.beyond[at] ?? 0);
  return beyond > MOVED * (steps[trait] ?? 1) && beyond > SURE * (pairs.errors[at] ?? 0);
}

export const pairRows = (pairs: Pairs, matrix: Matrix, trait: number): MarkRow[] =>
  GENE_NUMBERS.map((gene) => ({
    name: String(gene + 1),
    cells: GENE_NUMBERS.map((other) => {
      if (other === gene) return { kind: 'self', strength: 0, label: '–' };
      const steps = (pairs.beyond[pairAt(gene, other, trait)] ?? 0) / (matrix.steps[trait] ?? 1);
      const what = t('lab.knock-outs.genes', { gene: gene + 1, other: other + 1 });
      return mark(steps, interacts(pairs, matrix, [gene, other], trait), what);
    }),
  }));
