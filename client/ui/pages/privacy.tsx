import '../../styles/check.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { type DaysKept, fetchDaysKept } from '../../net/reports.ts';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';

/** What is kept, where, for how long, and what is not: the sentences of each part, by key. */
const PARTS = {
  kept: ['names', 'answers', 'match', 'creatures', 'reports', 'token'],
  not: ['account', 'address', 'third', 'cookies', 'chat'],
  whoSees: ['class', 'teacher', 'recording'],
  howLong: ['days', 'reports', 'now', 'room', 'matches', 'creatures'],
  yours: ['browser', 'names'],
} as const;

const names = (days: number | null): string =>
  days === null ? t('privacy.howLong.daysUnknown') : t('privacy.howLong.days', { count: days });
const recordings = (days: number | null): string =>
  days === null ? t('privacy.howLong.matchesUnknown') : t('privacy.howLong.matches', { count: days });

/** Plain words, true to the code. */
export function Privacy() {
  const [days, setDays] = useState<DaysKept>({ names: null, recordings: null });
  useTitle(t('privacy.title'));
  useEffect(() => {
    let gone = false;
    void fetchDaysKept().then((told) => gone || setDays(told));
    return () => {
      gone = true;
    };
  }, []);
  return (
    <Page narrow>
      <article class="privacy">
        <h1>{t('privacy.title')}</h1>
        <p class="lead">{t('privacy.lead')}</p>
        {(['kept', 'not', 'whoSees', 'howLong', 'yours'] as const).map((part) => (
          <section key={part}>
            <h2>{t(`privacy.${part}.title`)}</h2>
            <ul>
              {PARTS[part].map((line) => (
                <li key={line} data-line={`${part} ${line}`}>
                  {line === 'days'
                    ? names(days.names)
                    : line === 'matches'
                      ? recordings(days.recordings)
                      : t(`privacy.${part}.${line}`)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </Page>
  );
}
