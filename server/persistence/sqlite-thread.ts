/**
 * The embedded database on a thread of its own, as Kysely speaks to it. Waiting for the disk holds up no room; and whatever was
 * asked for while the disk was busy is put on disk with the next turn, in one go (sqlite-worker.ts).
 */
import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { OPENED, type ThreadReply, type ThreadRequest } from './sqlite-messages.ts';

type Waiting = PromiseWithResolvers<QueryResult<unknown>>;

/** Resolves when the file is open. Rejects with what SQLite says, and its code, when it cannot be. */
export async function openOnThread(file: string): Promise<Dialect> {
  // The name is what the system's tools show.
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { name: 'database', workerData: file });
  const waiting = new Map<number, Waiting>();
  let lastId = OPENED;
  let lastConnection = 0;
  /** Once the thread has ended, by itself or by a fault: it answers nobody any more. */
  let ended: Error | undefined;

  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    // What nobody waits for keeps no process running.
    if (waiting.size === 0) worker.unref();
    if (one) how(one);
  };
  const fail = (error: Error): void => {
    ended ??= error;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  worker.on('message', (replies: readonly ThreadReply[]) => {
    for (const reply of replies) {
      settle(reply.id, ({ resolve, reject }) => {
        if ('message' in reply) reject(Object.assign(new Error(reply.message), { code: reply.code }));
        else resolve(resultOf(reply));
      });
    }
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The database was closed.')));

  const replyTo = (id: number): Promise<QueryResult<unknown>> => {
    const one = Promise.withResolvers<QueryResult<unknown>>();
    waiting.set(id, one);
    worker.ref();
    return one.promise;
  };
  const ask = (
    connection: number,
    turn: ThreadRequest['turn'],
    sql = '',
    parameters: readonly unknown[] = [],
  ): Promise<QueryResult<unknown>> => {
    if (ended !== undefined) return Promise.reject(ended);
    const id = ++lastId;
    const request: ThreadRequest = { id, connection, turn, sql, parameters: parameters.map(withoutRest) };
    const replied = replyTo(id);
    worker.postMessage(request);
    return replied;
  };

  const connections = new Map<DatabaseConnection, { readonly id: number; inTransaction: boolean }>();
  const connect = (): DatabaseConnection => {
    const own = { id: ++lastConnection, inTransaction: false };
    const connection: DatabaseConnection = {
      // What rows hold is for those who wrote the query to say, as with every driver.
      executeQuery: <Row>({ sql, parameters }: CompiledQuery) =>
        ask(own.id, own.inTransaction ? 'within' : 'alone', sql, parameters) as Promise<QueryResult<Row>>,
      streamQuery() {
        throw new Error('Rows come all at once from the embedded database.');
      },
    };
    connections.set(connection, own);
    return connection;
  };
  const turnOf = async (connection: DatabaseConnection, turn: 'begin' | 'end', sql: string): Promise<void> => {
    const own = connections.get(connection);
    if (!own) return;
    if (turn === 'begin') own.inTransaction = true;
    try {
      await ask(own.id, turn, sql);
    } finally {
      if (turn === 'end') own.inTransaction = false;
    }
  };

  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connect(),
    beginTransaction: (connection) => turnOf(connection, 'begin', 'begin immediate'),
    commitTransaction: (connection) => turnOf(connection, 'end', 'commit'),
    rollbackTransaction: (connection) => turnOf(connection, 'end', 'rollback'),
    releaseConnection: async (connection) => void connections.delete(connection),
    async destroy() {
      if (ended === undefined) await ask(0, 'close');
      await worker.terminate();
    },
  };
  await replyTo(OPENED);
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    // Each has a transaction of its own; the thread lets them take turns.
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsMultipleConnections', { value: true }),
  };
}

function resultOf({ rows, changes, lastId }: Exclude<ThreadReply, { message: string }>): QueryResult<unknown> {
  if (changes === null || lastId === null) return { rows };
  return { rows, numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
}

/** Bytes that are a part of something larger would take all of it along. */
const withoutRest = (value: unknown): unknown =>
  value instanceof Uint8Array && value.byteLength < value.buffer.byteLength ? Uint8Array.from(value) : value;
