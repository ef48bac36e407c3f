/** The clock of a phase: it can be held for several reasons at once, and runs when there is none. */

export type Hold = 'host' | 'nobody' | 'frozen' | 'lesson';

export interface PhaseClock {
  /** Milliseconds; 0 means that no time is set. */
  readonly lengthMs: number;
  passedMs(): number;
  /**
   * Begins a phase, or goes on with one of which some time has passed. `onEnd` is called once, when the length has passed, with
   * the moment at which it should have been; never for a length of 0.
   */
  start(lengthMs: number, onEnd: (dueAt: number) => void, passedMs?: number): void;
  /** Gives the phase that runs another length; 0: no time is set any more. What has passed stays passed. */
  resize(lengthMs: number): void;
  hold(reason: Hold): void;
  release(reason: Hold): void;
  isHeld(reason: Hold): boolean;
  /** No call comes after this. */
  stop(): void;
}

export function createPhaseClock(now: () => number = () => performance.now()): PhaseClock {
  const holds = new Set<Hold>();
  let length = 0;
  let passed = 0;
  let since = now();
  let end: (dueAt: number) => void = () => {};
  let timer: NodeJS.Timeout | undefined;

  const passedMs = (): number => (holds.size > 0 ? passed : passed + now() - since);
  const halt = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const run = (): void => {
    since = now();
    if (length > 0) timer = setTimeout(finish, Math.max(0, length - passed));
  };
  const finish = (): void => {
    const dueAt = since + Math.max(0, length - passed);
    halt();
    length = 0;
    end(dueAt);
  };

  return {
    get lengthMs() {
      return length;
    },
    passedMs,
    start(lengthMs, onEnd, passedMs = 0) {
      halt();
      length = lengthMs;
      passed = passedMs;
      end = onEnd;
      since = now();
      if (holds.size === 0) run();
    },
    resize(lengthMs) {
      passed = passedMs();
      halt();
      length = lengthMs;
      since = now();
      if (holds.size === 0) run();
    },
    hold(reason) {
      passed = passedMs();
      since = now();
      holds.add(reason);
      halt();
    },
    release(reason) {
      if (!holds.delete(reason) || holds.size > 0) return;
      run();
    },
    isHeld: (reason) => holds.has(reason),
    stop() {
      halt();
      length = 0;
      end = () => {};
    },
  };
}
