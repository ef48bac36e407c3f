/** Wishes that end with what they are for. */
import type { Wish } from '../../worker/nursery.ts';

/** What is wished for; rejects with the signal's reason as soon as nobody wants it any more. */
export function granted<Value>(wish: Wish<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      wish.cancel();
      reject(signal.reason);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    const settled = (): void => signal.removeEventListener('abort', stop);
    wish.done.then(
      (value) => {
        settled();
        resolve(value);
      },
      (error: unknown) => {
        settled();
        reject(error);
      },
    );
  });
}
