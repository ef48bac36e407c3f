/** The queries about matches that go on: who runs each, and where it stands besides its world. */
import type { Kysely } from 'kysely';
import type { ClassState } from '../match/class-state.ts';
import type { Dialect } from './dialect.ts';
import type { Fence } from './fence.ts';
import type { LiveMatch, MatchRepository } from './repository.ts';
import { TakenOver } from './repository.ts';
import type { LiveMatchTable, Tables } from './tables.ts';

type LiveQueries = Pick<
  MatchRepository,
  'saveClass' | 'liveMatches' | 'readLive' | 'ownLive' | 'takeLive' | 'endLive' | 'dropMatch'
>;

// What this column holds was written by `stateColumns`, and by nobody else.
const toState = (text: string): ClassState => JSON.parse(text);

/** What is kept of a state, besides whose the match is and when that was. */
export const stateColumns = (state: ClassState): Pick<LiveMatchTable, 'state' | 'room_id'> => ({
  state: JSON.stringify(state),
  room_id: state.place.roomId,
});

/** Of the key that leads the match; empty where nobody does. */
export const hostOf = (state: string): string => toState(state).roster.hostKeyHash;

export const toLiveMatch = ({ match_id, owner, seen_at, state }: LiveMatchTable): LiveMatch => ({
  matchId: match_id,
  owner,
  seenAt: seen_at,
  state: toState(state),
});

/** `owner`: of this process. */
export function liveQueries(db: Kysely<Tables>, { now }: Dialect, fence: Fence, owner: string): LiveQueries {
  return {
    async saveClass(matchId, state) {
      const { numUpdatedRows } = await db
        .updateTable('live_matches')
        .set({ ...stateColumns(state), seen_at: now })
        .where(fence.isOwn(matchId))
        .executeTakeFirst();
      if (Number(numUpdatedRows) === 0) throw new TakenOver(matchId);
    },

    async liveMatches() {
      const rows = await db.selectFrom('live_matches').selectAll().orderBy('seen_at', 'desc').execute();
      return rows.map(toLiveMatch);
    },

    async readLive(matchId) {
      const row = await db.selectFrom('live_matches').selectAll().where('match_id', '=', matchId).executeTakeFirst();
      return row ? toLiveMatch(row) : null;
    },

    async ownLive() {
      const rows = await db.selectFrom('live_matches').select('match_id').where('owner', '=', owner).execute();
      return rows.map(({ match_id }) => match_id);
    },

    async takeLive(matchId, before) {
      const { numUpdatedRows } = await db
        .updateTable('live_matches')
        .set({ owner })
        .where('match_id', '=', matchId)
        // One's own: taken by a try before, which could not learn of it in time.
        .where('owner', 'in', [before, owner])
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    async endLive(matchId) {
      const live = await db.selectFrom('live_matches').select('state').where(fence.isOwn(matchId)).executeTakeFirst();
      if (live) {
        // Before its row has gone: of a second try, the first part is the same again.
        const owner_hash = hostOf(live.state);
        await db.updateTable('recordings').set({ owner_hash }).where('match_id', '=', matchId).execute();
      }
      const { numDeletedRows } = await db.deleteFrom('live_matches').where(fence.isOwn(matchId)).executeTakeFirst();
      if (Number(numDeletedRows) === 1) return;
      const other = await db.selectFrom('live_matches').select('owner').where('match_id', '=', matchId).execute();
      if (other.length > 0) throw new TakenOver(matchId);
    },

    async dropMatch(matchId) {
      const { numDeletedRows } = await db
        .deleteFrom('matches')
        .where('id', '=', fence.ownId(matchId))
        .executeTakeFirst();
      if (Number(numDeletedRows) === 1) return;
      const left = await db.selectFrom('matches').select('id').where('id', '=', matchId).execute();
      if (left.length > 0) throw new TakenOver(matchId);
    },
  };
}
