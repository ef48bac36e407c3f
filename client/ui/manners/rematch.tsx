import '../../styles/rematch.css';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { browserSeatKeys, carryKeys } from '../../net/seat-keys.ts';
import { createRematch, SETTING_OUT_MS, type Ways } from '../../session/rematch.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { Afresh } from '../parts/afresh.tsx';
import { Refusal } from './refusal.tsx';
import { useAsking } from './use-asking.ts';

/** The room's own address is not one that the router knows: the page is loaded afresh. */
const waysFrom = ({ roomId }: WorldSource): Ways => ({
  prepare: (next) => carryKeys(browserSeatKeys(), roomId?.peek() ?? '', next),
  leaveFor: (next) => location.assign(`/room/${next}`),
});

/** At the end of a match: another one with these people. */
export function Rematch({ source }: { readonly source: WorldSource }) {
  const rematch = useMemo(() => createRematch(source, waysFrom(source)), [source]);
  useEffect(() => () => rematch.close(), [rematch]);
  const { refusal, ask } = useAsking();
  const { mode, room, lesson } = source.table.value;
  const next = rematch.next.value;
  // A class plays again when its host wants it, and a lesson is opened anew from the console.
  const offered = mode === 'public' || (mode === 'private' && !lesson && (source.host.value || next !== ''));
  if (!offered || !room) return null;
  const wanted = rematch.wanted.value;
  const want = (on: boolean): void => void ask(() => rematch.want(on));
  return (
    <section class="rematch" data-next={next} aria-label={t('rematch.title')}>
      {rematch.settingOut.value ? (
        <>
          <p class="setting-out" role="status">
            <i style={{ animationDuration: `${SETTING_OUT_MS}ms` }} />
            {t('rematch.settingOut')}
          </p>
          <Afresh class="button primary small" href={`/room/${next}`}>
            {t('rematch.goNow')}
          </Afresh>
          <button type="button" class="button small" onClick={() => want(false)}>
            {t('rematch.stay')}
          </button>
        </>
      ) : (
        <>
          <p role="status">{room.rematch > 0 ? t('rematch.count', { count: room.rematch }) : t('rematch.lead')}</p>
          {next !== '' ? (
            <Afresh class="button primary small" href={`/room/${next}`}>
              {t('rematch.join')}
            </Afresh>
          ) : source.seat.value >= 0 ? (
            <button type="button" class="button primary small" aria-pressed={wanted} onClick={() => want(!wanted)}>
              {t('rematch.want')}
            </button>
          ) : null}
        </>
      )}
      <Refusal sentence={refusal} />
    </section>
  );
}
