/** For browsers that do not say when they are idle: what has been drawn until now is on the screen by then. */
const SOON_MS = 50;

/** Does something as soon as the browser has nothing more urgent to do, and at the latest after `longestMs`. Returns the way to give it up. */
export function whenIdle(task: () => void, longestMs: number): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(task, Math.min(SOON_MS, longestMs));
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: longestMs });
  return () => cancelIdleCallback(handle);
}
