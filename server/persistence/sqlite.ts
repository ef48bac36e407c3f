/** The embedded database: one file, nothing to install or set up. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { SQLITE } from './dialect.ts';
import { createRepository } from './queries.ts';
import type { MatchRepository } from './repository.ts';
import { openOnThread } from './sqlite-thread.ts';
import { migrations, type Tables } from './tables.ts';

export const DATABASE_FILE = 'twinfold.sqlite';

/**
 * Opens the database in `dataDir`, making and migrating it where needed. Throws with a sentence when the folder cannot be
 * written or the file is no database of ours.
 */
export async function openSqliteRepository(dataDir: string): Promise<MatchRepository> {
  const file = join(dataDir, DATABASE_FILE);
  const db = new Kysely<Tables>({ dialect: await openFile(dataDir, file) });
  const { error } = await new Migrator({ db, provider: migrations(SQLITE) }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw new Error(
      `The database ${file} could not be brought to this version's form: ${reason(error)} ` +
        'If a newer Twinfold wrote it, start that one; else move the file away to begin afresh.',
    );
  }
  return createRepository(db, SQLITE);
}

async function openFile(dataDir: string, file: string): Promise<Dialect> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await openOnThread(file);
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
