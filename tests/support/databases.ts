/**
 * The databases that matches can be kept in, fresh ones for tests. Postgres is tested where one can be reached, at TEST_DATABASE_URL or
 * on this machine; where not, its tests say so and are skipped.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { openPostgresRepository } from '../../server/persistence/postgres.ts';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { DATABASE_FILE, openSqliteRepository } from '../../server/persistence/sqlite.ts';

export interface TestDatabase {
  /** Opens it as another process would: each has an owner of its own. */
  open(): Promise<MatchRepository>;
  /** Does to it what no repository would; statements end with a semicolon. */
  alter(statements: string): Promise<void>;
  /** Closes all that was opened. */
  remove(): Promise<void>;
}

/** An address of the server, with a database that is there already. */
const SERVER =
  process.env.TEST_DATABASE_URL ?? `postgres://${encodeURIComponent(userInfo().username)}@127.0.0.1:5432/postgres`;

/** Runs one statement as an operator would. */
export async function askPostgres(statement: string, url: string = SERVER): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

/** Whether there is a Postgres to test with. */
export const postgresIsHere: boolean = await askPostgres('select 1').then(
  () => true,
  () => false,
);

/** What is tested, or the reason why not. */
export const POSTGRES = postgresIsHere
  ? 'Postgres'
  : 'Postgres: NOT TESTED, since none can be reached at 127.0.0.1:5432 or TEST_DATABASE_URL';

// Reports name what passed and failed, and hardly what was left out.
if (!postgresIsHere) process.stderr.write(`${POSTGRES}\n`);

/** A new, empty database of its own. */
export async function createPostgres(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `twinfold_test_${randomUUID().replaceAll('-', '')}`;
  await askPostgres(`create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await askPostgres(`drop database ${name} with (force)`)) };
}

const opening = (
  open: () => Promise<MatchRepository>,
  alter: (statements: string) => Promise<void>,
  forget: () => Promise<void>,
): TestDatabase => {
  const opened: MatchRepository[] = [];
  return {
    alter,
    async open() {
      const repository = await open();
      opened.push(repository);
      return repository;
    },
    async remove() {
      for (const repository of opened) await repository.close();
      await forget();
    },
  };
};

/** Every one of them must pass the same tests. */
export const DATABASES: readonly {
  readonly name: string;
  readonly isHere: boolean;
  create(): Promise<TestDatabase>;
}[] = [
  {
    name: 'SQLite',
    isHere: true,
    async create() {
      const folder = await mkdtemp(join(tmpdir(), 'twinfold-database-'));
      return opening(
        () => openSqliteRepository(folder),
        async (statements) => {
          const database = new Database(join(folder, DATABASE_FILE));
          database.exec(statements);
          database.close();
        },
        () => rm(folder, { recursive: true, force: true }),
      );
    },
  },
  {
    name: POSTGRES,
    isHere: postgresIsHere,
    async create() {
      const { url, drop } = await createPostgres();
      return opening(
        () => openPostgresRepository(url),
        async (statements) => void (await askPostgres(statements, url)),
        drop,
      );
    },
  },
];
