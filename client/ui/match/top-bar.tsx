import '../../styles/top-bar.css';
import type { PaceAction } from '../../../shared/protocol/messages.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { phaseProgress } from '../../session/moment.ts';
import { phaseWords, placeWords } from '../../session/phase-words.ts';
import type { TableView, WorldSource } from '../../session/world-source.ts';
import { SelfChip } from '../class/self-panel.tsx';
import { HelpButton } from '../learn/help-button.tsx';
import { Say } from '../manners/say.tsx';
import { LanguageChoice } from '../parts/language.tsx';
import { Logo } from '../parts/logo.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Volume } from '../parts/volume.tsx';

interface Props {
  readonly source: WorldSource;
  readonly world: World | null;
}

/** Where we are, what is going on, what to do now, and how long. */
export function TopBar({ source, world }: Props) {
  const table = source.table.value;
  const words = phaseWords(table, world, source.seat.value, source.host.value);
  const title = t(words.title.key, words.title.values);
  useTitle(title);
  const place = world ? placeWords(table.phase, world) : null;
  return (
    <header class="top-bar">
      <a class="home" href="/" target="_top" aria-label={t('action.leaveMatch')}>
        <Logo />
      </a>
      <div class="now" aria-live="polite">
        <p class="place">{place ? t(place.key, place.values) : t('name')}</p>
        <h1>{title}</h1>
        <p class="sentence">{t(words.sentence.key, words.sentence.values)}</p>
      </div>
      <div class="controls">
        {table.mode === 'private' && table.code ? (
          <span class="code-tag">
            <span class="visually-hidden">{t('top.code')} </span>
            {table.code}
          </span>
        ) : null}
        <SelfChip source={source} />
        <Spectators table={table} />
        {source.host.value && (table.mode === 'solo' || table.mode === 'private') ? (
          <Pace source={source} table={table} />
        ) : null}
        <Ring table={table} />
        <Say />
        <Volume />
        <LanguageChoice />
        <HelpButton about={helpOf(table, world !== null)} match />
      </div>
    </header>
  );
}

/** How many watch without a seat. */
function Spectators({ table }: { readonly table: TableView }) {
  const count = table.room?.spectators ?? 0;
  if (count === 0 || table.mode !== 'public') return null;
  return (
    <span class="spectators" title={t('rooms.spectators', { count })}>
      <Icon path="M10 4c5 0 8.5 6 8.5 6s-3.5 6-8.5 6-8.5-6-8.5-6S5 4 10 4Zm0 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z" />
      <span class="numeric" aria-hidden="true">
        {count}
      </span>
      <span class="visually-hidden">{t('rooms.spectators', { count })}</span>
    </span>
  );
}

/** What help tells about: the phase, or the recording. */
const helpOf = ({ phase, mode }: TableView, here: boolean): string =>
  here ? (mode === 'replay' ? 'replay' : phase === 'lobby' ? 'phaseLobby' : phase) : 'arriving';

/** The host's pacing. */
function Pace({ source, table }: { readonly source: WorldSource; readonly table: TableView }) {
  const send = (action: PaceAction): void => void source.send({ kind: 'pace', action });
  if (table.phase === 'over') return null;
  if (table.phase === 'lobby') {
    return (
      <button type="button" class="button primary small" onClick={() => send('start')}>
        {t('pace.start')}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button small pace"
        data-pace="pause"
        onClick={() => send(table.paused ? 'resume' : 'pause')}
      >
        <Icon path={table.paused ? 'M5 2l12 8-12 8z' : 'M4 3h4v14H4zM12 3h4v14h-4z'} />
        <span>{t(table.paused ? 'pace.resume' : 'pace.pause')}</span>
      </button>
      <button type="button" class="button small pace" data-pace="next" onClick={() => send('next')}>
        <Icon path="M14 3h2v14h-2zM3 2v16l10-8z" />
        <span>{t('pace.next')}</span>
      </button>
      {table.mode === 'private' ? <Timers source={source} table={table} /> : null}
    </>
  );
}

/** Half a minute more for a phase that has a timer, and whether thinking is timed at all. */
function Timers({ source, table }: { readonly source: WorldSource; readonly table: TableView }) {
  return (
    <>
      {table.phaseLengthMs > 0 ? (
        <button
          type="button"
          class="button small pace"
          data-pace="lengthen"
          onClick={() => void source.send({ kind: 'pace', action: 'lengthen' })}
        >
          <Icon path="M8 3h4v5h5v4h-5v5H8v-5H3V8h5z" />
          <span>{t('pace.lengthen')}</span>
        </button>
      ) : null}
      <button
        type="button"
        class="button small pace"
        data-pace="timers"
        aria-pressed={table.timers}
        onClick={() => void source.send({ kind: 'timers', on: !table.timers })}
      >
        <Icon path="M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16Zm-1 3v6l5 3 1-2-4-2V5Z" />
        <span>{t(table.timers ? 'pace.timersOn' : 'pace.timersOff')}</span>
      </button>
    </>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}

const ROUND = 2 * Math.PI * 17;

/** The time left as a ring that empties. The browser moves it; nothing is drawn anew. */
function Ring({ table }: { readonly table: TableView }) {
  const { phaseLengthMs, paused, pace, phase, asOf } = table;
  if (phaseLengthMs <= 0) return null;
  const passed = phaseProgress(table, performance.now());
  return (
    <svg
      key={`${phase} ${asOf} ${paused}`}
      class={paused ? 'ring paused' : 'ring'}
      viewBox="0 0 40 40"
      width="40"
      height="40"
      aria-hidden="true"
    >
      <circle cx="20" cy="20" r="17" class="track" />
      <circle
        cx="20"
        cy="20"
        r="17"
        class="left"
        stroke-dasharray={ROUND}
        style={{
          '--from': `${ROUND * passed}px`,
          '--to': `${ROUND}px`,
          strokeDashoffset: `${ROUND * passed}px`,
          animationDuration: `${Math.max(1, ((1 - passed) * phaseLengthMs) / pace)}ms`,
        }}
      />
    </svg>
  );
}
