/** How each tape came out, as a table: a row a tape and habitat, what happened first. To read: one habitat; to take away: all. */
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import type { Sheet } from '../../session/sheet.ts';
import type { Tape } from '../../session/tapes.ts';
import { unitOf } from '../../session/trait-units.ts';
import type { Outcome } from '../../worker/branch-jobs.ts';
import { meanWords } from '../charts/amounts.ts';

export function tapesSheet(
  tapes: readonly Tape[],
  happened: Outcome | null,
  habitats: number,
  habitat: number,
): { readonly shown: Sheet; readonly taken: Sheet } {
  const headers = [
    t('whatif.tapes.tape'),
    t('charts.habitat'),
    t('charts.born'),
    t('charts.lived'),
    ...TRAITS.map((trait) => `${traitName(trait)} (${t(`traitUnit.${unitOf(trait).unit}`)})`),
  ];
  const named: (readonly [name: string | number, outcome: Outcome])[] = [
    ...(happened === null ? [] : [[t('whatif.happened'), happened] as const]),
    ...tapes.map(({ outcome }, at) => [at + 1, outcome] as const),
  ];
  const rows = (homes: readonly number[], mean: WriteMean): (string | number)[][] =>
    homes.flatMap((home) =>
      named.map(([name, outcome]) => {
        const { born, survived, means } = outcome[home] ?? { born: 0, survived: 0, means: null };
        return [name, home + 1, born, survived, ...TRAITS.map((trait, at) => mean(trait, means?.[at]))];
      }),
    );
  const all = Array.from({ length: habitats }, (_, home) => home);
  return {
    shown: { headers, rows: rows([habitat], (trait, value) => meanWords(trait, value ?? null)) },
    taken: {
      headers,
      rows: rows(all, (trait, value) => (value === undefined ? '' : value / unitOf(trait).divisor)),
    },
  };
}

type WriteMean = (trait: TraitName, value: number | undefined) => string | number;
