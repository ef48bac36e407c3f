import { useLocation } from 'preact-iso';
import { t } from '../../i18n/i18n.ts';
import type { BranchSource } from '../../session/branch-source.ts';
import { openedFile } from '../../session/opened-file.ts';
import { UploadThis } from '../library/upload.tsx';
import { saveFile } from '../parts/save-file.ts';
import type { Parent } from './whatif-page.tsx';

interface Props {
  readonly parent: Parent;
  readonly source: BranchSource;
}

/** A branch is a recording too: to be watched, saved, and brought to the library. */
export function Keeping({ parent, source }: Props) {
  const { file } = source.state.value;
  const { route } = useLocation();
  if (file === null) return null;
  const name = `twinfold-${parent.recording.settings.founder}-what-if-${source.plan.from + 1}.twinfold`;
  const watch = (): void => {
    openedFile.value = { name, bytes: file };
    route(`/replay#g=${source.plan.from + 1}`);
  };
  return (
    <section class="keeping" aria-label={t('whatif.keep.title')}>
      <h2>{t('whatif.keep.title')}</h2>
      <p>{t('whatif.keep.about')}</p>
      <div class="actions">
        <button type="button" class="button small" onClick={watch}>
          {t('whatif.keep.watch')}
        </button>
        <button type="button" class="button small" onClick={() => saveFile(name, new Blob([file]))}>
          {t('whatif.keep.save')}
        </button>
        <UploadThis bytes={file} />
      </div>
    </section>
  );
}
