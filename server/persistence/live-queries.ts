/** The queries about matches that go on: who runs each, and where it stands besides its world. */
import type { Kysely } from 'kysely';
import type { ClassState } from '../match/class-state.ts';
import type { MatchRepository } from './repository.ts';
import type { Tables } from './tables.ts';

type LiveQueries = Pick<MatchRepository, 'saveClass' | 'liveMatches' | 'takeLive' | 'endLive' | 'dropMatch'>;

// What this column holds was written by `saveClass`, and by nobody else.
const toState = (text: string): ClassState => JSON.parse(text);

/** `owner`: of this process. */
export function liveQueries(db: Kysely<Tables>, owner: string): LiveQueries {
  return {
    async saveClass(matchId, state) {
      const text = JSON.stringify(state);
      const seenAt = Date.now();
      const result = await db
        .insertInto('live_matches')
        .values({ match_id: matchId, owner, seen_at: seenAt, state: text })
        .onConflict((same) =>
          same.column('match_id').doUpdateSet({ state: text, seen_at: seenAt }).where('live_matches.owner', '=', owner),
        )
        .executeTakeFirst();
      if (Number(result.numInsertedOrUpdatedRows) === 0) {
        throw new Error(`The match ${matchId} was taken up by another process: this one must not go on with it.`);
      }
    },

    async liveMatches() {
      const rows = await db.selectFrom('live_matches').selectAll().orderBy('seen_at', 'desc').execute();
      return rows.map(({ match_id, owner, seen_at, state }) => ({
        matchId: match_id,
        owner,
        seenAt: Number(seen_at),
        state: toState(state),
      }));
    },

    async takeLive(matchId, before) {
      const result = await db
        .updateTable('live_matches')
        .set({ owner })
        .where('match_id', '=', matchId)
        .where('owner', '=', before)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },

    async endLive(matchId) {
      await db.deleteFrom('live_matches').where('match_id', '=', matchId).execute();
    },

    async dropMatch(matchId) {
      await db.deleteFrom('matches').where('id', '=', matchId).execute();
    },
  };
}
