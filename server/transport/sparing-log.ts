/** Writes down what strangers can cause as often as they like: some lines of each kind a minute, so that nobody can fill the disk. */
import type { Logger } from 'pino';

const MOST_A_MINUTE = 5;
const MINUTE_MS = 60_000;
/** `kind`: one of our own words. `leftOut`, where there is one, counts the lines before that were not written. */
export type WriteSparingly = (kind: string, level: 'warn' | 'error', about: object, sentence: string) => void;

/** `now`: milliseconds of any steady clock. */
export function createSparingLog(log: Logger, now: () => number = () => performance.now()): WriteSparingly {
  const written = new Map<string, { since: number; lines: number; leftOut: number }>();
  return (kind, level, about, sentence) => {
    const at = now();
    const last = written.get(kind);
    const row = last && at - last.since < MINUTE_MS ? last : { since: at, lines: 0, leftOut: last?.leftOut ?? 0 };
    written.set(kind, row);
    if (row.lines >= MOST_A_MINUTE) {
      row.leftOut++;
      return;
    }
    log[level](row.leftOut === 0 ? about : { ...about, leftOut: row.leftOut }, sentence);
    row.lines++;
    row.leftOut = 0;
  };
}

/** What the framework is to log to. Its errors are texts. */
export function frameworkLog(log: Logger, write: WriteSparingly) {
  const plain = (level: 'debug' | 'info' | 'trace' | 'warn') => (text: unknown) => log[level](String(text));
  return {
    ...{ debug: plain('debug'), info: plain('info'), trace: plain('trace'), warn: plain('warn') },
    error: (text: unknown) => write('framework', 'error', { said: String(text) }, 'the framework met an error'),
  };
}
