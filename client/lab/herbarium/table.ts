/** The traits before and after, beside what chance alone does, as a table. */
import type { Rewritten } from '../../../shared/lab/herbarium.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import type { Sheet } from '../../session/sheet.ts';
import { amountWords } from '../../ui/charts/amounts.ts';

/** The middle one, of an odd number; of an even the higher of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export function tableOf({ traits: [before, after], twinTraits }: Rewritten): {
  caption: string;
  shown: Sheet;
  taken: Sheet;
} {
  const rows = TRAITS.map((trait, at) => {
    const twins = twinTraits.map((row) => row[at] ?? 0);
    return { trait, values: [before[at] ?? 0, after[at] ?? 0, Math.min(...twins), Math.max(...twins)] };
  });
  const headers = ['trait', 'before', 'after', 'least', 'most'].map((column) => t(`lab.herbarium.column.${column}`));
  return {
    caption: t('lab.herbarium.caption'),
    shown: {
      headers,
      rows: rows.map(({ trait, values }) => [traitName(trait), ...values.map((value) => amountWords(trait, value))]),
    },
    taken: {
      headers: ['trait', 'before', 'after', 'twins least', 'twins most'],
      rows: rows.map(({ trait, values }) => [trait, ...values]),
    },
  };
}
