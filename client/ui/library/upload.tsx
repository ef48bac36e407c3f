import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { uploadRecording } from '../../net/library.ts';
import { recordingKeys } from '../../net/recording-keys.ts';

type Standing =
  | { readonly kind: 'idle' | 'sending' }
  | { readonly kind: 'there'; readonly id: string; readonly known: boolean }
  | { readonly kind: 'refused'; readonly error: string };

interface Uploading {
  readonly standing: Standing;
  send(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

function useUploading(onDone: () => void): Uploading {
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' });
  return {
    standing,
    async send(bytes) {
      setStanding({ kind: 'sending' });
      const sent = await uploadRecording(bytes);
      if (!sent.ok) {
        setStanding({ kind: 'refused', error: sent.error });
        return;
      }
      const { id, key } = sent.value;
      if (key !== null) recordingKeys.put(id, key);
      setStanding({ kind: 'there', id, known: key === null });
      onDone();
    },
  };
}

/** What became of it. */
function Outcome({ standing }: { readonly standing: Standing }) {
  switch (standing.kind) {
    case 'idle':
      return null;
    case 'sending':
      return (
        <p class="quiet" role="status">
          {t('library.sending')}
        </p>
      );
    case 'refused':
      return (
        <p class="wrong" role="alert">
          {standing.error}
        </p>
      );
    case 'there':
      return (
        <p role="status">
          {t(standing.known ? 'library.known' : 'library.there')}{' '}
          <a href={`/replay/${standing.id}`}>{t('library.toIt')}</a>
        </p>
      );
  }
}

/** Brings a file to the library. */
export function UploadFile({ onDone }: { readonly onDone: () => void }) {
  const { standing, send } = useUploading(onDone);
  return (
    <>
      <label class="button choose-file">
        {t('library.upload')}
        <input
          type="file"
          accept=".twinfold"
          disabled={standing.kind === 'sending'}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void file.arrayBuffer().then((buffer) => send(new Uint8Array(buffer)));
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <Outcome standing={standing} />
    </>
  );
}

/** Brings what is open to the library. */
export function UploadThis({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) {
  const { standing, send } = useUploading(() => undefined);
  return standing.kind === 'idle' || standing.kind === 'refused' ? (
    <>
      <button type="button" class="button small" onClick={() => void send(bytes)}>
        {t('library.uploadThis')}
      </button>
      <Outcome standing={standing} />
    </>
  ) : (
    <Outcome standing={standing} />
  );
}
