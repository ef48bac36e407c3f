import { useEffect, useState } from 'preact/hooks';
import { DecodeError } from '../../../shared/protocol/bytes.ts';
import { decodeRecordingFile, type RecordingFile } from '../../../shared/replay/recording.ts';
import { openTimeline, type Timeline } from '../../../shared/replay/timeline.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchRecording } from '../../net/api.ts';
import type { MatchModel } from '../../session/match-model.ts';

export interface Taken {
  readonly file: RecordingFile;
  readonly timeline: Timeline;
}

/**
 * The whole match: the recording that is on show, or the one that the server kept of the match just played, since a page may
 * have come late to it. Null while it is on its way, a sentence when there is none.
 */
export function useTaken({ source }: MatchModel, file?: RecordingFile): Taken | string | null {
  const shown = file && source.playback ? { file, timeline: source.playback.timeline } : null;
  const [taken, setTaken] = useState<Taken | string | null>(shown);
  const id = source.table.value.recording;
  useEffect(() => {
    if (shown) return;
    let gone = false;
    void fetchTaken(id).then((found) => {
      if (!gone) setTaken(found);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  return taken;
}

async function fetchTaken(id: string): Promise<Taken | string> {
  if (!id) return t('takeaway.unrecorded');
  const fetched = await fetchRecording(id);
  if (!fetched.ok) return fetched.error;
  try {
    const file = decodeRecordingFile(fetched.value);
    return { file, timeline: openTimeline(file.recording) };
  } catch (error) {
    if (error instanceof DecodeError) return t('replay.damaged');
    throw error;
  }
}
