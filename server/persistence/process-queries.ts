/** The queries about processes: which are alive, and which matches have lost theirs. */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { toLiveMatch } from './live-queries.ts';
import type { MatchRepository } from './repository.ts';
import type { Tables } from './tables.ts';

type ProcessQueries = Pick<MatchRepository, 'beat' | 'orphans' | 'rest' | 'forgetSilent' | 'findLiveRoom'>;

/** `owner`: of this process. */
export function processQueries(db: Kysely<Tables>, { now }: Dialect, owner: string): ProcessQueries {
  /** Null of a process that has no row. */
  const silentFor = sql<number | null>`${now} - processes.seen_at`;
  return {
    async beat() {
      await db
        .insertInto('processes')
        .values({ id: owner, seen_at: now })
        .onConflict((same) => same.column('id').doUpdateSet({ seen_at: now }))
        .execute();
    },

    async orphans(silentMs) {
      const rows = await db
        .selectFrom('live_matches')
        .leftJoin('processes', 'processes.id', 'live_matches.owner')
        .selectAll('live_matches')
        .where('live_matches.owner', '<>', owner)
        .where((is) => is.or([is('processes.id', 'is', null), is(silentFor, '>=', silentMs)]))
        .orderBy('live_matches.seen_at', 'desc')
        .execute();
      return rows.map(toLiveMatch);
    },

    async rest() {
      await db.deleteFrom('processes').where('id', '=', owner).execute();
    },

    async forgetSilent(silentMs) {
      await db
        .deleteFrom('processes')
        .where('id', '<>', owner)
        .where(silentFor, '>=', silentMs)
        .where('id', 'not in', (from) => from.selectFrom('live_matches').select('owner'))
        .execute();
    },

    async findLiveRoom(roomId) {
      const row = await db
        .selectFrom('live_matches')
        .leftJoin('processes', 'processes.id', 'live_matches.owner')
        .select(['live_matches.match_id', 'live_matches.owner', silentFor.as('silent')])
        .where('live_matches.room_id', '=', roomId)
        .executeTakeFirst();
      if (!row) return null;
      return { matchId: row.match_id, owner: row.owner, silentMs: row.silent ?? Number.POSITIVE_INFINITY };
    },
  };
}
