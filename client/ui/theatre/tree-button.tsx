import { useState } from 'preact/hooks';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { Playback } from '../../session/world-source.ts';
import { useOnDemand } from '../parts/on-demand.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly playback: Playback;
}

/** The way to the family tree of the whole match. What draws it is loaded when it is opened. */
export function TreeButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        {t('tree.open')}
      </button>
      {open ? <Tree {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Tree(props: Props & { readonly onClose: () => void }) {
  const loaded = useOnDemand(() => import('./whole-tree.tsx'));
  if (loaded === 'failed') return <p role="alert">{t('charts.failed')}</p>;
  return loaded ? <loaded.WholeTree {...props} /> : null;
}
