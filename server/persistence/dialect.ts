/** In what the two databases differ, as far as queries are concerned. */
import { type RawBuilder, sql } from 'kysely';

export interface Dialect {
  /** The type of a byte string. */
  readonly bytes: 'blob' | 'bytea';
  /** The database's own clock, in milliseconds since 1970: several processes need not agree on the time. */
  readonly now: RawBuilder<number>;
  /**
   * What keeps the row of `live_matches` that a statement reads as it is, until the statement is done. SQLite lets one write at a
   * time anyway.
   */
  readonly heldLive: RawBuilder<unknown>;
  /** Whether this is the error with which the database refuses a row whose key is taken. */
  isTaken(error: unknown): boolean;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

export const SQLITE: Dialect = {
  bytes: 'blob',
  now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
  heldLive: sql``,
  isTaken: (error) => codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY',
};

export const POSTGRES: Dialect = {
  bytes: 'bytea',
  now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
  heldLive: sql`for share of live_matches`,
  isTaken: (error) => codeOf(error) === '23505',
};
