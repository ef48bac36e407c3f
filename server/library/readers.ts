/**
 * Threads that read recordings, so that none can hold up a room, fill the memory or end the process: one for files as they come, and
 * one that takes its time, with all that can wait.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { createSerial } from '../match/serial.ts';
import { type FileSurvey, type SurveyRefusal, TOO_MUCH_WORK } from './survey.ts';
import type { SurveyTask } from './worker.ts';

export interface ReaderLimits {
  /** Processor time for a file that comes, in milliseconds. */
  readonly cpuMs: number;
  /** A thread's own, in megabytes. */
  readonly memoryMb: number;
  /** Whoever waits hears of something by then, however busy the machine is: a thread that is stuck is ended. In milliseconds. */
  readonly stuckMs: number;
}

export const READER_LIMITS: ReaderLimits = { cpuMs: 2_000, memoryMb: 64, stuckMs: 20_000 };

/** The longest match of the largest world takes about two minutes where nothing else runs. */
const VERIFYING_MS = 10 * 60_000;
const IDLE_MS = 60_000;
/** To what threads that take their time yield. */
const NICE = 15;

export interface Readers {
  /** Of a file that somebody brings. */
  survey(bytes: Uint8Array): Promise<FileSurvey | SurveyRefusal>;
  /** Of a match of our own, however long it is. */
  surveyOwn(bytes: Uint8Array): Promise<FileSurvey | SurveyRefusal>;
  /** Whether every embryo, grown again, comes out as recorded; null where that cannot be told. */
  verify(bytes: Uint8Array): Promise<boolean | null>;
  /** Ends what is being read. */
  close(): Promise<void>;
}

export function createReaders({ cpuMs, memoryMb, stuckMs }: ReaderLimits = READER_LIMITS): Readers {
  const create = (niceIncrement: number): Piscina => {
    const pool = new Piscina({
      filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
      ...{ minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS, niceIncrement },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    // A thread that ends while it reads tells whoever waits. One that ends while nobody does would else end the process.
    return pool.on('error', () => {});
  };
  const coming = create(0);
  const patient = create(NICE);
  // Of two that come at once the second has all its time as well.
  const inTurn = createSerial();
  const survey = async (pool: Piscina, task: SurveyTask, ms: number): Promise<FileSurvey | SurveyRefusal> => {
    try {
      return await pool.run(task, { name: 'survey', signal: AbortSignal.timeout(ms) });
    } catch (error) {
      if (isBeyond(error)) return TOO_MUCH_WORK;
      throw error;
    }
  };
  return {
    survey: (bytes) => inTurn(() => survey(coming, { bytes, limits: { cpuMs } }, stuckMs)),
    surveyOwn: (bytes) => survey(patient, { bytes, limits: { cpuMs: null } }, VERIFYING_MS),
    async verify(bytes) {
      try {
        return await patient.run(bytes, { name: 'verify', signal: AbortSignal.timeout(VERIFYING_MS) });
      } catch (error) {
        if (isBeyond(error)) return null;
        throw error;
      }
    },
    async close() {
      await Promise.all([coming.destroy(), patient.destroy()]);
    },
  };
}

/** Whether the thread was ended because it took too long or too much. */
const isBeyond = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'));
