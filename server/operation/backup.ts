/** A copy of the embedded database, as it stood at one moment, while a server goes on writing to it; and the way back. */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { holdFolder } from '../persistence/folder-hold.ts';
import { DATABASE_FILE } from '../persistence/sqlite.ts';
import { checkDatabase, type DatabaseContents, settleOnDisk } from './database-file.ts';

/** What belongs to a database besides its file: the log of what was written last, and its index. */
const COMPANIONS = ['', '-wal', '-shm'];
/** Names and answers of classes are in it. */
const FOR_ITS_OWNER_ONLY = 0o600;

/** Writes it to `to`, which must not be there yet. Rejects with a sentence, and then nothing is at `to`. */
export async function backUp(dataDir: string, to: string): Promise<DatabaseContents> {
  const from = join(dataDir, DATABASE_FILE);
  if (!existsSync(from))
    throw new Error(`There is no database in ${dataDir}. Set DATA_DIR to the folder of the one you mean.`);
  if (existsSync(to)) throw new Error(`${to} is there already, and is not written over. Choose another name.`);
  if (!existsSync(dirname(to))) throw new Error(`There is no folder ${dirname(to)}.`);
  const aside = `${to}.${process.pid}.part`;
  // One that may only read would leave companions behind that belong to whoever runs this, and not to the server.
  const source = new Database(from, { fileMustExist: true });
  try {
    source.pragma('query_only = ON');
    // All pages in one step: copied bit by bit, it would begin afresh with every write of the server.
    await source.backup(aside, { progress: ({ totalPages }) => Math.max(1, totalPages) });
    chmodSync(aside, FOR_ITS_OWNER_ONLY);
    const contents = await checkDatabase(aside);
    makeOneFile(aside);
    settleOnDisk(aside);
    renameSync(aside, to);
    settleOnDisk(dirname(to));
    return contents;
  } finally {
    source.close();
    for (const companion of COMPANIONS) rmSync(aside + companion, { force: true });
  }
}

/** A copy that is read somewhere else, by other hands, should need no companions. */
function makeOneFile(file: string): void {
  const copy = new Database(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

export interface Restored extends DatabaseContents {
  /** Where the database lies that was there before; null when there was none. */
  readonly before: string | null;
}

/**
 * Puts a backup in the place of the database of `dataDir`, and what was there aside, under a name with `now` in it. Rejects with a
 * sentence, and then nothing has changed.
 */
export async function restore(dataDir: string, backup: string, now: Date = new Date()): Promise<Restored> {
  if (!existsSync(backup)) throw new Error(`There is no file ${backup}.`);
  const hold = holdFolder(dataDir, 'Stop it first, then restore.');
  const place = join(dataDir, DATABASE_FILE);
  const aside = `${place}.${process.pid}.part`;
  const kept = `${place}.before-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
  try {
    copyFileSync(backup, aside);
    chmodSync(aside, FOR_ITS_OWNER_ONLY);
    const contents = await checkDatabase(aside);
    makeOneFile(aside);
    settleOnDisk(aside);
    const had = existsSync(place);
    // With its companions: what was written last may be in them, and must not be taken for the backup's.
    for (const companion of COMPANIONS) {
      if (existsSync(place + companion)) renameSync(place + companion, kept + companion);
    }
    renameSync(aside, place);
    settleOnDisk(dataDir);
    return { ...contents, before: had ? kept : null };
  } finally {
    for (const companion of COMPANIONS) rmSync(aside + companion, { force: true });
    hold.release();
  }
}
