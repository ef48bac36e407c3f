import { useEffect, useState } from 'preact/hooks';
import type { ReplayAbout, ReplayChange } from '../../../shared/protocol/listings.ts';
import { dayAndTime, t } from '../../i18n/i18n.ts';
import { changeRecording, deleteRecording, fetchAbout } from '../../net/library.ts';
import { recordingKeys } from '../../net/recording-keys.ts';
import { Modal } from '../parts/modal.tsx';

interface Props {
  readonly id: string;
  readonly ownKey: string;
  readonly name: string;
  /** Whether anything was changed meanwhile. */
  readonly onClose: (changed: boolean) => void;
}

/** What the owner of a recording may do: keep it for good, take it off the list, delete it. */
export function OwnerSheet({ id, ownKey, name, onClose }: Props) {
  const [about, setAbout] = useState<ReplayAbout | null>(null);
  const [trouble, setTrouble] = useState('');
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    let gone = false;
    void fetchAbout(id).then((told) => {
      if (gone) return;
      if (told.ok) setAbout(told.value);
      else setTrouble(told.error);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  const change = async (to: ReplayChange): Promise<void> => {
    const told = await changeRecording(id, ownKey, to);
    setTrouble(told.ok ? '' : told.error);
    if (!told.ok) return;
    setAbout(told.value);
    setChanged(true);
  };
  const erase = async (): Promise<void> => {
    const done = await deleteRecording(id, ownKey);
    if (!done.ok) {
      setTrouble(done.error);
      return;
    }
    recordingKeys.drop(id);
    onClose(true);
  };
  return (
    <Modal title={t('library.ownerOf', { name })} onClose={() => onClose(changed)}>
      <div class="owner-sheet">
        {about ? (
          <>
            <label class="switch">
              <input
                type="checkbox"
                checked={about.kept}
                onChange={(event) => void change({ kept: event.currentTarget.checked })}
              />
              <span>{t('library.keep')}</span>
            </label>
            <p class="quiet">
              {about.until === null
                ? t('library.keptForGood')
                : t('library.keptUntil', { date: dayAndTime(about.until) })}
            </p>
            <label class="switch">
              <input
                type="checkbox"
                checked={about.listed}
                onChange={(event) => void change({ listed: event.currentTarget.checked })}
              />
              <span>{t('library.listed')}</span>
            </label>
            <p class="quiet">{t(about.listed ? 'library.listedText' : 'library.unlistedText')}</p>
          </>
        ) : null}
        {trouble ? (
          <p class="wrong" role="alert">
            {trouble}
          </p>
        ) : null}
        {asking ? (
          <div class="notice" role="alert">
            <p>{t('library.sure')}</p>
            <div class="actions">
              <button type="button" class="button primary" onClick={() => void erase()}>
                {t('library.deleteNow')}
              </button>
              <button type="button" class="button" onClick={() => setAsking(false)}>
                {t('library.dontDelete')}
              </button>
            </div>
          </div>
        ) : (
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t('library.delete')}
          </button>
        )}
        <p class="quiet">{t('library.keyHere')}</p>
      </div>
    </Modal>
  );
}
