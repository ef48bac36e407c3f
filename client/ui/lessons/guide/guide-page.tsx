import '../../../styles/lessons.css';
import { useEffect, useState } from 'preact/hooks';
import { type GuideChapter, loadGuide } from '../../../../shared/lessons/guide.ts';
import { language, t } from '../../../i18n/i18n.ts';
import { Page } from '../../parts/page.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Arriving } from '../arriving.tsx';

/** How to hold a lesson: before class, in it, when the network fails, afterwards; and what is kept of whom. */
export function TeachersGuide() {
  const [guide, setGuide] = useState<readonly GuideChapter[] | 'failed' | null>(null);
  const of = language.value;
  useTitle(t('lessons.guide'));
  useEffect(() => {
    loadGuide(of).then(setGuide, () => setGuide('failed'));
  }, [of]);
  return (
    <Page narrow>
      <article class="lesson guide">
        <header class="lesson-head">
          <h1>{t('lessons.guide')}</h1>
          <p class="lead">{t('lessons.guideLead')}</p>
        </header>
        {guide === null || guide === 'failed' ? <Arriving failed={guide === 'failed'} /> : guide.map(Chapter)}
        <p class="lesson-actions">
          <a class="button primary" href="/lessons">
            {t('lessons.title')}
          </a>
        </p>
      </article>
    </Page>
  );
}

function Chapter({ id, title, points }: GuideChapter) {
  return (
    <section key={id} id={id}>
      <h2>{title}</h2>
      <ul class="guide-points">
        {points.map(({ lead, text, link }) => (
          <li key={lead}>
            <strong>{lead}</strong> {text} {link ? <a href={link.to}>{link.text}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
