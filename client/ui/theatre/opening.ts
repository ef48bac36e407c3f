/** From the bytes of a file to a match on the screen; or to words about why there is none. */
import { DecodeError } from '../../../shared/protocol/bytes.ts';
import { decodeRecordingFile, RECORDING_VERSION, type RecordingFile } from '../../../shared/replay/recording.ts';
import { openTimeline } from '../../../shared/replay/timeline.ts';
import { t } from '../../i18n/i18n.ts';
import { createReplaySource, type ReplaySource } from '../../session/replay-source.ts';
import { kernelAddress } from '../../worker/kernel-address.ts';
import { nursery } from '../../worker/nursery.ts';

export interface Opened {
  readonly ok: true;
  readonly file: RecordingFile;
  readonly source: ReplaySource;
}

/** `text`: what is wrong and what to do; `detail`: the reader's own sentence, with the generation where one can be named. */
export interface NotOpened {
  readonly ok: false;
  readonly text: string;
  readonly detail: string;
}

const no = (text: string, detail = ''): NotOpened => ({ ok: false, text, detail });

/** `id`: under which the server has it; empty for a file of one's own. */
export function openBytes(bytes: Uint8Array, id: string): Opened | NotOpened {
  try {
    const file = decodeRecordingFile(bytes);
    const { recording } = file;
    if (!kernelAddress(recording.kernel)) return no(t('replay.kernel', { kernel: recording.kernel }));
    const timeline = openTimeline(recording);
    if (timeline.generations === 0) return no(t('replay.empty'));
    nursery().useKernel(recording.kernel);
    const { habitats } = recording.settings;
    const names = Array.from({ length: habitats }, (_, seat) => t('replay.steward', { number: seat + 1 }));
    return { ok: true, file, source: createReplaySource({ timeline, id, names }) };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return unreadable(bytes, error.message);
  }
}

const MAGIC = 'TWINFOLD';

/** Why bytes are no recording that this page can read. */
function unreadable(bytes: Uint8Array, sentence: string): NotOpened {
  const named = [...MAGIC].every((letter, at) => bytes[at] === letter.charCodeAt(0));
  if (!named) return no(t('theatre.noRecording'));
  const format = bytes[MAGIC.length] ?? 0;
  if (format > RECORDING_VERSION) return no(t('theatre.newer', { format, known: RECORDING_VERSION }));
  return no(t('replay.damaged'), sentence);
}
