import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { Afresh } from '../parts/afresh.tsx';

/** For who watches a public room: that they do, and the way to a seat. */
export function SpectatorBar({ source }: { readonly source: WorldSource }) {
  const [refusal, setRefusal] = useState('');
  const { mode, phase, stewards } = source.table.value;
  if (mode !== 'public' || phase === 'over' || source.seat.value >= 0 || source.link.value !== 'open') return null;
  // A seat that a bot looks after is as free as one that nobody has.
  const free = stewards.filter(({ bot, connected }) => bot !== '' || (phase === 'lobby' && !connected)).length;
  const sit = async (): Promise<void> => {
    const answer = await source.send({ kind: 'sit' });
    setRefusal(answer.ok ? '' : (answer.error ?? t('hand.refused')));
  };
  return (
    <div class="banner spectator-bar">
      <p role="status">{free > 0 ? t('watching.free', { count: free }) : t('watching.full')}</p>
      {free > 0 ? (
        <button type="button" class="button primary small" onClick={() => void sit()}>
          {t('watching.sit')}
        </button>
      ) : (
        <Afresh class="button small" href="/play-now">
          {t('watching.elsewhere')}
        </Afresh>
      )}
      {refusal ? (
        <p class="wrong" role="alert">
          {refusal}
        </p>
      ) : null}
    </div>
  );
}
