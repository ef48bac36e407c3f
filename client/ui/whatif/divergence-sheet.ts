/** How two histories run apart, as a table: habitat by habitat, and the whole world. */
import { fixed, percent, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { type ComparedGeneration, type Divergence, divergenceIn } from '../../session/divergence.ts';
import type { Sheet } from '../../session/sheet.ts';

/** To read: a habitat and the whole world; to take away: all habitats. */
export function divergenceSheet(
  generations: readonly ComparedGeneration[],
  habitats: number,
  habitat: number,
): { readonly shown: Sheet; readonly taken: Sheet } {
  const headers = [
    t('charts.generationAxis'),
    t('charts.habitat'),
    t('whatif.table.places'),
    t('whatif.table.sameGenomes'),
    t('whatif.table.otherFates'),
    t('whatif.table.apart'),
    t('whatif.axis.traits'),
    t('whatif.table.most'),
    t('whatif.table.bornWas'),
    t('whatif.table.livedWas'),
    t('whatif.table.bornIs'),
    t('whatif.table.livedIs'),
  ];
  const rows = (homes: readonly (number | null)[], write: Writing): (string | number)[][] =>
    homes.flatMap((home) =>
      generations.map((each) => [
        each.generation + 1,
        home === null ? t('whatif.world') : home + 1,
        ...cells(divergenceIn(each, home), write),
      ]),
    );
  const all = [...Array.from({ length: habitats }, (_, home) => home), null];
  return {
    shown: { headers, rows: rows([habitat, null], READABLE) },
    taken: { headers, rows: rows(all, EXACT) },
  };
}

interface Writing {
  readonly share: (value: number) => string | number;
  readonly gap: (value: number) => string | number;
  readonly none: string;
}

const READABLE: Writing = { share: percent, gap: (value) => fixed(value, 2), none: '–' };
const EXACT: Writing = { share: (value) => value, gap: (value) => value, none: '' };

function cells(of: Divergence, { share, gap, none }: Writing): (string | number)[] {
  const { places, sameGenomes, otherFates, apart, traits, most, was, is } = of;
  return [
    places,
    sameGenomes,
    otherFates,
    apart === null ? none : share(apart),
    traits === null ? none : gap(traits),
    most === null ? none : `${traitName(most.trait)} ${most.gap > 0 ? '+' : '−'}${fixed(Math.abs(most.gap), 2)}`,
    was?.born ?? none,
    was?.survived ?? none,
    is.born,
    is.survived,
  ];
}
