import { useState } from 'preact/hooks';
import type { Report } from '../../../shared/protocol/report.ts';
import { dayAndTime, t } from '../../i18n/i18n.ts';
import { deleteReport } from '../../net/reports.ts';

interface Props {
  readonly report: Report;
  readonly keyOf: string;
  readonly onDeleted: () => void;
}

/** Until when it is kept, and the way to delete it now: asked twice, since it cannot be undone. */
export function Deleting({ report: { id, keptUntil }, keyOf, onDeleted }: Props) {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const erase = async (): Promise<void> => {
    const done = await deleteReport(id, keyOf);
    if (done.ok) onDeleted();
    else setTrouble(done.error);
  };
  return (
    <section class="report-deleting">
      <h2>{t('report.keepTitle')}</h2>
      <p>
        {t('report.keptUntil', { date: dayAndTime(keptUntil) })} <a href="/privacy">{t('privacy.title')}</a>
      </p>
      {asking ? (
        <p class="report-actions" role="alert">
          <span>{t('report.sure')}</span>
          <button type="button" class="button primary" onClick={() => void erase()}>
            {t('report.deleteNow')}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {t('report.keep')}
          </button>
        </p>
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {t('report.delete')}
        </button>
      )}
      {trouble ? (
        <p class="wrong" role="alert">
          {trouble}
        </p>
      ) : null}
    </section>
  );
}
