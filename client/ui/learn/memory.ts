/** What this browser remembers of hints. It says nothing about who uses it, and the page works without it. */
import { type ReadonlySignal, signal } from '@preact/signals';

const KEY = 'twinfold.hints';

/** `new`: never played here; `asked`: the person wants hints; `done`: they have had them, or want none. */
export type Wish = 'new' | 'asked' | 'done';

function read(): Wish {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'asked' || kept === 'done' ? kept : 'new';
  } catch {
    // A browser that keeps nothing: hints come anew on each visit, and can be dismissed.
    return 'new';
  }
}

const wish = signal<Wish>(read());

export const hintWish: ReadonlySignal<Wish> = wish;

export function rememberHints(next: Wish): void {
  wish.value = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Remembered for as long as the page lives.
  }
}
