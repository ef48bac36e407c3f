import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { CURRENT_KERNEL } from '../../../shared/sim/embryo/kernels/current.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchRecording } from '../../net/api.ts';
import { readMoment } from '../../session/moment-link.ts';
import { openedFile } from '../../session/opened-file.ts';
import { nursery } from '../../worker/nursery.ts';
import { MatchScreen } from '../match/match-screen.tsx';
import { Message } from '../parts/message.tsx';
import { ChooseFile, DropPlace } from '../theatre/drop-place.tsx';
import { type NotOpened, type Opened, openBytes } from '../theatre/opening.ts';
import { Theatre } from '../theatre/theatre.tsx';

/** A recorded match: from the server by its id, or a file that somebody brought. */
export function Replay() {
  const { params, query } = useRoute();
  const id = params.id ?? '';
  const brought = id ? null : openedFile.value;
  const [outcome, setOutcome] = useState<Opened | NotOpened | null>(null);
  useEffect(() => {
    let gone = false;
    let opened: Opened | null = null;
    setOutcome(null);
    if (!id && !brought) return;
    void open(id, brought?.bytes).then((found) => {
      if (gone) {
        if (found.ok) found.source.close();
        return;
      }
      if (found.ok) {
        opened = found;
        const begins = beginsAt(query.generation);
        found.source.playback.seek(begins);
        // A link to a very moment is there to be looked at; one to a generation, to be watched.
        if (!Number.isInteger(begins)) found.source.playback.pause();
      }
      setOutcome(found);
    });
    return () => {
      gone = true;
      opened?.source.close();
      nursery().useKernel(CURRENT_KERNEL);
    };
  }, [id, brought]);
  if (!id && !brought) return <Bring />;
  if (!outcome) return <p class="arriving">{t('replay.loading')}</p>;
  if (!outcome.ok) return <NotShown {...outcome} />;
  const { source, file } = outcome;
  return (
    <>
      <MatchScreen
        source={source}
        foot={(model, world) => <Theatre model={model} world={world} playback={source.playback} file={file} id={id} />}
      />
      <DropPlace />
    </>
  );
}

/** Where the address says; links of earlier days name the generation in their query. */
function beginsAt(generation: string | undefined): number {
  const { position } = readMoment(location.hash);
  const old = Number(generation);
  return position ?? (Number.isInteger(old) && old > 0 ? old - 1 : 0);
}

async function open(id: string, bytes?: Uint8Array): Promise<Opened | NotOpened> {
  if (bytes) return openBytes(bytes, '');
  const fetched = await fetchRecording(id);
  return fetched.ok ? openBytes(fetched.value, id) : { ok: false, text: fetched.error, detail: '' };
}

/** Nothing is open yet. */
function Bring() {
  return (
    <>
      <Message title={t('theatre.bringTitle')} text={t('theatre.bringText')}>
        <ChooseFile primary />
        <a class="button" href="/replays">
          {t('nav.replays')}
        </a>
      </Message>
      <DropPlace />
    </>
  );
}

function NotShown({ text, detail }: NotOpened) {
  return (
    <>
      <Message title={t('replay.cannot')} text={text} {...(detail ? { detail } : {})}>
        <a class="button primary" href="/replays">
          {t('nav.replays')}
        </a>
        <ChooseFile />
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('action.retry')}
        </button>
      </Message>
      <DropPlace />
    </>
  );
}
