/** What can wait: one after the other, each once however often it is asked for. */

export interface Background {
  /** `key`: what is waiting already under it is not added again. Nothing more is taken when too much waits. */
  add(key: string, job: () => Promise<void>): void;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
  /** Lets go of what waits; resolves when the job under way has ended. */
  close(): Promise<void>;
}

/** What is let go is found again by the next look through the library. */
const MOST_WAITING = 500;

/** `failed` hears of jobs that reject. */
export function createBackground(failed: (key: string, error: unknown) => void): Background {
  const waiting = new Map<string, () => Promise<void>>();
  let running: Promise<void> | null = null;
  let closed = false;
  const run = async (): Promise<void> => {
    for (let next = take(waiting); next && !closed; next = take(waiting)) {
      const [key, job] = next;
      await job().catch((error: unknown) => {
        // What is ended on purpose has not failed.
        if (!closed) failed(key, error);
      });
    }
    running = null;
  };
  return {
    add(key, job) {
      if (closed || waiting.has(key) || waiting.size >= MOST_WAITING) return;
      waiting.set(key, job);
      running ??= run();
    },
    idle: async () => {
      while (running !== null) await running;
    },
    async close() {
      closed = true;
      waiting.clear();
      await running;
    },
  };
}

function take(waiting: Map<string, () => Promise<void>>): [string, () => Promise<void>] | undefined {
  const [first] = waiting;
  if (first) waiting.delete(first[0]);
  return first;
}
