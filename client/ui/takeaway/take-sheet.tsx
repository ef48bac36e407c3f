import '../../styles/charts.css';
import '../../styles/takeaway.css';
import { encodeRecording, type RecordingFile } from '../../../shared/replay/recording.ts';
import { number, t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { Modal } from '../parts/modal.tsx';
import { saveFile } from '../parts/save-file.ts';
import { fileName } from './file-name.ts';
import { NumbersPart } from './numbers-part.tsx';
import { PicturesPart } from './pictures-part.tsx';
import { TaskLine } from './task-line.tsx';
import { useTaken } from './use-taken.ts';
import { useTask } from './use-task.ts';

interface Props {
  readonly model: MatchModel;
  readonly file?: RecordingFile;
  readonly onClose: () => void;
}

/** All that can be taken away from a match: the recording itself, its numbers, pictures and films. */
export function TakeSheet({ model, file, onClose }: Props) {
  const taken = useTaken(model, file);
  const task = useTask();
  const busy = task.state.kind === 'running';
  return (
    <Modal wide title={t('takeaway.title')} onClose={onClose}>
      {taken === null ? <p class="quiet">{t('replay.loading')}</p> : null}
      {typeof taken === 'string' ? <p role="alert">{taken}</p> : null}
      {taken !== null && typeof taken !== 'string' ? (
        <div class="takeaway">
          <TaskLine task={task} />
          <RecordingPart file={taken.file} />
          <NumbersPart model={model} taken={taken} busy={busy} run={task.run} />
          <PicturesPart model={model} taken={taken} busy={busy} run={task.run} />
        </div>
      ) : null}
    </Modal>
  );
}

/** The file from which all else follows: as it came, its seal with it. */
function RecordingPart({ file }: { readonly file: RecordingFile }) {
  const { seal, recording } = file;
  const bytes = encodeRecording(recording, ...(seal ? [() => seal] : []));
  return (
    <section aria-labelledby="take-recording">
      <h3 id="take-recording">{t('takeaway.recording.title')}</h3>
      <p>{t('takeaway.recording.text')}</p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() =>
            saveFile(fileName(file, '', 'twinfold'), new Blob([bytes], { type: 'application/octet-stream' }))
          }
        >
          {t('takeaway.recording.save', { size: number(Math.max(1, Math.round(bytes.length / 1000))) })}
        </button>
      </div>
    </section>
  );
}
