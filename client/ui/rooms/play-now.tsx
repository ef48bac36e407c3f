import '../../styles/looking.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { Message } from '../parts/message.tsx';
import { useOnDemand } from '../parts/on-demand.ts';
import { useTitle } from '../parts/use-title.ts';
import { type Coming, loadScreen, seatAskedFor } from './seat-wish.ts';

/** From then on a visitor is told that it takes longer, and what else there is. */
const LONG_MS = 2_000;
/** Between asking and coming in another may have taken the seat; that this happens again and again is no bad luck. */
const MOST_TRIES = 4;

/** Into the best public room that has a seat, at once. */
export function PlayNow() {
  const [tries, setTries] = useState(1);
  const coming = useComing(tries);
  const screen = useOnDemand(loadScreen);
  const again = (): void => setTries(tries + 1);
  // The page that tells of faults offers to load everything anew.
  if (coming === 'failed' || screen === 'failed') throw new Error('The scripts of a match could not be loaded.');
  if (coming && !coming.ok) {
    return (
      <Message title={t('playNow.cannot')} text={coming.error}>
        <button type="button" class="button primary" onClick={again}>
          {t('action.retry')}
        </button>
        <a class="button" href="/play">
          {t('lobby.alone')}
        </a>
      </Message>
    );
  }
  // A match is drawn once, when there is something of it to see.
  const here = coming && (coming.source.world.value !== null || coming.source.trouble.value !== '');
  if (!here || !screen) return <Looking />;
  return <screen.LiveScreen key={tries} source={coming.source} {...(tries < MOST_TRIES ? { onRefused: again } : {})} />;
}

/** The way into a room, which this page leaves when it closes or tries another; null at the beginning. */
function useComing(tries: number): Coming | 'failed' | null {
  const [coming, setComing] = useState<{ readonly of: number; readonly is: Coming | 'failed' } | null>(null);
  useEffect(() => {
    let gone = false;
    const leave = (is: Coming): void => {
      if (is.ok) is.source.close();
    };
    const asked = seatAskedFor();
    asked.then(
      (is) => gone || setComing({ of: tries, is }),
      () => gone || setComing({ of: tries, is: 'failed' }),
    );
    return () => {
      gone = true;
      asked.then(leave, () => undefined);
    };
  }, [tries]);
  return coming?.of === tries ? coming.is : null;
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
