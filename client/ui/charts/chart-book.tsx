import '../../styles/charts.css';
import { useEffect, useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { groundName } from '../../i18n/model-words.ts';
import { generationShown } from '../../session/creature-view.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Modal } from '../parts/modal.tsx';
import { LinesPage } from './lines-page.tsx';
import { PopulationPage } from './population-page.tsx';
import { TraitsPage } from './traits-page.tsx';

const PAGES = ['traits', 'population', 'lines'] as const;
export type ChartPage = (typeof PAGES)[number];

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly opensAt: ChartPage;
  readonly onClose: () => void;
}

/** What happened in a habitat so far, in a recording to its end, drawn and tabled. */
export function ChartBook({ model, world, opensAt, onClose }: Props) {
  const [page, setPage] = useState<ChartPage>(opensAt);
  const [habitat, setHabitat] = useState(model.habitat.value);
  const shown = Math.max(0, generationShown(world));
  // A recording is known to its end.
  const last = Math.max(shown, (model.source.playback?.generations ?? 0) - 1);
  const [chosen, setChosen] = useState<number | null>(null);
  const place = Math.min(chosen ?? shown, last);
  useEffect(() => {
    model.measuring.hurried.value = true;
    return () => {
      model.measuring.hurried.value = false;
    };
  }, [model]);
  const shared = { model, world, habitat, last, place, onPlace: setChosen };
  return (
    <Modal wide title={t('charts.title')} onClose={onClose}>
      <div class="chart-book" data-page={page} data-measured={model.measuring.progress.value.measured}>
        <div class="chart-head">
          <div class="chart-pages">
            {PAGES.map((each) => (
              <button
                key={each}
                type="button"
                class="button small"
                aria-pressed={page === each}
                onClick={() => setPage(each)}
              >
                {t(`charts.pages.${each}`)}
              </button>
            ))}
          </div>
          <label class="choice">
            <span>{t('charts.habitat')}</span>
            <select
              class="input"
              value={String(habitat)}
              onChange={(event) => setHabitat(Number(event.currentTarget.value))}
            >
              {world.habitats.map((each) => (
                <option key={each.id} value={String(each.id)}>
                  {t('habitat.title', { number: each.id + 1, ground: groundName(each) })}
                </option>
              ))}
            </select>
          </label>
        </div>
        {page === 'traits' ? <TraitsPage {...shared} /> : null}
        {page === 'population' ? <PopulationPage {...shared} /> : null}
        {page === 'lines' ? <LinesPage model={model} habitat={habitat} last={shown} onPoint={onClose} /> : null}
      </div>
    </Modal>
  );
}
