import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A list whose items come and go by themselves: when the one that has the focus goes, its neighbour gets it, or `otherwise` where
 * there is none. `keys` say which items there are.
 */
export function useFocusInList(
  list: RefObject<HTMLElement | null>,
  otherwise: RefObject<HTMLElement | null>,
  keys: string,
): void {
  const place = useRef(-1);
  useLayoutEffect(() => {
    const note = (): void => {
      const item = document.activeElement?.closest('li');
      place.current = item && list.current?.contains(item) ? [...list.current.children].indexOf(item) : -1;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (place.current < 0 || document.activeElement !== document.body) return;
    const items = [...(list.current?.children ?? [])];
    const next = items[Math.min(place.current, items.length - 1)]?.querySelector<HTMLElement>('a, button');
    (next ?? otherwise.current)?.focus({ preventScroll: true });
  }, [keys]);
}
