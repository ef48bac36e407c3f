import '../../styles/lobby.css';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { t } from '../../i18n/i18n.ts';
import { Cabinet } from '../parts/cabinet.tsx';
import { JoinForm } from '../parts/join-form.tsx';
import { Page } from '../parts/page.tsx';
import { Specimen } from '../parts/specimen.tsx';
import { useTitle } from '../parts/use-title.ts';
import { askForSeat, warmUp } from '../rooms/seat-wish.ts';

/** Long enough to watch the growth, compare, and read the label. */
const SHOWN_MS = 11_000;

export function Lobby() {
  const { route } = useLocation();
  const [shown, setShown] = useState(() => Math.floor(Math.random() * FOUNDERS.length));
  const [held, setHeld] = useState(false);
  const founder = FOUNDERS[shown % FOUNDERS.length];

  useTitle();
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setShown((last) => last + 1), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);

  return (
    <Page>
      <div class="hero">
        <div class="pitch">
          <h1>
            <span>{t('lobby.titleOne')}</span> <span>{t('lobby.titleTwo')}</span>
          </h1>
          <p class="lead">{t('lobby.lead')}</p>
          <div class="starts">
            <button
              type="button"
              class="button primary large"
              onPointerEnter={warmUp}
              onFocus={warmUp}
              onClick={() => {
                askForSeat();
                route('/play-now');
              }}
            >
              {t('lobby.play')}
            </button>
            <a class="button large" href="/play">
              {t('lobby.alone')}
            </a>
            <p class="aside">{t('lobby.playHint')}</p>
          </div>
          <JoinForm />
        </div>
        {founder ? <Specimen key={founder.key} founder={founder} /> : null}
      </div>
      <Cabinet
        shown={shown % FOUNDERS.length}
        onPick={(index) => {
          setShown(index);
          setHeld(true);
        }}
      />
      <nav class="doors" aria-label={t('lobby.doors')}>
        <Door href="/host" title={t('lobby.hostTitle')} text={t('lobby.hostText')} />
        <Door href="/rooms" title={t('lobby.roomsTitle')} text={t('lobby.roomsText')} />
        <Door href="/replays" title={t('lobby.replaysTitle')} text={t('lobby.replaysText')} />
        <Door href="/lab" title={t('lobby.labTitle')} text={t('lobby.labText')} />
      </nav>
    </Page>
  );
}

function Door({ href, title, text }: { readonly href: string; readonly title: string; readonly text: string }) {
  return (
    <a class="door" href={href}>
      <strong>{title}</strong>
      <span>{text}</span>
    </a>
  );
}
