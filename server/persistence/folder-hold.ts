/**
 * One process at a time has a data folder: two would both go on with the same matches. The hold is the lock of a file, which the
 * system lets go of whenever and however its process ends.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface FolderHold {
  release(): void;
}

/** How long to wait for one that is just ending, as when a service is restarted. */
const PATIENCE_MS = 3_000;

const GIVE_ANOTHER =
  'Stop that one, or give this one a folder and a port of its own: DATA_DIR=.twinfold-2 PORT=2568 npm start';

/** Throws with a sentence when another process has the folder, and with what to do about it. */
export function holdFolder(dataDir: string, advice: string = GIVE_ANOTHER): FolderHold {
  let lock: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    lock = new Database(join(dataDir, 'running.lock'), { timeout: PATIENCE_MS });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const inUse = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    throw new Error(
      inUse
        ? `Another Twinfold is running with the folder ${dataDir}, and its matches are there. ${advice}`
        : `The folder ${dataDir} cannot be written: ${String(error)} Set DATA_DIR to one that can.`,
    );
  }
  return { release: () => lock.close() };
}
