import '../../styles/rooms.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { Fetched } from '../../net/api.ts';
import { LiveMatch } from '../match/live-match.tsx';
import { Message } from '../parts/message.tsx';
import { useTitle } from '../parts/use-title.ts';
import { seatAskedFor } from './seat-wish.ts';

/** From then on a visitor is told that it takes longer, and what else there is. */
const LONG_MS = 2_000;
/** Between asking and coming in another may have taken the seat; that this happens again and again is no bad luck. */
const MOST_TRIES = 4;

/** Into the best public room that has a seat, at once. */
export function PlayNow() {
  const [tries, setTries] = useState(1);
  const [found, setFound] = useState<Fetched<string> | null>(null);
  useEffect(() => {
    let gone = false;
    void seatAskedFor().then((answer) => gone || setFound(answer));
    return () => {
      gone = true;
    };
  }, [tries]);
  const again = (): void => {
    setFound(null);
    setTries(tries + 1);
  };
  if (found === null) return <Looking />;
  if (!found.ok) {
    return (
      <Message title={t('playNow.cannot')} text={found.error}>
        <button type="button" class="button primary" onClick={again}>
          {t('action.retry')}
        </button>
        <a class="button" href="/play">
          {t('lobby.alone')}
        </a>
      </Message>
    );
  }
  return (
    <LiveMatch
      key={found.value}
      options={{ kind: 'join', roomId: found.value }}
      eager
      {...(tries < MOST_TRIES ? { onRefused: again } : {})}
    />
  );
}

/** The line of those who wait: calm, and with something else to do when it takes long. */
function Looking() {
  const [long, setLong] = useState(false);
  useTitle(t('playNow.looking'));
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main id="content" class="looking" aria-busy="true">
      <h1>{t('playNow.looking')}</h1>
      <p role="status">{long ? t('playNow.long') : ''}</p>
      <a class={long ? 'button' : 'button waiting'} href="/play">
        {t('lobby.alone')}
      </a>
    </main>
  );
}
