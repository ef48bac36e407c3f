import '../../styles/modal.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A sheet over everything else. The browser keeps the keys inside it, closes it by Escape, and gives the focus back. */
export function Modal({ title, wide = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click outside is a second way; Escape and the button are the first
    <dialog
      ref={dialog}
      class={wide ? 'modal wide' : 'modal'}
      aria-labelledby="modal-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="modal-sheet">
        <header>
          <h2 id="modal-title">{title}</h2>
          <button type="button" class="close" aria-label={t('action.close')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
        <section class="modal-body" tabIndex={0} aria-labelledby="modal-title">
          {children}
        </section>
      </div>
    </dialog>
  );
}
