import type { Film } from '../../../shared/lab/microscope/film.ts';
import { FULL } from '../../../shared/lab/microscope/values.ts';
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import { number, t } from '../../i18n/i18n.ts';
import { momentWords } from './cell-card.tsx';
import { tasksOf } from './cell-names.ts';

interface Props {
  readonly film: Film;
  /** The chosen cell, and the pinned one if there is one. */
  readonly cells: readonly number[];
  /** Of each, as `courseOf` has it. */
  readonly courses: readonly Int16Array[];
  readonly gene: number;
  readonly step: number;
}

/** One gene, and what it does in two places. */
export function Compared({ film, cells, courses, gene, step }: Props) {
  const [own, other] = courses;
  return (
    <section class="compared">
      <h2>{t('lab.microscope.places', { gene: gene + 1 })}</h2>
      <p>{t('lab.microscope.tasks', { gene: gene + 1, tasks: tasksOf(gene) })}</p>
      {own && other ? (
        <>
          <ul>
            {cells.map((cell, at) => (
              <li key={cell} class={at === 0 ? 'own' : 'other'}>
                <strong>{t('lab.microscope.cell', { cell: cell + 1 })}</strong> {momentWords(film, cell, gene, step)}
              </li>
            ))}
          </ul>
          <p>{t('lab.microscope.apart', { points: number(Math.round(100 * meanApart(own, other, gene))) })}</p>
        </>
      ) : (
        <p>{t('lab.microscope.pinFirst')}</p>
      )}
    </section>
  );
}

/** Mean distance of two cells' expression of a gene over the steps at which both live, 0 to 1. */
export function meanApart(own: Int16Array, other: Int16Array, gene: number): number {
  let [sum, steps] = [0, 0];
  for (let at = gene * (STEPS + 1); at < (gene + 1) * (STEPS + 1); at++) {
    const [one = -1, two = -1] = [own[at], other[at]];
    if (one < 0 || two < 0) continue;
    sum += Math.abs(one - two);
    steps++;
  }
  return sum / FULL / Math.max(1, steps);
}
