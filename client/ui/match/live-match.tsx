import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { createLiveSource, type LiveOptions } from '../../net/live-source.ts';
import { Afresh } from '../parts/afresh.tsx';
import { Message } from '../parts/message.tsx';
import { MatchScreen } from './match-screen.tsx';

/** Comes into a live match and stays. `options` are read once. */
export function LiveMatch({ options }: { readonly options: LiveOptions }) {
  const source = useMemo(() => createLiveSource(options), []);
  useEffect(() => () => source.close(), [source]);
  const roomId = source.roomId.value;
  useEffect(() => {
    // A reload shall come back to this room, and to the seat in it, not to another.
    if (roomId) history.replaceState(history.state, '', `/room/${roomId}`);
  }, [roomId]);
  const trouble = source.trouble.value;
  if (source.self.value?.removed) {
    return (
      <Message title={t('class.removed')} text={t('class.removedText')}>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {t('class.comeBack')}
        </button>
        <Afresh class="button" href="/">
          {t('action.home')}
        </Afresh>
      </Message>
    );
  }
  if (trouble && !source.world.value) {
    return (
      <Message title={t('room.cannot')} text={trouble}>
        <button type="button" class="button primary" onClick={() => location.reload()}>
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
  return <MatchScreen source={source} />;
}
