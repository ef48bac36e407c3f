/** Runs tasks one after another, in the order in which they were given: a match does one thing at a time. */
export type Serial = <T>(task: () => Promise<T> | T) => Promise<T>;

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    // Whoever gave the task hears of its failure; the next task runs all the same.
    last = run.catch(() => {});
    return run;
  };
}

/**
 * The same for tasks that somebody waits for who does not wait for ever: one whose turn comes later than `longestWaitMs` is not run, and
 * gives null. However many come at once, the line is never longer than that. `now`: milliseconds of any steady clock.
 */
export function createSerialWhile(longestWaitMs: number, now: () => number = () => performance.now()) {
  const serial = createSerial();
  return <T>(task: () => Promise<T>): Promise<T | null> => {
    const asked = now();
    return serial(async () => (now() - asked > longestWaitMs ? null : task()));
  };
}
