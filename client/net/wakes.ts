/** Tells when a page may have slept or been without a network: what it believes of its connection may be old. */

/** Calls when there is reason to look; returns the way to stop. */
export type OnWake = (listener: () => void) => () => void;

export const browserWakes: OnWake = (listener) => {
  const shown = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', shown);
  // A page in the background is frozen to save power, and may be thawed there.
  document.addEventListener('resume', listener);
  addEventListener('online', listener);
  addEventListener('pageshow', listener);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    document.removeEventListener('resume', listener);
    removeEventListener('online', listener);
    removeEventListener('pageshow', listener);
  };
};
