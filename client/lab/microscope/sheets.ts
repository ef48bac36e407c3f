/** The chosen cells in numbers, and all cells to take away. */

import type { Film } from '../../../shared/lab/microscope/film.ts';
import { firstOf, levelOf, livingThen } from '../../../shared/lab/microscope/lines.ts';
import { FULL } from '../../../shared/lab/microscope/values.ts';
import { LATTICE, TISSUES } from '../../../shared/sim/embryo/body.ts';
import { GENE_NAMES, GENES } from '../../../shared/sim/genome.ts';
import { t } from '../../i18n/i18n.ts';
import type { Sheet } from '../../session/sheet.ts';
import { levelWords } from './courses.tsx';

const NOBODY = { cells: [], expression: [], tissues: [], places: [] };

/** A row a gene: its expression in these cells after a step, and its mean over all cells. */
export function genesOf(film: Film, step: number, cells: readonly number[]): Sheet {
  const { expression, cells: living } = film.frames[step] ?? NOBODY;
  const mean = (gene: number): number => {
    const levels = [...expression.slice(gene * living.length, (gene + 1) * living.length)];
    return levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length);
  };
  return {
    headers: [
      t('lab.microscope.dial.gene'),
      ...cells.map((cell) => t('lab.microscope.cell', { cell: cell + 1 })),
      t('lab.microscope.mean'),
    ],
    rows: Array.from({ length: GENES }, (_, gene) => [
      gene + 1,
      ...cells.map((cell) => levelWords(levelOf(film, step, livingThen(film, cell, step), gene))),
      levelWords(mean(gene)),
    ]),
  };
}

/**
 * A row a cell that lives after a step, in the model's own words: cells count from 1, 1 to 4 are the first; rows from the head; expression
 * from 0 to 1; places along the two principal components.
 */
export function everyCell(film: Film, step: number): Sheet {
  const { cells, expression, tissues, places } = film.frames[step] ?? NOBODY;
  return {
    headers: [
      'cell',
      'mother',
      'first',
      'born',
      'row',
      'column',
      'tissue',
      ...GENE_NAMES,
      'component 1',
      'component 2',
    ],
    rows: Array.from(cells, (cell, slot) => {
      const [site, mother] = [film.sites[cell] ?? 0, film.mothers[cell] ?? -1];
      return [
        cell + 1,
        mother < 0 ? '' : mother + 1,
        firstOf(film, cell) + 1,
        film.born[cell] ?? 0,
        Math.floor(site / LATTICE) + 1,
        (site % LATTICE) + 1,
        TISSUES[tissues[slot] ?? 0] ?? '',
        ...Array.from({ length: GENES }, (_, gene) => (expression[gene * cells.length + slot] ?? 0) / FULL),
        places[2 * slot] ?? 0,
        places[2 * slot + 1] ?? 0,
      ];
    }),
  };
}
