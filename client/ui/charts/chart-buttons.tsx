import { useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { useOnDemand } from '../parts/on-demand.ts';
import type { ChartPage } from './chart-book.tsx';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
}

/** The ways into the charts. What draws them is loaded with the first that is opened. */
export function ChartButtons({ model, world }: Props) {
  const [open, setOpen] = useState<ChartPage | null>(null);
  return (
    <div class="panel-actions">
      <button type="button" class="button small" onClick={() => setOpen('traits')}>
        {t('charts.open')}
      </button>
      <button type="button" class="button small" onClick={() => setOpen('lines')}>
        {t('charts.openLines')}
      </button>
      {open ? <Book model={model} world={world} opensAt={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function Book(props: Props & { readonly opensAt: ChartPage; readonly onClose: () => void }) {
  const loaded = useOnDemand(() => import('./chart-book.tsx'));
  if (loaded === 'failed') return <p role="alert">{t('charts.failed')}</p>;
  return loaded ? <loaded.ChartBook {...props} /> : null;
}
