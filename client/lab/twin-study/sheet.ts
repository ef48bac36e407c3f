/** The numbers of the bench as a table: a row a trait. */
import { type Families, studyOf, type Truth } from '../../../shared/lab/twin-study.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { fixed, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';

const COLUMNS = ['trait', 'twins', 'twinsError', 'siblings', 'siblingsError', 'falconer', 'falconerError'] as const;
const TRUE_COLUMNS = ['truth', 'truthError', 'genetic', 'isogenic', 'whole'] as const;

export function studyTable(families: Families, truth: Truth) {
  const rows = TRAITS.map((trait, at) => {
    const { twins, siblings, falconer } = studyOf(families, at);
    const { heritability, errors, genetic, isogenic, whole } = truth;
    return {
      name: traitName(trait),
      figures: [
        ...[twins, siblings, falconer].flatMap(({ value, error }) => [value, error]),
        ...[heritability, errors, genetic, isogenic, whole].map((column) => column[at] ?? Number.NaN),
      ],
    };
  });
  const headers = [...COLUMNS, ...TRUE_COLUMNS].map((column) => t(`lab.twin-study.column.${column}`));
  const rowsOf = (write: (value: number) => string | number) =>
    rows.map(({ name, figures }) => [name, ...figures.map(write)]);
  return {
    caption: t('lab.twin-study.title'),
    shown: { headers, rows: rowsOf((value) => (Number.isFinite(value) ? fixed(value, 2) : '–')) },
    taken: { headers, rows: rowsOf((value) => (Number.isFinite(value) ? value : '')) },
  };
}
