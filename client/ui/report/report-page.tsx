import '../../styles/report.css';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { Report } from '../../../shared/protocol/report.ts';
import { dayAndTime, t } from '../../i18n/i18n.ts';
import { fetchReport } from '../../net/reports.ts';
import { useLesson } from '../lessons/use-lessons.ts';
import { Message } from '../parts/message.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Answers } from './answers.tsx';
import { Chapters } from './chapters.tsx';
import { Deleting } from './deleting.tsx';
import { evidenceSheet } from './evidence-sheet.ts';
import { Histograms } from './histograms.tsx';
import { Played } from './played.tsx';

type State = { readonly report: Report } | { readonly trouble: string } | 'deleted' | null;

/** What a class leaves for its teacher. The key is in the address's fragment, which never leaves the browser. */
export function ReportPage() {
  const { params } = useRoute();
  const id = params.id ?? '';
  const [key] = useState(() => location.hash.slice(1));
  const [state, setState] = useState<State>(null);
  useTitle(t('report.title'));
  useEffect(() => {
    let gone = false;
    void fetchReport(id, key).then((got) => {
      if (!gone) setState(got.ok ? { report: got.value } : { trouble: got.error });
    });
    return () => {
      gone = true;
    };
  }, [id, key]);
  if (state === null) return <p class="arriving">{t('report.arriving')}</p>;
  if (state === 'deleted' || 'trouble' in state) {
    const deleted = state === 'deleted';
    return (
      <Message
        title={t(deleted ? 'report.deletedTitle' : 'report.cannot')}
        text={deleted ? t('report.deletedText') : state.trouble}
      >
        <a class="button primary" href="/">
          {t('action.home')}
        </a>
      </Message>
    );
  }
  return <Whole report={state.report} keyOf={key} onDeleted={() => setState('deleted')} />;
}

interface WholeProps {
  readonly report: Report;
  readonly keyOf: string;
  readonly onDeleted: () => void;
}

function Whole({ report, keyOf, onDeleted }: WholeProps) {
  const loaded = useLesson(report.lesson?.id ?? '');
  const lesson = typeof loaded === 'object' ? loaded : null;
  if (report.lesson && loaded === null) return <p class="arriving">{t('report.arriving')}</p>;
  const otherVersion = lesson !== null && lesson.version !== report.lesson?.version;
  return (
    <Page>
      <article class="report" data-state="ready">
        <Head report={report} lesson={lesson} />
        {otherVersion ? <p class="notice">{t('report.otherVersion')}</p> : null}
        {lesson ? (
          <>
            <Histograms lesson={lesson} report={report} />
            <Answers lesson={lesson} report={report} />
          </>
        ) : null}
        <Played report={report} />
        <Chapters report={report} lesson={lesson} />
        <Deleting report={report} keyOf={keyOf} onDeleted={onDeleted} />
      </article>
    </Page>
  );
}

function Head({ report, lesson }: { readonly report: Report; readonly lesson: Lesson | null }) {
  const { id, people, begunAt, code, recorded } = report;
  const here = people.filter(({ removed }) => !removed);
  const pupils = here.reduce((sum, { names }) => sum + names.length, 0);
  const take = async (): Promise<void> => {
    const { download } = await import('../charts/download.ts');
    download(`twinfold-${code}`, evidenceSheet(report, lesson));
  };
  return (
    <header class="report-head">
      <h1>{lesson?.title ?? t('report.free')}</h1>
      {lesson ? <p class="lead">{lesson.question}</p> : null}
      <p>{t('report.facts', { count: pupils, date: dayAndTime(begunAt), code })}</p>
      <p class="report-actions">
        <button type="button" class="button primary" onClick={() => print()}>
          {t('report.print')}
        </button>
        <button type="button" class="button" onClick={() => void take()}>
          {t('report.csv')}
        </button>
        {recorded > 0 ? (
          <a class="button" href={`/replay/${id}`}>
            {t('report.replay')}
          </a>
        ) : null}
      </p>
    </header>
  );
}
