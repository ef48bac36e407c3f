/**
 * The way of a match's writes to the database: one after another, in order. As long as the database does its work each is on disk
 * before it is told. When it cannot be reached or the disk is full the match goes on all the same: what was to be written waits in
 * memory, is tried again with growing patience, and the people are told that it is not recorded meanwhile.
 */
import { type MatchRepository, TakenOver } from '../persistence/repository.ts';
import { isTransient } from '../persistence/transient.ts';

/** What may wait for one match: hours of a class of forty, whose frames are the largest part. */
export const MOST_WAITING_BYTES = 16 * 1024 * 1024;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;
/** How long a match that ends waits for a database that is just coming back. */
const CLOSING_MS = 5_000;

/** `behind`: writes wait, and are tried again. `givenUp`: too many waited, or the database refuses them: none follows any more. */
export type Recorded = 'well' | 'behind' | 'givenUp';

export interface LedgerParts {
  readonly repository: MatchRepository;
  /** How it stands has changed; `why` is for the log. */
  readonly onChange: (now: Recorded, why?: unknown) => void;
  /** Another process has taken the match up, which a write that nobody waited for has found out. */
  readonly onLost: (error: TakenOver) => void;
  readonly mostWaitingBytes?: number;
}

export interface Ledger {
  /** To be used for all writes of the match. Those that change it are put down in order; all else is passed on as it is. */
  readonly repository: MatchRepository;
  /** Whether something of what was acknowledged or told is not on disk. */
  isUnrecorded(): boolean;
  /** Tries once more to write what waits. Resolves in any case. */
  close(): Promise<void>;
}

/** In place of such a name: each counts; it ends the match, and is written even where nothing else is any more. */
const EACH = '';
const LAST = 'last';

interface Entry {
  /** Of entries under the same name only the last counts. */
  readonly replaces: string;
  readonly bytes: number;
  readonly write: () => Promise<void>;
  /** Who waits for it; nobody any more when the database is gone. */
  readonly done: PromiseWithResolvers<void>;
}

export function createLedger(parts: LedgerParts): Ledger {
  const { repository, onChange, onLost, mostWaitingBytes = MOST_WAITING_BYTES } = parts;
  let queue: Entry[] = [];
  let state: Recorded = 'well';
  let lost: TakenOver | undefined;
  let running: Promise<void> | undefined;
  let wake: () => void = () => {};
  let closing = false;
  let triedLast = false;

  const turn = (next: Recorded, why?: unknown): void => {
    if (state === next) return;
    state = next;
    onChange(next, why);
  };

  const lose = (error: TakenOver): void => {
    lost = error;
    const waiting = queue.splice(0);
    const alone = state !== 'well';
    for (const { done } of waiting) done.reject(error);
    if (alone) onLost(error);
  };

  /** Nothing more is recorded: a frame after a gap would be worse than none. Who takes the match up goes on where the gap begins. */
  const giveUp = (why: unknown): void => {
    turn('givenUp', why);
    for (const { done } of queue) done.resolve();
    queue = [];
  };

  /** What gave up meanwhile has another queue. */
  const leave = (entry: Entry): void => {
    if (queue[0] === entry) queue.shift();
  };

  /** Whether the first in the queue is out of it. */
  const attempt = async (entry: Entry): Promise<boolean> => {
    try {
      await entry.write();
    } catch (error) {
      if (error instanceof TakenOver) lose(error);
      else if (isTransient(error)) {
        if (state === 'well') turn('behind', error);
        // The match does not wait for a database that is gone.
        for (const { done } of queue) done.resolve();
        return false;
      } else if (state === 'behind') giveUp(error);
      else {
        leave(entry);
        entry.done.reject(error);
      }
      return true;
    }
    leave(entry);
    entry.done.resolve();
    return true;
  };

  const pump = async (): Promise<void> => {
    let patienceMs = FIRST_RETRY_MS;
    for (let entry = queue[0]; entry !== undefined; entry = queue[0]) {
      if (await attempt(entry)) {
        patienceMs = FIRST_RETRY_MS;
        continue;
      }
      if (triedLast) return;
      triedLast = closing;
      if (!closing) await pause(patienceMs);
      patienceMs = Math.min(LONGEST_RETRY_MS, patienceMs * 2);
    }
    if (state === 'behind') turn('well');
  };

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = (): void => {
    running ??= pump().finally(() => {
      running = undefined;
      if (queue.length > 0 && !triedLast) run();
    });
  };

  const add = (bytes: number, replaces: string, write: () => Promise<void>): Promise<void> => {
    const done = Promise.withResolvers<void>();
    // Whoever waits for it hears of a failure; who has gone on need not.
    done.promise.catch(() => {});
    // The first may be on its way.
    if (state === 'behind' && replaces !== EACH && replaces !== LAST)
      queue = queue.filter((each, at) => at === 0 || each.replaces !== replaces);
    queue.push({ bytes, replaces, write, done });
    if (state !== 'well') done.resolve();
    run();
    return done.promise;
  };

  const put = (bytes: number, write: () => Promise<void>, replaces = EACH): Promise<void> => {
    if (lost !== undefined) return Promise.reject(lost);
    if (state === 'givenUp' && replaces !== LAST) return Promise.resolve();
    const adding = add(bytes, replaces, write);
    const waiting = queue.reduce((sum, each) => sum + each.bytes, 0);
    if (state === 'behind' && waiting > mostWaitingBytes) {
      giveUp(new Error(`More than ${mostWaitingBytes} bytes wait to be written.`));
    }
    return adding;
  };

  return {
    repository: { ...repository, ...writesOf(repository, put) },
    isUnrecorded: () => state !== 'well',
    async close() {
      closing = true;
      wake();
      const tooLate = Promise.withResolvers<void>();
      const timer = setTimeout(tooLate.resolve, CLOSING_MS);
      await Promise.race([running, tooLate.promise]);
      clearTimeout(timer);
      if (queue.length === 0 || state === 'givenUp') return;
      turn('givenUp', new Error(`The match ended with ${queue.length} writes that the database did not take.`));
    },
  };
}

type Put = (bytes: number, write: () => Promise<void>, replaces?: string) => Promise<void>;

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** Every write of a match that goes on, or ends. */
const writesOf = (to: MatchRepository, put: Put) =>
  ({
    addCommands: (id, commands) =>
      put(
        commands.reduce((sum, { bytes }) => sum + bytes.length, 0),
        () => to.addCommands(id, commands),
      ),
    addFrame: (id, frame) => put(frame.bytes.length, () => to.addFrame(id, frame)),
    putPrediction: (id, prediction) => put(sizeOf(prediction), () => to.putPrediction(id, prediction)),
    addJudgements: (id, judgements) => put(sizeOf(judgements), () => to.addJudgements(id, judgements)),
    finishMatch: (id, finalHash) => put(finalHash.length, () => to.finishMatch(id, finalHash)),
    saveClass: (id, state) => put(sizeOf(state), () => to.saveClass(id, state), 'class'),
    putClassBook: (stored) => put(sizeOf(stored), () => to.putClassBook(stored), 'book'),
    putLessonAnswer: (id, answer) => put(sizeOf(answer), () => to.putLessonAnswer(id, answer)),
    addConductReport: (id, report) => put(sizeOf(report), () => to.addConductReport(id, report)),
    interruptMatch: (id, why) => put(0, () => to.interruptMatch(id, why), LAST),
    endLive: (id) => put(0, () => to.endLive(id), LAST),
    dropMatch: (id) => put(0, () => to.dropMatch(id), LAST),
  }) satisfies Partial<MatchRepository>;
