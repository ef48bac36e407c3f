/** Deletes names, answers and creatures kept by link when their time is up: once at the start, then every hour. */
import type { Logger } from 'pino';
import type { CreatureStore } from './persistence/creature-store.ts';
import type { EvidenceStore } from './persistence/evidence-store.ts';

const DAY_MS = 24 * 60 * 60_000;
const EVERY_MS = 60 * 60_000;

/** When what was begun at `begunAt` is deleted; both in milliseconds since 1970. */
export const keptUntil = (begunAt: number, retentionDays: number): number => begunAt + retentionDays * DAY_MS;

/** Returns the way to stop, which resolves when a deletion under way has ended. */
export function startRetention(
  store: Pick<EvidenceStore, 'forgetClassesBefore'>,
  retentionDays: number,
  log: Pick<Logger, 'info' | 'error'>,
  now: () => number = Date.now,
): () => Promise<void> {
  const sweep = async (): Promise<void> => {
    try {
      const classes = await store.forgetClassesBefore(now() - retentionDays * DAY_MS);
      if (classes > 0) log.info({ classes, retentionDays }, 'names and answers of old classes were deleted');
    } catch (error) {
      log.error({ error }, 'names and answers of old classes could not be deleted; the next try is in an hour');
    }
  };
  return everyHour(sweep);
}

/** The same for creatures, which are kept as long as recordings. */
export function startForgettingCreatures(
  store: Pick<CreatureStore, 'forgetCreaturesBefore'>,
  recordingDays: number,
  log: Pick<Logger, 'info' | 'error'>,
  now: () => number = Date.now,
): () => Promise<void> {
  return everyHour(async () => {
    try {
      const creatures = await store.forgetCreaturesBefore(now() - recordingDays * DAY_MS);
      if (creatures > 0) log.info({ creatures, recordingDays }, 'creatures kept by link were deleted');
    } catch (error) {
      log.error({ error }, 'creatures kept by link could not be deleted; the next try is in an hour');
    }
  });
}

/** At once, then every hour; `task` never rejects. Returns the way to stop, which resolves when what is under way has ended. */
export function everyHour(task: () => Promise<void>): () => Promise<void> {
  let running = task();
  const timer = setInterval(() => {
    running = running.then(task);
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
