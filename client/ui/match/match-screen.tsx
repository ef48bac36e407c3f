import '../../styles/panel.css';
import '../../styles/match.css';
import { type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CardId } from '../../../shared/sim/cards.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { hidesCards } from '../../session/hidden-cards.ts';
import { createMatchModel, type MatchModel } from '../../session/match-model.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { EyesUp } from '../class/eyes-up.tsx';
import { type Coach, createCoach } from '../learn/coach.ts';
import { Hint } from '../learn/hint.tsx';
import { LessonPanel } from '../lesson/lesson-panel.tsx';
import { Heard } from '../manners/heard.tsx';
import { RoomLobby } from '../rooms/lobby/room-lobby.tsx';
import { SpectatorBar } from '../rooms/spectator-bar.tsx';
import { StoodIn } from '../rooms/stood-in.tsx';
import { CreatureCard } from './creature-card.tsx';
import { HabitatPanel } from './habitat-panel.tsx';
import { Hand } from './hand.tsx';
import { hex } from './hex.ts';
import { Interventions } from './interventions.tsx';
import { LinkBanner } from './link-banner.tsx';
import { PredictPanel } from './predict/predict-panel.tsx';
import { Result } from './result.tsx';
import { RevealPanel } from './reveal/reveal-panel.tsx';
import { ShockBanner } from './shock-banner.tsx';
import { StageView } from './stage-view.tsx';
import { StewardsPanel } from './stewards-panel.tsx';
import { Ticker } from './ticker.tsx';
import { TopBar } from './top-bar.tsx';
import { TwinsPanel } from './twins-panel.tsx';
import { UnrecordedBanner } from './unrecorded-banner.tsx';

/** The first is about what there is to do now: guess, lay cards, see what came of it. */
const TABS = ['now', 'twins', 'habitat', 'stewards'] as const;
type Tab = (typeof TABS)[number];

/** The panel that a phase is about. */
const TAB_OF_PHASE: Readonly<Record<string, Tab>> = {
  lobby: 'stewards',
  predict: 'now',
  choose: 'now',
  grow: 'twins',
  season: 'habitat',
  lapse: 'habitat',
  reveal: 'now',
  over: 'stewards',
};

/** What hands, panels and the map of one screen share. */
interface Shared {
  readonly model: MatchModel;
  readonly world: World;
  readonly coach: Coach;
  /** The card that is being dragged to the map. */
  readonly dragged: Signal<CardId | null>;
}

interface Props {
  readonly source: WorldSource;
  /** What stands below the board: of a recording, its line. */
  readonly foot?: (model: MatchModel, world: World) => ComponentChildren;
}

/** A match on the screen, live or recorded. */
export function MatchScreen({ source, foot }: Props) {
  const model = useMemo(() => createMatchModel(source), [source]);
  useEffect(() => () => model.close(), [model]);
  const coach = useMemo(() => createCoach(model), [model]);
  useEffect(() => () => coach.close(), [coach]);
  const dragged = useMemo(() => signal<CardId | null>(null), []);
  const world = source.world.value;
  const { phase, paused, frozen } = source.table.value;
  return (
    <main
      id="content"
      class="match"
      data-phase={phase}
      data-link={source.link.value}
      data-seat={source.seat.value}
      data-paused={paused}
      data-generation={world?.generation ?? ''}
      data-stage={world?.stage ?? ''}
      data-hash={world ? hex(world.hash) : ''}
    >
      <TopBar source={source} world={world} />
      <div class="banners">
        <LinkBanner source={source} />
        <UnrecordedBanner source={source} />
        <SpectatorBar source={source} />
        <StoodIn source={source} />
      </div>
      {frozen && !source.host.value ? <EyesUp /> : null}
      <LessonPanel source={source} />
      {world ? (
        <>
          <Board model={model} world={world} coach={coach} dragged={dragged} />
          {foot?.(model, world)}
        </>
      ) : (
        <p class="arriving">{t('phase.arriving.play')}</p>
      )}
    </main>
  );
}

function Board({ model, world, coach, dragged }: Shared) {
  const { source } = model;
  const { phase } = source.table.value;
  return (
    <div class="board">
      <div class={dragged.value ? 'scene wanted' : 'scene'} data-wanted={t('hand.drag')}>
        <StageView model={model} world={world} />
        {hidesCards(source.table.value, source.seat.value, model.habitat.value) ? null : (
          <Ticker model={model} world={world} />
        )}
        <ShockBanner model={model} world={world} />
        <Hint coach={coach} place="stage" />
        <Interventions model={model} world={world} coach={coach} />
        <Heard source={source} />
        <CreatureCard model={model} world={world} />
        {phase === 'over' ? <Result model={model} world={world} /> : null}
      </div>
      <Panels model={model} world={world} coach={coach} dragged={dragged} />
    </div>
  );
}

function Panels({ model, world, coach, dragged }: Shared) {
  const { phase, mode } = model.source.table.value;
  const [tab, setTab] = useState<Tab>('stewards');
  // The panel follows the phase, and stays where a person has put it until the next one.
  useEffect(() => setTab(tabFor(phase, mode)), [phase, mode]);
  const panel = useFocusKept(phase);
  return (
    <aside class="panels" aria-label={t('panel.label')}>
      <div class="tabs" role="tablist">
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={tab === each}
            aria-controls="panel"
            tabIndex={tab === each ? 0 : -1}
            onClick={() => setTab(each)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? TABS.length - 1 : 0;
              if (step === 0) return;
              const next = TABS[(TABS.indexOf(tab) + step) % TABS.length] ?? tab;
              setTab(next);
              document.getElementById(`tab-${next}`)?.focus();
            }}
          >
            {each === 'now' ? nowName(phase, mode) : t(`panel.${each}`)}
          </button>
        ))}
      </div>
      <div
        ref={panel}
        id="panel"
        class="panel"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keys
        tabIndex={0}
        data-tab={tab}
      >
        <h2 class="visually-hidden">{tab === 'now' ? nowName(phase, mode) : t(`panel.${tab}`)}</h2>
        <Hint coach={coach} place="panel" />
        {tab === 'now' ? <Now model={model} world={world} coach={coach} dragged={dragged} /> : null}
        {tab === 'twins' ? <TwinsPanel model={model} world={world} /> : null}
        {tab === 'habitat' ? <HabitatPanel model={model} world={world} /> : null}
        {tab === 'stewards' ? <StewardsPanel model={model} world={world} /> : null}
      </div>
    </aside>
  );
}

/** Where the panel goes when a phase begins. */
function tabFor(phase: string, mode: string): Tab {
  if (mode === 'replay' && phase === 'choose') return 'habitat';
  if (gathers(phase, mode)) return 'now';
  return TAB_OF_PHASE[phase] ?? 'habitat';
}

/** Whether a public room waits for people. */
const gathers = (phase: string, mode: string): boolean => phase === 'lobby' && mode === 'public';

/** What the first tab is called now. */
function nowName(phase: string, mode: string): string {
  if (gathers(phase, mode)) return t('panel.room');
  return t(phase === 'predict' ? 'panel.predict' : phase === 'reveal' ? 'panel.reveal' : 'panel.cards');
}

function Now({ model, world, coach, dragged }: Shared) {
  const { phase, mode } = model.source.table.value;
  if (gathers(phase, mode)) return <RoomLobby source={model.source} world={world} />;
  if (phase === 'predict') return <PredictPanel model={model} world={world} coach={coach} />;
  if (phase === 'reveal' && mode !== 'replay') return <RevealPanel model={model} world={world} />;
  return <Hand model={model} world={world} dragged={dragged} />;
}

/** A panel to which the focus comes back when a new phase has taken away what had it. */
function useFocusKept(phase: string) {
  const panel = useRef<HTMLDivElement>(null);
  const within = useRef(false);
  useEffect(() => {
    const note = (): void => {
      if (document.activeElement !== document.body)
        within.current = panel.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (within.current && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [phase]);
  return panel;
}
