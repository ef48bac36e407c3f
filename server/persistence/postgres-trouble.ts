/** Why a Postgres database could not be opened, in sentences for the operator. */
import { isTransient } from './transient.ts';

export interface Whereabouts {
  /** Host and port. */
  readonly where: string;
  readonly database: string;
  readonly user: string;
}

export const MALFORMED =
  'DATABASE_URL could not be read. It should be like postgres://user:password@host:5432/twinfold; in a password, signs such as / @ # ? are written %2F %40 %23 %3F.';

/** Codes of Postgres. */
const WRONG_DATABASE = '3D000';
const NOT_ALLOWED = '42501';
const NOT_LET_IN = /^28/;
/** What pg says, without a code, where a password is asked for and there is none. */
const NO_PASSWORD = /password must be a( non-empty)? string/;
/** What Kysely says when the database has seen changes that this version does not know. */
const NEWER = /previously executed migration .* is missing/;

export function explainOpening(error: unknown, { where, database, user }: Whereabouts): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (NOT_LET_IN.test(code) || NO_PASSWORD.test(message)) {
    return `The database at ${where} does not let “${user}” in. Check the user and the password in DATABASE_URL.`;
  }
  if (code === WRONG_DATABASE) {
    return `There is no database “${database}” at ${where}. Create it (createdb ${database}), or correct DATABASE_URL.`;
  }
  if (code === NOT_ALLOWED) {
    return `“${user}” may not make tables in the database “${database}” at ${where}. Give it the right (alter database ${database} owner to ${user}), or name another in DATABASE_URL.`;
  }
  if (NEWER.test(message)) {
    return `The database “${database}” at ${where} was written by a newer Twinfold. Start that one, or name another database in DATABASE_URL.`;
  }
  if (isTransient(error)) {
    return `The database at ${where} cannot be reached: ${reasonOf(error)}. Start Postgres there, or correct DATABASE_URL.`;
  }
  return `The database “${database}” at ${where} could not be brought to this version’s form: ${message}`;
}

/** Where a name has several addresses, each failed for itself, and the whole has no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
