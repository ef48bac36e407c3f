/** Tells a database that cannot write just now from a write that is wrong. */

/** Of Postgres, by their classes: connections, resources, interventions of its operator, logging in, trouble of its machine. */
const POSTGRES_CLASSES = /^(08|28|53|57|58)...$/;
const POSTGRES_CODES: ReadonlySet<string> = new Set([
  '25006', // It is read-only: a standby, or one that is being moved.
  '25P03', // A transaction was idle for too long: this process hung.
  '3D000', // The database is not there: it is being restored.
  '40001', // Two transactions cannot both be.
  '40P01', // … nor wait for each other.
  '55P03', // A lock was not to be had in time.
]);
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|NOMEM)/;
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOENT|EMFILE)$/;
/** What pg says of connections, without a code. */
const PG_MESSAGES =
  /^(Connection terminated|Connection ended|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error)/;

/**
 * Whether the same write may succeed later: the database cannot be reached, takes too long, is full or read-only. Anything else is a
 * fault of the write, or of ours.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') {
    const { code } = error;
    return POSTGRES_CLASSES.test(code) || POSTGRES_CODES.has(code) || SQLITE.test(code) || NETWORK.test(code);
  }
  return PG_MESSAGES.test(error.message);
}
