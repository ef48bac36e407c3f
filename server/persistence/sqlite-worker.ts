/**
 * Runs in a thread: has the embedded database open, and answers requests in order. Those that have come while the disk was busy
 * are put on disk together, in one transaction; each is answered when it is there, and only then.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { OPENED, type ThreadReply, type ThreadRequest } from './sqlite-messages.ts';

type Port = NonNullable<typeof parentPort>;

const done = (id: number): ThreadReply => ({ id, rows: [], changes: null, lastId: null });
const failed = (id: number, error: unknown): ThreadReply => ({
  id,
  message: error instanceof Error ? error.message : String(error),
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
});

if (parentPort !== null) serve(parentPort, String(workerData));

function serve(port: Port, file: string): void {
  const tell = (replies: readonly ThreadReply[]): void => port.postMessage(replies);
  try {
    const database = open(file);
    const answer = answering(database);
    port.on('message', (first: ThreadRequest) => {
      const come = [first];
      for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port)) come.push(more.message);
      answer(come, tell);
    });
    tell([done(OPENED)]);
  } catch (error) {
    tell([failed(OPENED, error)]);
  }
}

function open(file: string): Database.Database {
  const database = new Database(file);
  // Write-ahead log with full sync: an acknowledged row survives a crash of the machine, and readers never wait.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  // What is deleted is overwritten, not only forgotten: names and answers shall be gone.
  database.pragma('secure_delete = ON');
  return database;
}

const reads = ({ sql }: ThreadRequest): boolean => /^\s*select\b/i.test(sql);

type Answering = (come: readonly ThreadRequest[], tell: (replies: readonly ThreadReply[]) => void) => void;

function answering(database: Database.Database): Answering {
  /** What waits, in order of coming. */
  const queue: ThreadRequest[] = [];
  /** The connection whose transaction is open: all others wait. */
  let holder: number | null = null;

  const run = ({ id, sql, parameters }: ThreadRequest): ThreadReply => {
    const statement = database.prepare(sql);
    if (statement.reader) return { ...done(id), rows: statement.all(parameters) };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { id, rows: [], changes, lastId: lastInsertRowid };
  };

  const rollBack = (): void => {
    if (database.inTransaction) database.exec('rollback');
  };

  /** What one of them does wrong spoils no other; when the disk does, all have failed that were to write. */
  const runTogether = (group: readonly ThreadRequest[]): ThreadReply[] => {
    try {
      database.exec(group.every(reads) ? 'begin' : 'begin immediate');
      const replies = group.map((request) => {
        try {
          return run(request);
        } catch (error) {
          if (!database.inTransaction) throw error;
          return failed(request.id, error);
        }
      });
      database.exec('commit');
      return replies;
    } catch (error) {
      rollBack();
      return group.map((request) => (reads(request) ? runAlone(request) : failed(request.id, error)));
    }
  };

  const runAlone = (request: ThreadRequest): ThreadReply => {
    const { id, connection, turn, sql } = request;
    const holds = holder === connection;
    try {
      switch (turn) {
        case 'begin':
          database.exec(sql);
          holder = connection;
          return done(id);
        case 'end':
          // Of a transaction that a failure has ended there is nothing left to undo.
          if (holds && database.inTransaction) database.exec(sql);
          return done(id);
        case 'close':
          database.close();
          return done(id);
        default:
          return run(request);
      }
    } catch (error) {
      if (turn === 'end') rollBack();
      return failed(id, error);
    } finally {
      if (turn === 'end' && holds) holder = null;
    }
  };

  const takeGroup = (): ThreadRequest[] => {
    if (holder !== null) {
      const own = queue.findIndex(({ connection }) => connection === holder);
      return own < 0 ? [] : queue.splice(own, 1);
    }
    const other = queue.findIndex(({ turn }) => turn !== 'alone');
    return queue.splice(0, other < 0 ? queue.length : Math.max(1, other));
  };

  return (come, tell) => {
    queue.push(...come);
    for (let group = takeGroup(); group.length > 0; group = takeGroup()) {
      tell(group.length > 1 ? runTogether(group) : group.map(runAlone));
    }
  };
}
