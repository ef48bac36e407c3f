/** Connections to Postgres as Kysely wants them: bounded in number and time, and none that breaks can end the process. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';

/** Writes of a match come one after the other; three processes stay well within the hundred that Postgres allows by default. */
const CONNECTIONS = 10;
const CONNECT_MS = 2_000;
const STATEMENT_MS = 2_000;
/** Longer than the server's own bound: what the server gives up has surely not come to pass. */
const ANSWER_MS = 2_500;

/** `patient`: for changes of the tables, which take what they take. */
export function createPool(url: string, patient = false): PostgresPool {
  const bounds = { statement_timeout: STATEMENT_MS, query_timeout: ANSWER_MS };
  const pool = new Pool({
    connectionString: url,
    application_name: 'twinfold',
    max: patient ? 1 : CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    // Of a process that hangs in the middle, others need not wait for the locks.
    ...(patient ? {} : { ...bounds, idle_in_transaction_session_timeout: STATEMENT_MS }),
    types: {
      // Times and counts are far below 2^53.
      getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
    },
  });
  // A connection may break at any moment, in use or not. Whoever uses one hears of it by what they asked; the next gets another.
  const heard = (): void => {};
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => discardable(await pool.connect()),
  };
}

/**
 * A connection that is not used again once it has failed to answer: it owes that answer still, and would keep the next ones waiting.
 */
function discardable(client: PostgresPoolClient): PostgresPoolClient {
  let useless = false;
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(asked: string | PostgresCursor<R>, parameters: readonly unknown[] = []) {
    if (typeof asked !== 'string') return client.query(asked);
    return client.query<R>(asked, parameters).catch((error: unknown) => {
      useless ||= !(error instanceof DatabaseError);
      throw error;
    });
  }
  return { query, release: (destroy = false) => client.release(destroy || useless) };
}
