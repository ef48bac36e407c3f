import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';

/** How long the button says what it has done. */
const TOLD_MS = 2_500;

/** Puts a text on the clipboard, and says whether that went well. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [done, setDone] = useState<'' | 'copied' | 'notCopied'>('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      // Forbidden, or a page without encryption: the text stands beside the button and can be marked.
      setDone('notCopied');
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDone(''), TOLD_MS);
  };
  return (
    <button type="button" class="button small" onClick={() => void copy()}>
      <span aria-live="polite">{done ? t(`console.${done}`) : label}</span>
    </button>
  );
}
