import type { Film } from '../../../shared/lab/microscope/film.ts';
import { levelOf, lineOf, livingThen } from '../../../shared/lab/microscope/lines.ts';
import { LATTICE } from '../../../shared/sim/embryo/body.ts';
import { number, t } from '../../i18n/i18n.ts';
import { tissueName } from './cell-names.ts';
import { levelWords } from './courses.tsx';

interface Props {
  readonly film: Film;
  readonly cell: number;
  readonly gene: number;
  readonly step: number;
  /** While the film plays nobody wants each step read out. */
  readonly quiet: boolean;
}

/** Who a cell is, what it does now, and of whom it came. */
export function CellCard({ film, cell, gene, step, quiet }: Props) {
  const line = lineOf(film, cell).reverse();
  return (
    <>
      <p aria-live={quiet ? 'off' : 'polite'}>
        <strong>{t('lab.microscope.cell', { cell: cell + 1 })}</strong> {momentWords(film, cell, gene, step)}
      </p>
      <p class="quiet">
        {t('lab.microscope.line')}{' '}
        {line.map((each, at) => (
          <span key={each}>
            {at > 0 ? ' › ' : ''}
            {at === 0
              ? t(`lab.microscope.first.${each}`)
              : `${number(each + 1)}\u00a0(${number(film.born[each] ?? 0)})`}
          </span>
        ))}
      </p>
    </>
  );
}

/** "Muscle, row 12, column 9: gene 2 at 83 %." */
export function momentWords(film: Film, cell: number, gene: number, step: number): string {
  const then = livingThen(film, cell, step);
  if (then < 0) return t('lab.microscope.dead', { step: film.died[cell] ?? 0 });
  const frame = film.frames[step];
  const site = film.sites[then] ?? 0;
  const words = t('lab.microscope.moment', {
    tissue: tissueName(frame?.tissues[frame.cells.indexOf(then)] ?? 0),
    row: Math.floor(site / LATTICE) + 1,
    column: (site % LATTICE) + 1,
    gene: gene + 1,
    level: levelWords(levelOf(film, step, then, gene)),
  });
  return then === cell ? words : `${t('lab.microscope.unborn', { cell: then + 1 })} ${words}`;
}
