/** A file that should be a database of ours: whether it is whole, and whether this version can read it. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { SQLITE } from '../persistence/dialect.ts';
import { migrations } from '../persistence/tables.ts';

export interface DatabaseContents {
  readonly matches: number;
  /** Of them, those that were going on. */
  readonly live: number;
}

/** Reads every page of it. Throws with a sentence when it is damaged, of a newer Twinfold, or none of ours. */
export async function checkDatabase(file: string): Promise<DatabaseContents> {
  const database = open(file);
  try {
    const integrity: unknown = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`${file} is damaged: ${String(integrity)}.`);
    const written = names(database);
    const known = new Set(Object.keys(await migrations(SQLITE).getMigrations()));
    const newer = written.filter((name) => !known.has(name));
    if (newer.length > 0) {
      throw new Error(
        `${file} was written by a newer Twinfold (it has ${newer.join(', ')}). Use that version, or a newer one.`,
      );
    }
    return { matches: count(database, 'matches'), live: count(database, 'live_matches') };
  } finally {
    database.close();
  }
}

/** What is on disk stays there, whatever happens to the machine. Works on files and, where there is such a thing, on folders. */
export function settleOnDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function open(file: string): Database.Database {
  try {
    const database = new Database(file, { fileMustExist: true });
    database.pragma('schema_version');
    return database;
  } catch (error) {
    throw new Error(`${file} cannot be read as a database: ${String(error)}.`);
  }
}

function names(database: Database.Database): string[] {
  try {
    return database.prepare<[], string>('select name from kysely_migration order by name').pluck().all();
  } catch {
    throw new Error(`${database.name} is a database, but none of Twinfold’s.`);
  }
}

/** None where an older version had no such table yet. */
function count(database: Database.Database, table: 'matches' | 'live_matches'): number {
  const known = database
    .prepare<[string], number>('select count(*) from sqlite_master where name = ?')
    .pluck()
    .get(table);
  return known ? (database.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0) : 0;
}
