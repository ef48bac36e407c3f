import { FULL } from '../../../shared/lab/microscope/values.ts';
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENES } from '../../../shared/sim/genome.ts';
import { number, percent, t } from '../../i18n/i18n.ts';

interface Props {
  /** Each Int16Array[GENES × (STEPS + 1)], -1 where the cell is no more: the chosen cell's, and the pinned one's. */
  readonly courses: readonly Int16Array[];
  readonly gene: number;
  readonly step: number;
  readonly onGene: (gene: number) => void;
}

const WIDTH = 88;
const HEIGHT = 34;

/** All genes of one cell, or of two, through time; a press looks at that gene. */
export function Courses({ courses, gene, step, onGene }: Props) {
  return (
    <ol class="courses">
      {Array.from({ length: GENES }, (_, each) => (
        <li key={each}>
          <button
            type="button"
            aria-pressed={each === gene}
            aria-label={t('lab.microscope.geneAt', {
              gene: each + 1,
              levels: courses.map((course) => levelWords(course[each * (STEPS + 1) + step] ?? -1)).join(' · '),
            })}
            onClick={() => onGene(each)}
          >
            <span class="numeric" aria-hidden="true">
              {number(each + 1)}
            </span>
            <svg viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} preserveAspectRatio="none" aria-hidden="true">
              <path class="now" d={`M${acrossOf(step)} 0V${HEIGHT}`} />
              {[...courses].reverse().map((course, at) => (
                <path key={at} class={at === courses.length - 1 ? 'own' : 'other'} d={pathOf(course, each)} />
              ))}
            </svg>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** "83 %"; a dash where the cell does not live. */
export const levelWords = (level: number): string => (level < 0 ? '–' : percent(level / FULL));

const acrossOf = (step: number): number => Math.round((step / STEPS) * WIDTH * 10) / 10;

function pathOf(course: Int16Array, gene: number): string {
  const points: string[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const level = course[gene * (STEPS + 1) + step] ?? -1;
    if (level >= 0) points.push(`${acrossOf(step)} ${((1 - level / FULL) * HEIGHT).toFixed(1)}`);
  }
  return points.length > 0 ? `M${points.join('L')}` : '';
}
