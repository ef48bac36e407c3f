import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';

/** A text to pass on. Where a page may not use the clipboard (a school's plain HTTP), it is marked, to be copied by keys. */
export function CopyText({ text }: { readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState<'' | 'copied' | 'marked'>('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('copied');
    } catch {
      area.current?.select();
      setTold('marked');
    }
  };
  return (
    <section class="check-text">
      <label for="check-text">{t('check.text')}</label>
      <textarea id="check-text" ref={area} class="input" rows={9} readOnly value={text} />
      <p class="check-copy">
        <button type="button" class="button primary" onClick={() => void copy()}>
          {t('check.copy')}
        </button>
        <span role="status">{told === '' ? '' : t(`check.${told}`)}</span>
      </p>
    </section>
  );
}
