import '../../styles/panel.css';
import '../../styles/match.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { createMatchModel, type MatchModel } from '../../session/match-model.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { CreatureCard } from './creature-card.tsx';
import { HabitatPanel } from './habitat-panel.tsx';
import { Hand } from './hand.tsx';
import { hex } from './hex.ts';
import { LinkBanner } from './link-banner.tsx';
import { Result } from './result.tsx';
import { StageView } from './stage-view.tsx';
import { StewardsPanel } from './stewards-panel.tsx';
import { Ticker } from './ticker.tsx';
import { TopBar } from './top-bar.tsx';
import { Transport } from './transport.tsx';
import { TwinsPanel } from './twins-panel.tsx';

const TABS = ['cards', 'twins', 'habitat', 'stewards'] as const;
type Tab = (typeof TABS)[number];

/** The panel that a phase is about. */
const TAB_OF_PHASE: Readonly<Record<string, Tab>> = {
  lobby: 'stewards',
  choose: 'cards',
  grow: 'twins',
  season: 'habitat',
  lapse: 'habitat',
  reveal: 'stewards',
  over: 'stewards',
};

/** A match on the screen, live or recorded. */
export function MatchScreen({ source }: { readonly source: WorldSource }) {
  const model = useMemo(() => createMatchModel(source), [source]);
  useEffect(() => () => model.close(), [model]);
  const world = source.world.value;
  const { phase, paused } = source.table.value;
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
      <LinkBanner source={source} />
      {world ? <Board model={model} world={world} /> : <p class="arriving">{t('phase.arriving.play')}</p>}
    </main>
  );
}

function Board({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { source } = model;
  const { phase } = source.table.value;
  return (
    <>
      <div class="board">
        <div class="scene">
          <StageView model={model} world={world} />
          <Ticker model={model} world={world} />
          <CreatureCard model={model} world={world} />
          {phase === 'over' ? <Result model={model} world={world} /> : null}
        </div>
        <Panels model={model} world={world} />
      </div>
      {source.playback ? (
        <Transport playback={source.playback} generationsPerRound={world.settings.generationsPerRound} />
      ) : null}
    </>
  );
}

function Panels({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { phase, mode } = model.source.table.value;
  const [tab, setTab] = useState<Tab>('stewards');
  // The panel follows the phase, and stays where a person has put it until the next one.
  useEffect(
    () => setTab(mode === 'replay' && phase === 'choose' ? 'habitat' : (TAB_OF_PHASE[phase] ?? 'habitat')),
    [phase, mode],
  );
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
            {t(`panel.${each}`)}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keys */}
      <div id="panel" class="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} data-tab={tab}>
        {tab === 'cards' ? <Hand model={model} /> : null}
        {tab === 'twins' ? <TwinsPanel model={model} world={world} /> : null}
        {tab === 'habitat' ? <HabitatPanel model={model} world={world} /> : null}
        {tab === 'stewards' ? <StewardsPanel model={model} world={world} /> : null}
      </div>
    </aside>
  );
}
