/** Tells operators how a match is being written down: the people of its room are told by the table. */
import type { Logger } from 'pino';
import type { Recorded } from '../match/ledger.ts';
import type { Metrics } from '../operation/metrics.ts';

const WORDS: Readonly<Record<Recorded, string>> = {
  well: 'a match is recorded again, without a gap',
  behind: 'a match goes on and is not recorded for now: what it writes waits in memory',
  givenUp: 'a match is recorded no more',
};

export interface RecordingLog {
  note(now: Recorded, why?: unknown): void;
  /** The match has ended. */
  end(): void;
}

/** `room`: the room’s id, which it has only once it is made. */
export function createRecordingLog(
  { log, metrics }: { log: Logger; metrics: Pick<Metrics, 'unrecorded' | 'error'> },
  room: () => string,
): RecordingLog {
  let last: Recorded = 'well';
  const count = (now: Recorded): void => {
    metrics.unrecorded(Number(now !== 'well') - Number(last !== 'well'));
    last = now;
  };
  return {
    note(now, why) {
      count(now);
      const about = { room: room(), ...(why === undefined ? {} : { error: why }) };
      if (now === 'givenUp') {
        metrics.error('ledger');
        log.error(about, WORDS.givenUp);
      } else log.warn(about, WORDS[now]);
    },
    end: () => count('well'),
  };
}
