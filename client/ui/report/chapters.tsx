import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { Report } from '../../../shared/protocol/report.ts';
import { t } from '../../i18n/i18n.ts';
import { type Chapter, chaptersOf } from '../../session/evidence.ts';

/** The recording, from each step of the lesson and each round of the match. */
export function Chapters({ report, lesson }: { readonly report: Report; readonly lesson: Lesson | null }) {
  const chapters = chaptersOf(report);
  if (chapters.length === 0) return null;
  return (
    <section class="report-chapters">
      <h2>{t('report.chaptersTitle')}</h2>
      <ol>
        {chapters.map((chapter) => (
          <li key={`${chapter.kind} ${'at' in chapter ? chapter.at : chapter.generation}`}>
            <a href={`/replay/${report.id}#g=${chapter.generation + 1}`}>{chapterName(chapter, lesson)}</a>{' '}
            <span class="quiet">{t('report.generation', { generation: chapter.generation + 1 })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function chapterName(chapter: Chapter, lesson: Lesson | null): string {
  switch (chapter.kind) {
    case 'exam':
      return t('place.exam');
    case 'round':
      return t('report.round', { round: chapter.round + 1 });
    case 'step': {
      const title = lesson?.steps[chapter.step]?.title;
      return title ? t('lesson.placeOf', { step: chapter.step + 1, title }) : t('lesson.over');
    }
  }
}
