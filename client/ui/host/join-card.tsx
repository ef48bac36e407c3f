import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { Modal } from '../parts/modal.tsx';
import { CopyButton } from './copy-button.tsx';
import { Qr } from './qr.tsx';

interface Props {
  readonly code: string;
  readonly hostKey: string;
  readonly locked: boolean;
}

/** How pupils come in: the code, the address, a picture for their cameras; and how the console moves to another machine. */
export function JoinCard({ code, hostKey, locked }: Props) {
  const [large, setLarge] = useState(false);
  const link = `${location.origin}/room/${code}`;
  return (
    <section class="join-card" aria-label={t('console.join')}>
      <h2>{t(locked ? 'console.joinLocked' : 'console.join')}</h2>
      <p class="big-code">
        <Spelled code={code} />
      </p>
      <p class="quiet join-at">{t('console.joinAt', { site: location.host })}</p>
      <p class="join-link">{link}</p>
      <div class="join-actions">
        <CopyButton text={code} label={t('console.copyCode')} />
        <CopyButton text={link} label={t('console.copyLink')} />
        <button type="button" class="button small" onClick={() => setLarge(true)}>
          {t('console.showLarge')}
        </button>
      </div>
      <Qr text={link} label={t('console.qr', { link })} />
      <details class="other-machine">
        <summary>{t('console.elsewhere')}</summary>
        <p>{t('console.elsewhereText')}</p>
        <CopyButton text={`${location.origin}/host/${code}#${hostKey}`} label={t('console.copyKey')} />
      </details>
      {large ? (
        <Modal title={t('console.join')} wide onClose={() => setLarge(false)}>
          <div class="join-large">
            <div>
              <p>{t('console.joinAt', { site: location.host })}</p>
              <p class="big-code">
                <Spelled code={code} />
              </p>
              <p class="join-link">{link}</p>
            </div>
            <Qr text={link} label={t('console.qr', { link })} />
          </div>
        </Modal>
      ) : null}
    </section>
  );
}

/** In two halves for the eye, letter by letter for who listens. */
function Spelled({ code }: { readonly code: string }) {
  return (
    <>
      <span class="visually-hidden">{[...code].join(' ')}</span>
      <span aria-hidden="true" translate={false}>
        {code.slice(0, 3)}
        <span class="thin"> </span>
        {code.slice(3)}
      </span>
    </>
  );
}
