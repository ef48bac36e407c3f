/** Tells when a page may have slept or been without a network: what it believes of its connection may be old. */

/** Calls when there is reason to look; returns the way to stop. */
export type OnWake = (listener: () => void) => () => void;

export const browserWakes: OnWake = (listener) => {
  const shown = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', shown);
  addEventListener('online', listener);
  addEventListener('pageshow', listener);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    removeEventListener('online', listener);
    removeEventListener('pageshow', listener);
  };
};
