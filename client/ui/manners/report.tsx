import { useEffect, useRef, useState } from 'preact/hooks';
import { REPORT_REASONS } from '../../../shared/protocol/manners.ts';
import { t } from '../../i18n/i18n.ts';
import { Refusal } from './refusal.tsx';
import type { AboutSteward } from './steward-sheet.tsx';
import { useAsking } from './use-asking.ts';

/** What somebody did, from a list, in one press. Whom it is about never learns of it. */
export function Report({ manners, steward, name }: AboutSteward) {
  const [noted, setNoted] = useState(false);
  const { refusal, ask } = useAsking();
  const thanks = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (noted) thanks.current?.focus();
  }, [noted]);
  return (
    <section class="report-steward" aria-label={t('manners.report.title')}>
      <h3>{t('manners.report.title')}</h3>
      {noted ? (
        <p ref={thanks} class="thanks" tabIndex={-1} role="status">
          {t('manners.report.thanks')}
        </p>
      ) : (
        <>
          <p>{t('manners.report.text', { name })}</p>
          <ul>
            {REPORT_REASONS.map((why) => (
              <li key={why}>
                <button
                  type="button"
                  class="button small"
                  data-why={why}
                  onClick={() => void ask(() => manners.report(steward.seat, why)).then(setNoted)}
                >
                  {t(`manners.report.why.${why}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Refusal sentence={refusal} />
    </section>
  );
}
