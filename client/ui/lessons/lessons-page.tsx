import '../../styles/lessons.css';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { LESSON_IDS } from '../../../shared/lessons/library.ts';
import { t } from '../../i18n/i18n.ts';
import { FounderPair } from '../parts/founder-pair.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Arriving } from './arriving.tsx';
import { useLessons } from './use-lessons.ts';

/** What a teacher can choose from, each understood at a glance. */
export function Lessons() {
  const lessons = useLessons();
  useTitle(t('lessons.title'));
  return (
    <Page>
      <div class="lessons">
        <header class="lessons-head">
          <h1>{t('lessons.title')}</h1>
          <p class="lead">{t('lessons.lead', { lessons: LESSON_IDS.length })}</p>
          <p>
            <a class="button" href="/lessons/guide">
              {t('lessons.guide')}
            </a>
          </p>
        </header>
        {lessons === null || lessons === 'failed' ? (
          <Arriving failed={lessons === 'failed'} />
        ) : (
          <ul class="lesson-cards">
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Card lesson={lesson} />
              </li>
            ))}
          </ul>
        )}
        <p class="quiet">{t('lessons.unvalidated')}</p>
      </div>
    </Page>
  );
}

function Card({ lesson }: { readonly lesson: Lesson }) {
  const { id, title, question, ages, minutes, standards, misconception, match } = lesson;
  return (
    <article class="lesson-card">
      <FounderPair founder={match.founder} />
      <h2>
        <a href={`/lessons/${id}`}>{title}</a>
      </h2>
      <p class="lesson-question">{question}</p>
      <p class="lesson-meets">
        <strong>{t('lessons.meets')}</strong> {t('lessons.quoted', { text: misconception.says })}
      </p>
      <p class="quiet">
        {t('lessons.facts', { from: ages[0], to: ages[1], minutes })}
        <br />
        {standards.map(({ code }) => code).join(' · ')}
      </p>
      <p class="lesson-actions">
        <a class="button primary" href={`/host?lesson=${id}`}>
          {t('lessons.start')}
        </a>
        <a class="button" href={`/lessons/${id}/print`}>
          {t('lessons.print')}
        </a>
      </p>
    </article>
  );
}
