import '../../styles/charts.css';
import '../../styles/sides.css';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { BranchSource } from '../../session/branch-source.ts';
import { divergenceIn, placesOf } from '../../session/divergence.ts';
import type { Change } from '../../session/question.ts';
import { useOnDemand } from '../parts/on-demand.ts';
import { HabitatChoice } from './habitat-choice.tsx';
import { Keeping } from './keeping.tsx';
import { PlaceView } from './place-view.tsx';
import { SideView } from './side-view.tsx';
import { StepBar } from './step-bar.tsx';
import { useSteps } from './use-steps.ts';
import type { Parent } from './whatif-page.tsx';
import { changeTitle, sharedWords, traitWords } from './words.ts';

interface Props {
  readonly parent: Parent;
  readonly source: BranchSource;
  readonly change: Change;
  readonly opensAt: number;
}

/** What happened, and beside it what would have: place by place, generation by generation, in step. */
export function Comparison({ parent, source, change, opensAt }: Props) {
  const { settings } = parent.recording;
  const { generations, standing, trouble } = source.state.value;
  const [habitat, setHabitat] = useState(opensAt);
  const [place, setPlace] = useState(0);
  const steps = useSteps(generations.length, standing === 'running');
  const charts = useOnDemand(() => import('./divergence-charts.tsx'));
  const shown = generations[Math.min(steps.at, generations.length - 1)];
  if (!shown) {
    return standing === 'failed' ? <Failure reason={trouble} /> : <p class="arriving">{t('whatif.beginning')}</p>;
  }
  const places = placesOf(shown, habitat);
  const here = divergenceIn(shown, habitat);
  const picked = Math.min(place, Math.max(0, places.length - 1));
  const chosen = places[picked];
  const sides = { generation: shown, habitat, places, place: picked, season: steps.season, onPick: setPlace };
  return (
    <section
      class="comparison"
      aria-label={t('whatif.compared')}
      data-standing={standing}
      data-generation={shown.generation}
    >
      {standing === 'failed' ? <Failure reason={trouble} /> : null}
      {standing === 'running' ? (
        <div class="measuring" role="status">
          <span>{t('whatif.running', { done: generations.length, generations: source.expected })}</span>
          <progress max={source.expected} value={generations.length} aria-label={t('whatif.progress')} />
          <button type="button" class="button small" onClick={source.stop}>
            {t('whatif.stop')}
          </button>
        </div>
      ) : null}
      <div class="whatif-tell">
        <HabitatChoice habitats={settings.habitats} habitat={habitat} onChoose={setHabitat} />
        <p class="whatif-say" aria-live={steps.playing ? 'off' : 'polite'}>
          <strong>{sharedWords(here)}</strong> {traitWords(here)}
        </p>
      </div>
      <div class="sides">
        <SideView {...sides} which="was" title={t('whatif.happened')} />
        <SideView {...sides} which="is" title={t('whatif.instead', { change: changeTitle(change) })} />
      </div>
      <p class="whatif-legend">
        <span class="key-twins">{t('whatif.twins')}</span>
      </p>
      <StepBar settings={settings} generations={generations} steps={steps} />
      {chosen ? <PlaceView place={chosen} number={picked + 1} /> : null}
      {charts === 'failed' ? <p role="alert">{t('charts.failed')}</p> : null}
      {charts && charts !== 'failed' ? (
        <charts.DivergenceCharts
          settings={settings}
          generations={generations}
          habitat={habitat}
          at={Math.min(steps.at, generations.length - 1)}
          onMove={steps.seek}
        />
      ) : null}
      <Keeping parent={parent} source={source} />
    </section>
  );
}

const Failure = ({ reason }: { readonly reason: string }) => (
  <p class="notice" role="alert">
    {t('whatif.failed', { reason })}
  </p>
);
