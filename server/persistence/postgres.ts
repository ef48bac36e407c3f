/** The database that several processes share: Postgres, reached by its address. */

import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Client } from 'pg';
import { POSTGRES } from './dialect.ts';
import { createPool } from './postgres-pool.ts';
import { explainOpening, MALFORMED, type Whereabouts } from './postgres-trouble.ts';
import { createRepository } from './queries.ts';
import type { MatchRepository } from './repository.ts';
import { migrations, type Tables } from './tables.ts';

/**
 * Connects to the database at `url`, making and changing its tables where needed; several processes may do so at once. Rejects with
 * a sentence, which never has the password in it.
 */
export async function openPostgresRepository(url: string): Promise<MatchRepository> {
  const whereabouts = whereaboutsOf(url);
  const error = await migrate(url);
  if (error !== undefined) throw new Error(explainOpening(error, whereabouts));
  const dialect = new PostgresDialect({ pool: createPool(url) });
  return createRepository(new Kysely<Tables>({ dialect }), POSTGRES);
}

/** What went wrong, if anything. */
async function migrate(url: string): Promise<unknown> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createPool(url, true) }) });
  try {
    const { error } = await new Migrator({ db, provider: migrations(POSTGRES) }).migrateToLatest();
    return error;
  } finally {
    await db.destroy();
  }
}

function whereaboutsOf(url: string): Whereabouts {
  try {
    // An @ in the path: a password with a slash in it, of which a part would be taken for the database's name.
    if (new URL(url).pathname.includes('@')) throw new Error(MALFORMED);
    const { host, port, database, user } = new Client({ connectionString: url });
    return { where: `${host}:${port}`, database: database ?? '', user: user ?? '' };
  } catch {
    // What is wrong with it would be told with the address, and the password in it.
    throw new Error(MALFORMED);
  }
}
