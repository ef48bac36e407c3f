import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { decodeRecording } from '../../../shared/replay/recording.ts';
import { openTimeline } from '../../../shared/replay/timeline.ts';
import { CURRENT_KERNEL } from '../../../shared/sim/embryo/kernels/current.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchRecording } from '../../net/api.ts';
import { createReplaySource, type ReplaySource } from '../../session/replay-source.ts';
import { kernelAddress } from '../../worker/kernel-address.ts';
import { nursery } from '../../worker/nursery.ts';
import { MatchScreen } from '../match/match-screen.tsx';
import { Message } from '../parts/message.tsx';

/** A recorded match, from the server. */
export function Replay() {
  const { params, query } = useRoute();
  const id = params.id ?? '';
  const [source, setSource] = useState<ReplaySource | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    let gone = false;
    let opened: ReplaySource | null = null;
    setSource(null);
    setTrouble('');
    void open(id).then((outcome) => {
      if (gone) return;
      if (typeof outcome === 'string') {
        setTrouble(outcome);
        return;
      }
      opened = outcome;
      // A link to a moment: generations count from 1 there.
      const generation = Number(query.generation);
      if (Number.isInteger(generation) && generation > 0) outcome.playback?.seek(generation - 1);
      setSource(outcome);
    });
    return () => {
      gone = true;
      opened?.close();
      nursery().useKernel(CURRENT_KERNEL);
    };
  }, [id]);
  if (trouble) {
    return (
      <Message title={t('replay.cannot')} text={trouble}>
        <a class="button primary" href="/replays">
          {t('nav.replays')}
        </a>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('action.retry')}
        </button>
      </Message>
    );
  }
  if (!source) return <p class="arriving">{t('replay.loading')}</p>;
  return <MatchScreen source={source} />;
}

/** The recording's source, or a sentence about why there is none. */
async function open(id: string): Promise<ReplaySource | string> {
  const fetched = await fetchRecording(id);
  if (!fetched.ok) return fetched.error;
  try {
    const recording = decodeRecording(fetched.value);
    if (!kernelAddress(recording.kernel)) return t('replay.kernel', { kernel: recording.kernel });
    nursery().useKernel(recording.kernel);
    const timeline = openTimeline(recording);
    if (timeline.generations === 0) return t('replay.empty');
    const { settings } = timeline.recording;
    const names = Array.from({ length: settings.habitats }, (_, seat) => t('replay.steward', { number: seat + 1 }));
    return createReplaySource({ timeline, id, names });
  } catch (error) {
    return error instanceof Error ? `${error.message} ${t('replay.damaged')}` : t('replay.damaged');
  }
}
