import { useState } from 'preact/hooks';
import { t } from '../../../i18n/i18n.ts';
import type { WorldSource } from '../../../session/world-source.ts';
import { CopyButton } from '../../host/copy-button.tsx';
import { useOnDemand } from '../../parts/on-demand.ts';

interface Props {
  readonly source: WorldSource;
  /** Whether this is what the reader came for: then it stands open. */
  readonly first: boolean;
}

/** How others come into this room: by its code, its link, or a camera. */
export function ShareRoom({ source, first }: Props) {
  const [pictured, setPictured] = useState(false);
  const { code, room } = source.table.value;
  const roomId = source.roomId?.value ?? '';
  if (!roomId) return null;
  const link = `${location.origin}/room/${code || roomId}`;
  return (
    <details class="share-room" open={first}>
      <summary>{t('roomLobby.share')}</summary>
      <p class="quiet">{t(room?.listed ? 'roomLobby.shareListed' : 'roomLobby.shareByLink')}</p>
      {code ? (
        <p class="share-code">
          <span class="visually-hidden">
            {t('top.code')} {[...code].join(' ')}
          </span>
          <span aria-hidden="true" translate={false}>
            {code}
          </span>
        </p>
      ) : null}
      <p class="share-link">{link}</p>
      <div class="share-actions">
        <CopyButton text={link} label={t('console.copyLink')} />
        {code ? <CopyButton text={code} label={t('console.copyCode')} /> : null}
        {'share' in navigator ? (
          <button
            type="button"
            class="button small"
            onClick={() => {
              // Whoever closes the sheet without sending has changed their mind: nothing to tell.
              navigator.share({ title: document.title, url: link }).catch(() => undefined);
            }}
          >
            {t('roomLobby.send')}
          </button>
        ) : null}
        <button type="button" class="button small" aria-expanded={pictured} onClick={() => setPictured(!pictured)}>
          {t('roomLobby.qr')}
        </button>
      </div>
      {pictured ? <Camera link={link} /> : null}
    </details>
  );
}

function Camera({ link }: { readonly link: string }) {
  const drawn = useOnDemand(() => import('../../host/qr.tsx'));
  if (drawn === 'failed') return <p class="wrong">{t('help.failed')}</p>;
  return <div class="share-qr">{drawn ? <drawn.Qr text={link} label={t('console.qr', { link })} /> : null}</div>;
}
