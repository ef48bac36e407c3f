import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { Refusal } from './refusal.tsx';
import type { AboutSteward } from './steward-sheet.tsx';
import { useAsking } from './use-asking.ts';

/** The owner's own word: somebody leaves the room. Asked once more, since it cannot be taken back here. */
export function Removal({ manners, steward, name }: AboutSteward) {
  const [sure, setSure] = useState<boolean | null>(null);
  const { refusal, ask } = useAsking();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed has made way for another.
    if (sure !== null) box.current?.querySelector<HTMLElement>('.first')?.focus();
  }, [sure]);
  return (
    <section ref={box} aria-label={t('manners.remove.title')}>
      <h3>{t('manners.remove.title')}</h3>
      <p>{t(sure ? 'manners.remove.sure' : 'manners.remove.text', { name })}</p>
      {sure ? (
        <p class="actions">
          <button type="button" class="button small first" onClick={() => setSure(false)}>
            {t('manners.remove.no')}
          </button>
          <button
            type="button"
            class="button small danger"
            onClick={() => void ask(() => manners.remove(steward.seat))}
          >
            {t('manners.remove.yes')}
          </button>
        </p>
      ) : (
        <button type="button" class="button small first" onClick={() => setSure(true)}>
          {t('manners.remove.ask', { name })}
        </button>
      )}
      <Refusal sentence={refusal} />
    </section>
  );
}
