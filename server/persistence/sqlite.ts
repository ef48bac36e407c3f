/** The embedded database: one file, nothing to install or set up. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createRepository } from './queries.ts';
import type { MatchRepository } from './repository.ts';
import { migrations, type Tables } from './tables.ts';

export const DATABASE_FILE = 'twinfold.sqlite';

/**
 * Opens the database in `dataDir`, making and migrating it where needed. Throws with a sentence when the folder cannot be
 * written or the file is no database of ours.
 */
export async function openSqliteRepository(dataDir: string): Promise<MatchRepository> {
  const file = join(dataDir, DATABASE_FILE);
  const database = openFile(dataDir, file);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const { error } = await new Migrator({ db, provider: migrations('blob') }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw new Error(
      `The database ${file} could not be brought to this version's form: ${reason(error)} ` +
        'If a newer Twinfold wrote it, start that one; else move the file away to begin afresh.',
    );
  }
  return createRepository(db);
}

function openFile(dataDir: string, file: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    const database = new Database(file);
    // Write-ahead log with full sync: an acknowledged row survives a crash of the machine, and readers never wait.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    // What is deleted is overwritten, not only forgotten: names and answers shall be gone.
    database.pragma('secure_delete = ON');
    return database;
  } catch (error) {
    throw new Error(
      `The database ${file} could not be opened: ${reason(error)} Set DATA_DIR to a folder that can be written.`,
    );
  }
}

const reason = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith('.') ? message : `${message}.`;
};
