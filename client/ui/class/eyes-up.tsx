import '../../styles/eyes-up.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';

/**
 * A calm word over the whole screen while the teacher talks. The browser keeps keys out of what lies below, and gives the focus
 * back to where it was.
 */
export function EyesUp() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="eyes-up-sheet"
      aria-labelledby="eyes-up"
      aria-describedby="eyes-up-text"
      onCancel={(event) => event.preventDefault()}
      // Some browsers close it at a second Escape all the same; it goes when the teacher says so.
      onClose={() => dialog.current?.isConnected && dialog.current.showModal()}
    >
      <h2 id="eyes-up" tabIndex={-1} autofocus>
        {t('class.eyesUp')}
      </h2>
      <p id="eyes-up-text">{t('class.eyesUpText')}</p>
    </dialog>
  );
}
