import '../../styles/drop.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { MAX_RECORDING_BYTES } from '../../../shared/replay/recording.ts';
import { t } from '../../i18n/i18n.ts';
import { openedFile } from '../../session/opened-file.ts';

/** Where a file of one's own is shown. */
const PLACE = '/replay';

/** Takes a file in and goes to where it is shown; a sentence when it cannot. */
function useOpening(): (file: File) => Promise<string> {
  const { route } = useLocation();
  return async (file) => {
    if (file.size > MAX_RECORDING_BYTES) return t('theatre.tooLarge', { name: file.name });
    try {
      openedFile.value = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    } catch {
      // Taken away since it was chosen, or a folder.
      return t('theatre.unreadable', { name: file.name });
    }
    route(PLACE);
    return '';
  };
}

/** A file that is dropped anywhere on the page opens. */
export function DropPlace() {
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState('');
  const open = useOpening();
  const opening = useRef(open);
  opening.current = open;
  useEffect(() => {
    const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Out of the window: between elements of the page there is one to go to.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void opening.current(file).then(setTrouble);
    };
    addEventListener('dragover', enter);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  if (trouble) {
    return (
      <p class="notice drop-trouble" role="alert">
        {trouble}
      </p>
    );
  }
  return over ? (
    <div class="drop-over" aria-hidden="true">
      <p>{t('theatre.dropHere')}</p>
    </div>
  ) : null;
}

/** The way to a file by a press. */
export function ChooseFile({ primary = false }: { readonly primary?: boolean }) {
  const [trouble, setTrouble] = useState('');
  const open = useOpening();
  return (
    <>
      <label class={primary ? 'button primary choose-file' : 'button choose-file'}>
        {t('theatre.choose')}
        <input
          type="file"
          accept=".twinfold"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void open(file).then(setTrouble);
          }}
        />
      </label>
      {trouble ? (
        <p class="wrong" role="alert">
          {trouble}
        </p>
      ) : null}
    </>
  );
}
