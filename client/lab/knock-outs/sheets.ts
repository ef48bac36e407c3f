/** The numbers of the bench as tables. */
import type { Matrix } from '../../../shared/lab/knock-out-matrix.ts';
import { type Pairs, pairAt } from '../../../shared/lab/knock-out-pairs.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { fixed, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { GENE_NUMBERS } from './grids.ts';
import type { Move } from './moves.tsx';

type Cell = string | number;
const read = (value: number): Cell => (Number.isNaN(value) ? '–' : fixed(value, 2));
const raw = (value: number): Cell => (Number.isNaN(value) ? '' : value);
const gene = (number: number): string => t('lab.knock-outs.gene', { gene: number + 1 });

/** A row a trait: what the absence at hand does to it, then the whole matrix, in standard deviations of twins. */
export function matrixTable(moves: readonly Move[], { shifts }: Matrix) {
  const rowsOf = (write: (value: number) => Cell): Cell[][] =>
    moves.map(({ trait, effect, error, steps }, at) => [
      traitName(trait),
      ...[effect, error, steps, ...GENE_NUMBERS.map((each) => shifts[each * TRAITS.length + at] ?? 0)].map(write),
    ]);
  const headers = [
    ...['trait', 'effect', 'error', 'steps'].map((column) => t(`lab.knock-outs.column.${column}`)),
    ...GENE_NUMBERS.map(gene),
  ];
  return {
    caption: t('lab.knock-outs.matrixTitle'),
    shown: { headers, rows: rowsOf(read) },
    taken: { headers, rows: rowsOf(raw) },
  };
}

/** A row a pair: the trait's mean without either and without both, and how far that is from the sum, in its own unit. */
export function pairTable(pairs: Pairs, trait: TraitName) {
  const of = TRAITS.indexOf(trait);
  const rowsOf = (write: (value: number) => Cell): Cell[][] =>
    GENE_NUMBERS.flatMap((one) =>
      GENE_NUMBERS.slice(one + 1).map((two) => {
        const mean = (first: number, second: number): number => pairs.means[pairAt(first, second, of)] ?? 0;
        const at = pairAt(one, two, of);
        const figures = [
          pairs.whole[of],
          mean(one, one),
          mean(two, two),
          mean(one, two),
          pairs.beyond[at],
          pairs.errors[at],
        ];
        return [
          t('lab.knock-outs.genes', { gene: one + 1, other: two + 1 }),
          ...figures.map((value = 0) => write(value)),
        ];
      }),
    );
  const headers = ['pair', 'whole', 'first', 'second', 'both', 'beyond', 'error'].map((column) =>
    t(`lab.knock-outs.column.${column}`),
  );
  return {
    caption: t('lab.knock-outs.pairsTitle', { trait: traitName(trait) }),
    shown: { headers, rows: rowsOf(read) },
    taken: { headers, rows: rowsOf(raw) },
  };
}
