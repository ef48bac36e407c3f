import { useState } from 'preact/hooks';
import type { RecordingFile } from '../../../shared/replay/recording.ts';
import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { useOnDemand } from '../parts/on-demand.ts';

interface Props {
  readonly model: MatchModel;
  /** The recording on show; absent after a live match, whose recording the server has. */
  readonly file?: RecordingFile;
  readonly small?: boolean;
}

/** The way to all that can be taken away from a match. What makes it is loaded when it is opened. */
export function TakeButton({ small = false, ...props }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class={small ? 'button small' : 'button'} onClick={() => setOpen(true)}>
        {t('takeaway.open')}
      </button>
      {open ? <Sheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Sheet(props: Omit<Props, 'small'> & { readonly onClose: () => void }) {
  const loaded = useOnDemand(() => import('./take-sheet.tsx'));
  if (loaded === 'failed') return <p role="alert">{t('takeaway.notLoaded')}</p>;
  return loaded ? <loaded.TakeSheet {...props} /> : null;
}
