import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { sourceOf } from '../../../shared/lessons/sources.ts';
import { t } from '../../i18n/i18n.ts';

/** What our model does, what is known of life, and what cannot be concluded. */
export function Evidence({ lesson }: { readonly lesson: Lesson }) {
  const { figures, yardsticks, limits, misconception } = lesson;
  return (
    <section class="lesson-evidence">
      <h2>{t('lessons.evidence')}</h2>
      <h3>{t('lessons.life')}</h3>
      <ul>
        {yardsticks.map(({ says, source, sure }) => (
          <li key={says}>
            {says} <em>{sure}</em>{' '}
            <a href={sourceOf(source).url} target="_blank" rel="noopener">
              {sourceOf(source).text}
            </a>
          </li>
        ))}
      </ul>
      <h3>{t('lessons.model')}</h3>
      <ul>
        {figures.map(({ says, how }) => (
          <li key={says}>
            {says} <em>{how}</em>
          </li>
        ))}
      </ul>
      <h3>{t('lessons.limits')}</h3>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {misconception.source ? (
        <p class="quiet">
          {t('lessons.misconceptionSource')}{' '}
          <a href={sourceOf(misconception.source).url} target="_blank" rel="noopener">
            {sourceOf(misconception.source).text}
          </a>
        </p>
      ) : null}
    </section>
  );
}
