import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { LiveSource } from '../../net/live-source.ts';
import { createManners } from '../../session/manners.ts';
import { MannersContext } from '../manners/context.ts';
import { browserManners } from '../manners/memory.ts';
import { Removed } from '../manners/removed.tsx';
import { Afresh } from '../parts/afresh.tsx';
import { Message } from '../parts/message.tsx';
import { MatchScreen } from './match-screen.tsx';

interface Props {
  /** Somebody else's to close. */
  readonly source: LiveSource;
  /** Instead of telling why one cannot come in: there may be another room. */
  readonly onRefused?: () => void;
}

/** A live match that somebody has come into, or is on the way to. */
export function LiveScreen({ source, onRefused }: Props) {
  const manners = useMemo(() => createManners(source, browserManners()), [source]);
  useEffect(() => () => manners.close(), [manners]);
  const shown = useMemo(() => ({ ...source, table: manners.table }), [source, manners]);
  const roomId = source.roomId.value;
  useEffect(() => {
    // A reload shall come back to this room, and to the seat in it, not to another.
    if (roomId) history.replaceState(history.state, '', `/room/${roomId}`);
  }, [roomId]);
  const trouble = source.trouble.value;
  const refused = trouble !== '' && !source.world.value;
  useEffect(() => {
    if (refused) onRefused?.();
  }, [refused]);
  if (source.self.value?.removed) return <Removed mode={source.table.value.mode} />;
  if (refused) {
    if (onRefused) return null;
    const full = source.refusal.value === 'full';
    return (
      <Message title={t('room.cannot')} text={trouble}>
        {full ? (
          <Afresh class="button primary" href={`${location.pathname}?watch`}>
            {t('rooms.watch')}
          </Afresh>
        ) : null}
        <button type="button" class={full ? 'button' : 'button primary'} onClick={() => location.reload()}>
          {t('action.retry')}
        </button>
        <Afresh class="button" href="/rooms">
          {t('nav.rooms')}
        </Afresh>
        <Afresh class="button" href="/replays">
          {t('nav.replays')}
        </Afresh>
        <Afresh class="button" href="/">
          {t('action.home')}
        </Afresh>
      </Message>
    );
  }
  return (
    <MannersContext.Provider value={manners}>
      <MatchScreen source={shown} />
    </MannersContext.Provider>
  );
}
