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
