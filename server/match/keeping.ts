/** Keeps on disk what a match is besides its world. A write covers all that changed since the one before: a class comes in at once. */
import { setImmediate } from 'node:timers/promises';

export interface Keeping {
  /**
   * Resolves when all that has changed until now is on disk; null when it is already. Rejects when it could not be written:
   * then nobody must be told of it.
   */
  keep(): Promise<void> | null;
}

/**
 * `read`: what is to be kept, as it is now. `mark`: a text that differs whenever it must be written again. `write` is never
 * called while it runs.
 */
export function createKeeping<State>(
  read: () => State,
  mark: (state: State) => string,
  write: (state: State) => Promise<void>,
): Keeping {
  let kept = '';
  let running: { readonly mark: string; readonly done: Promise<void> } | null = null;
  let next: Promise<void> | undefined;

  const begin = async (before: Promise<void> | undefined): Promise<void> => {
    // What went wrong before was told to those who waited for it.
    await before?.catch(() => {});
    await setImmediate();
    const state = read();
    const now = mark(state);
    next = undefined;
    running = { mark: now, done: write(state) };
    try {
      await running.done;
      kept = now;
    } finally {
      running = null;
    }
  };

  return {
    keep() {
      if (next !== undefined) return next;
      const now = mark(read());
      if (running?.mark === now) return running.done;
      if (running === null && kept === now) return null;
      next = begin(running?.done);
      return next;
    },
  };
}
