import '../../styles/whatif.css';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { Recording } from '../../../shared/replay/recording.ts';
import type { Timeline } from '../../../shared/replay/timeline.ts';
import { CURRENT_KERNEL } from '../../../shared/sim/embryo/kernels/current.ts';
import { playsAsToday } from '../../../shared/sim/world/rules.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchRecording } from '../../net/api.ts';
import { openedFile } from '../../session/opened-file.ts';
import { nursery } from '../../worker/nursery.ts';
import { Message } from '../parts/message.tsx';
import { Page } from '../parts/page.tsx';
import { useTitle } from '../parts/use-title.ts';
import { openBytes } from '../theatre/opening.ts';
import { Asking } from './asking.tsx';

/** What stands for an id in the address when the recording is a file that somebody brought. */
const FILE = 'file';

/** A recording that can be asked. */
export interface Parent {
  readonly recording: Recording;
  readonly timeline: Timeline;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where its replay is. */
  readonly replay: string;
}

/** "What if …?": one moment of a recorded match, one thing changed, and what follows from it. */
export function WhatIf() {
  const id = useRoute().params.id ?? '';
  const [parent, setParent] = useState<Parent | string | null>(null);
  useTitle(t('whatif.title'));
  useEffect(() => {
    let gone = false;
    setParent(null);
    void open(id).then((found) => gone || setParent(found));
    return () => {
      gone = true;
      nursery().useKernel(CURRENT_KERNEL);
    };
  }, [id]);
  if (parent === null) return <p class="arriving">{t('replay.loading')}</p>;
  if (typeof parent === 'string') {
    return (
      <Message title={t('whatif.cannot')} text={parent}>
        <a class="button primary" href="/replays">
          {t('nav.replays')}
        </a>
      </Message>
    );
  }
  return (
    <Page>
      <Asking parent={parent} />
    </Page>
  );
}

/** The recording, or a sentence about why it cannot be asked. */
async function open(id: string): Promise<Parent | string> {
  const got = id === FILE ? broughtFile() : await fetchRecording(id);
  if (!got.ok) return got.error;
  const bytes = new Uint8Array(got.value);
  const opened = openBytes(bytes, id === FILE ? '' : id);
  if (!opened.ok) return [opened.text, opened.detail].filter(Boolean).join(' ');
  // The page steps by itself.
  opened.source.close();
  const { recording } = opened.file;
  if (recording.secret === null) return t('whatif.notOver');
  if (!playsAsToday(recording.settings.rules)) return t('whatif.oldRules');
  const replay = id === FILE ? '/replay' : `/replay/${id}`;
  return { recording, timeline: opened.source.playback.timeline, bytes, replay };
}

function broughtFile(): { ok: true; value: Uint8Array } | { ok: false; error: string } {
  const file = openedFile.value;
  return file === null ? { ok: false, error: t('whatif.noFile') } : { ok: true, value: file.bytes };
}
