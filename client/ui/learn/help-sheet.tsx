import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { Modal } from '../parts/modal.tsx';
import { hintWish, rememberHints } from './memory.ts';
import { RuleBook } from './rule-book.tsx';

export interface HelpProps {
  /** Which screen, or phase of a match, to explain: a key under `help` in the catalogue. */
  readonly about: string;
  /** Whether it is a match that is explained, which has keys and hints of its own. */
  readonly match: boolean;
  readonly onClose: () => void;
}

/** What this screen is, what can be done on it, and the way to the rules. */
export function HelpSheet({ about, match, onClose }: HelpProps) {
  const [rules, setRules] = useState(false);
  if (rules) {
    return (
      <Modal title={t('rules.title')} wide onClose={onClose}>
        <RuleBook />
      </Modal>
    );
  }
  return (
    <Modal title={t('help.title')} onClose={onClose}>
      <h3>{t('help.what')}</h3>
      <p>{t(`help.${about}.what`)}</p>
      <h3>{t('help.do')}</h3>
      <p>{t(`help.${about}.do`)}</p>
      {match ? (
        <>
          <h3>{t('help.byKeys')}</h3>
          <p>{t('help.keys')}</p>
        </>
      ) : null}
      <div class="actions">
        <button type="button" class="button primary" onClick={() => setRules(true)}>
          {t('rules.title')}
        </button>
        {match ? (
          <button
            type="button"
            class="button"
            onClick={() => {
              rememberHints(hintWish.value === 'asked' ? 'done' : 'asked');
              onClose();
            }}
          >
            {t(hintWish.value === 'asked' ? 'help.noHints' : 'help.hints')}
          </button>
        ) : null}
      </div>
    </Modal>
  );
}
