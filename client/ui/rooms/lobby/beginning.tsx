import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n/i18n.ts';
import { phaseProgress } from '../../../session/moment.ts';
import type { TableView, WorldSource } from '../../../session/world-source.ts';

/** When the match begins, and what brings that about. */
export function Beginning({ source }: { readonly source: WorldSource }) {
  const table = source.table.value;
  const seat = source.seat.value;
  const [refusal, setRefusal] = useState('');
  const ready = table.stewards[seat]?.ready ?? false;
  const owner = source.host.value;
  const press = async (): Promise<void> => {
    const answer = await source.send(owner ? { kind: 'pace', action: 'start' } : { kind: 'ready', ready: !ready });
    setRefusal(answer.ok ? '' : (answer.error ?? t('hand.refused')));
  };
  return (
    <section class="beginning" aria-labelledby="beginning-title">
      <h3 id="beginning-title">
        <Countdown table={table} />
      </h3>
      <p>{t(`roomLobby.${owner ? 'ownerBegins' : seat < 0 ? 'watching' : 'allReady'}`)}</p>
      {owner || seat >= 0 ? (
        <button
          type="button"
          class={ready && !owner ? 'button large' : 'button primary large'}
          {...(owner ? {} : { 'aria-pressed': ready })}
          onClick={() => void press()}
        >
          {t(owner ? 'roomLobby.begin' : ready ? 'hand.notReady' : 'hand.ready')}
        </button>
      ) : null}
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </section>
  );
}

/** "Begins in 12 s": told to eyes each second, to who listens when they ask. */
function Countdown({ table }: { readonly table: TableView }) {
  const [now, setNow] = useState(() => performance.now());
  const { phaseLengthMs, asOf } = table;
  useEffect(() => {
    if (phaseLengthMs === 0) return;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [phaseLengthMs]);
  if (phaseLengthMs === 0) return <>{t('roomLobby.waits')}</>;
  const seconds = Math.ceil(((1 - phaseProgress(table, Math.max(now, asOf))) * phaseLengthMs) / 1_000);
  if (seconds <= 0) return <>{t('roomLobby.beginsNow')}</>;
  return <span class="numeric">{t('roomLobby.beginsIn', { time: timeWords(seconds) })}</span>;
}

/** "12 s", "2:05". */
const timeWords = (seconds: number): string =>
  seconds < 60
    ? t('console.left', { seconds })
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
