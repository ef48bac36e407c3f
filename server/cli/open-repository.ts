/** The database that the server has, for commands that look into it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import { DATABASE_FILE, openSqliteRepository } from '../persistence/sqlite.ts';

/** Beside a server that runs. Rejects with a sentence. */
export async function openRepository({ dataDir, databaseUrl }: Config): Promise<MatchRepository> {
  if (databaseUrl !== undefined) {
    const { openPostgresRepository } = await import('../persistence/postgres.ts');
    return openPostgresRepository(databaseUrl);
  }
  if (!existsSync(join(dataDir, DATABASE_FILE))) {
    throw new Error(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL as the server has them.`);
  }
  return openSqliteRepository(dataDir);
}
