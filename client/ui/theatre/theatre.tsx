import '../../styles/theatre.css';
import { useEffect, useMemo } from 'preact/hooks';
import { encodeRecording, type RecordingFile } from '../../../shared/replay/recording.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { courseOf } from '../../session/happenings.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { openedFile } from '../../session/opened-file.ts';
import { createVerification, type Verification } from '../../session/verification.ts';
import type { Playback } from '../../session/world-source.ts';
import { verifyInWorker } from '../../worker/verify-desk.ts';
import { CopyButton } from '../host/copy-button.tsx';
import { UploadThis } from '../library/upload.tsx';
import { TakeButton } from '../takeaway/take-button.tsx';
import { Badge } from './badge.tsx';
import { Chapters } from './chapters.tsx';
import { FollowBar } from './follow-bar.tsx';
import { TimeLine } from './time-line.tsx';
import { generationAt, Speed, Transport } from './transport.tsx';
import { TreeButton } from './tree-button.tsx';
import { useFollowing } from './use-following.ts';
import { useMomentLink } from './use-moment-link.ts';
import { useTheatreKeys } from './use-theatre-keys.ts';
import { placeOf } from './words.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly playback: Playback;
  readonly file: RecordingFile;
  /** Under which the server has it; empty for a file of one's own. */
  readonly id: string;
}

/** Below the board of a recording: its line, and what one can do with it. */
export function Theatre({ model, world, playback, file, id }: Props) {
  const course = useMemo(() => courseOf(playback.timeline), [playback]);
  const brought = id ? null : openedFile.value;
  const link = useMomentLink(model, playback);
  const verification = useVerification(file);
  const bodies = useMemo(() => course.tolls.reduce((sum, { born }) => sum + born, 0), [course]);
  useTheatreKeys(playback);
  useFollowing(model, playback);
  return (
    <section class="theatre" aria-label={t('transport.label')}>
      <div class="transport">
        <Transport playback={playback} />
        <TimeLine playback={playback} course={course} habitats={world.habitats} />
        <Speed playback={playback} />
      </div>
      <FollowBar model={model} playback={playback} />
      <div class="theatre-tools">
        <span class="where numeric">{placeOf(course, generationAt(playback))}</span>
        <Chapters playback={playback} course={course} habitats={world.habitats} shift={verification.shift.value} />
        <TreeButton model={model} world={world} playback={playback} />
        <Badge file={file} id={id} verification={verification} bodies={bodies} />
        {id ? <CopyButton text={`${location.origin}/replay/${id}${link}`} label={t('theatre.copyLink')} /> : null}
        <TakeButton model={model} file={file} small />
        <a class="button small" href={`/replay/${id || 'file'}/whatif${link}`}>
          {t('whatif.link')}
        </a>
        {brought ? <UploadThis bytes={brought.bytes} /> : null}
      </div>
    </section>
  );
}

/** Not before the first bodies stand on the screen. */
const PATIENCE_MS = 4000;

/** Where there is a core to spare it begins by itself; else a press on the badge begins it. */
function useVerification(file: RecordingFile): Verification {
  const verification = useMemo(() => createVerification(() => encodeRecording(file.recording), verifyInWorker), [file]);
  useEffect(() => {
    const spare = (navigator.hardwareConcurrency ?? 1) > 2 && file.recording.secret !== null;
    const timer = spare ? setTimeout(verification.start, PATIENCE_MS) : undefined;
    return () => {
      clearTimeout(timer);
      verification.stop();
    };
  }, [verification]);
  return verification;
}
