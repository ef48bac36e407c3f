/**
 * Keeps a process from writing to a match that another has taken up. Each write and the look at whose match it is are one statement:
 * of a write and a takeover at the same moment, either the write is there for the new owner to read, or it is refused.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { TakenOver } from './repository.ts';
import type { Tables } from './tables.ts';

type ColumnType = 'text' | 'integer' | 'bigint' | 'bytes';
type Value = string | number | Uint8Array | null;

/** Rows of one match: columns by their types, beside `match_id`. */
export interface Rows {
  readonly table:
    | 'commands'
    | 'frames'
    | 'predictions'
    | 'judgements'
    | 'lesson_answers'
    | 'class_books'
    | 'conduct_reports';
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

export interface Fence {
  /** Is true of `live_matches` only where this process runs the match. For statements of one's own. */
  isOwn(matchId: string): RawBuilder<boolean>;
  /** For the `where` of a statement: the match's id if this process runs it, else nothing. */
  ownId(matchId: string): RawBuilder<string>;
  /** Rejects with TakenOver unless this process runs the match: for who has just changed nothing. */
  check(matchId: string): Promise<void>;
  /** Rows that never change: all of them or none. Repeated, it does nothing; other rows under the same keys are refused. */
  add(matchId: string, rows: Rows): Promise<void>;
  /** Rows that replace those with the same `key`, in `replaced` columns; but not one of which `stays` is true. */
  put(
    matchId: string,
    rows: Rows,
    key: readonly string[],
    replaced: readonly string[],
    stays?: RawBuilder<unknown>,
  ): Promise<void>;
}

export function createFence(db: Kysely<Tables>, dialect: Dialect, owner: string): Fence {
  const isOwn = (matchId: string): RawBuilder<boolean> =>
    sql`live_matches.match_id = ${matchId} and live_matches.owner = ${owner}`;

  const given = ({ columns, rows }: Rows): RawBuilder<unknown> => {
    const cast = (row: Readonly<Record<string, Value>>): RawBuilder<unknown> =>
      sql`(${sql.join(
        Object.entries(columns).map(([name, type]) => {
          const typeName = sql.raw(type === 'bytes' ? dialect.bytes : type);
          return sql`cast(${row[name] ?? null} as ${typeName})`;
        }),
      )})`;
    return sql`(values ${sql.join(rows.map(cast))}) as given`;
  };

  /** Both dialects give these names to the columns of a list of values. */
  const givenColumns = ({ columns }: Rows): RawBuilder<unknown>[] =>
    Object.keys(columns).map((_, at) => sql.ref(`given.column${at + 1}`));

  const insert = async (matchId: string, rows: Rows, onConflict: RawBuilder<unknown>): Promise<boolean> => {
    const names = Object.keys(rows.columns).map((name) => sql.ref(name));
    const { numAffectedRows } = await sql`
      insert into ${sql.table(rows.table)} (match_id, ${sql.join(names)})
      select live_matches.match_id, ${sql.join(givenColumns(rows))} from live_matches, ${given(rows)}
      where ${isOwn(matchId)} ${dialect.heldLive} ${onConflict}`.execute(db);
    return Number(numAffectedRows) === rows.rows.length;
  };

  /** Whether all of them are there already, each as it is given. */
  const isThere = async (matchId: string, rows: Rows): Promise<boolean> => {
    const same = Object.keys(rows.columns).map(
      (name, at) => sql`${sql.ref(`${rows.table}.${name}`)} is not distinct from ${givenColumns(rows)[at]}`,
    );
    const found = await sql<{ found: number }>`
      select 1 as found from ${sql.table(rows.table)}, ${given(rows)}
      where ${sql.ref(`${rows.table}.match_id`)} = ${matchId} and ${sql.join(same, sql` and `)}`.execute(db);
    return found.rows.length === rows.rows.length;
  };

  const check = async (matchId: string): Promise<void> => {
    const own = await sql`select 1 from live_matches where ${isOwn(matchId)}`.execute(db);
    if (own.rows.length === 0) throw new TakenOver(matchId);
  };

  return {
    isOwn,
    ownId: (matchId) => sql`(select match_id from live_matches where ${isOwn(matchId)} ${dialect.heldLive})`,
    check,

    async add(matchId, rows) {
      if (rows.rows.length === 0) return;
      try {
        if (!(await insert(matchId, rows, sql``))) throw new TakenOver(matchId);
      } catch (error) {
        if (!dialect.isTaken(error)) throw error;
        // Written before, by someone who could not learn of it in time.
        if (!(await isThere(matchId, rows))) throw error;
      }
    },

    async put(matchId, rows, key, replaced, stays = sql`false`) {
      const set = replaced.map(
        (name) => sql`${sql.ref(name)} =
          case when ${stays} then ${sql.ref(`${rows.table}.${name}`)} else ${sql.ref(`excluded.${name}`)} end`,
      );
      const keys = sql.join(['match_id', ...key].map((name) => sql.ref(name)));
      if (!(await insert(matchId, rows, sql`on conflict (${keys}) do update set ${sql.join(set)}`))) {
        throw new TakenOver(matchId);
      }
    },
  };
}
