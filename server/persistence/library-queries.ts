/** The queries about the library. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { conditions, current, STORED, SUMMARY, toBranching, toStored, toSummary } from './library-rows.ts';
import type { LibraryStore } from './library-store.ts';
import type { Tables } from './tables.ts';

export function libraryQueries(db: Kysely<Tables>): LibraryStore {
  const all = () => db.selectFrom('recordings').leftJoin('matches', 'matches.id', 'recordings.match_id');
  /** Whether the room of its match is open. */
  const isLive = (): RawBuilder<SqlBool> =>
    sql<SqlBool>`exists (select 1 from live_matches where live_matches.match_id = recordings.match_id)`;

  /** A match goes with all that belongs to it, unless its room is open. */
  const remove = (id: string, matchId: string | null): Promise<unknown> =>
    matchId === null
      ? db.deleteFrom('recordings').where('id', '=', id).execute()
      : db
          .deleteFrom('matches')
          .where('id', '=', matchId)
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom('live_matches').select('match_id').where('match_id', '=', matchId))),
          )
          .execute();

  return {
    async searchRecordings(search, limit, offset) {
      const rows = await all()
        .select([...SUMMARY, current.as('current')])
        .where((is) => is.and(conditions(is, search)))
        // A match that ended before its first births left nothing to look at.
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('recordings.match_id', 'is', null),
            exists(
              selectFrom('frames')
                .select('tick')
                .whereRef('frames.match_id', '=', 'recordings.match_id')
                .where('tick', '=', 0),
            ),
          ]),
        )
        .orderBy(sql`case when ${current} = 'finished' then 0 else 1 end`)
        .orderBy('recordings.created_at', 'desc')
        .orderBy('recordings.id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(toSummary);
    },

    async readRecording(id) {
      const row = await all()
        .leftJoin('live_matches', 'live_matches.match_id', 'recordings.match_id')
        .select([...SUMMARY, ...STORED, current.as('current')])
        .where('recordings.id', '=', id)
        .executeTakeFirst();
      return row ? toStored(row) : null;
    },

    async recordingBytes(id) {
      const row = await db.selectFrom('recordings').select('bytes').where('id', '=', id).executeTakeFirst();
      return row?.bytes ? Uint8Array.from(row.bytes) : null;
    },

    async findByMark(mark) {
      const row = await db
        .selectFrom('recordings')
        .select(['id', 'listed'])
        .where('mark', '=', mark)
        .executeTakeFirst();
      return row ? { id: row.id, listed: row.listed === 1 } : null;
    },

    async branchesOf(mark, limit) {
      const rows = await db
        .selectFrom('recordings')
        .select(['id', 'branched_from', 'redrawn'])
        .where('parent_mark', '=', mark)
        .where('listed', '=', 1)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ id: row.id, ...toBranching(row) }));
    },

    storedBytes: () => bytesIn(db),

    addRecording: ({ bytes, ...recording }, mostBytes) =>
      db.transaction().execute(async (trx) => {
        if ((await bytesIn(trx)) + bytes.length > mostBytes) return 'full';
        const { parent, createdAt, ownerHash, events, ...plain } = recording;
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('recordings')
          .values({
            ...plain,
            ...{ created_at: createdAt, owner_hash: ownerHash, events: JSON.stringify(events) },
            ...{ parent_mark: parent?.mark ?? null, branched_from: parent?.from ?? null },
            redrawn: parent && JSON.stringify(parent.parts),
            ...{ size: bytes.length, bytes },
          })
          .onConflict((same) => same.column('mark').doNothing())
          .executeTakeFirst();
        return Number(numInsertedOrUpdatedRows) === 1 ? 'added' : 'known';
      }),

    async settleRecording(matchId, survey) {
      const mark = survey?.mark ?? null;
      await db
        .updateTable('recordings')
        .set({
          events: JSON.stringify(survey?.events ?? []),
          // A match that broke off can have been brought as a file before: that one has the mark.
          mark: sql<string | null>`case when exists (
            select 1 from recordings as other where other.mark = ${mark} and other.id <> ${matchId}
          ) then null else cast(${mark} as text) end`,
        })
        .where('match_id', '=', matchId)
        .execute();
    },

    async unsettled(limit) {
      const rows = await all()
        .select('recordings.id')
        .where('events', 'is', null)
        .where('matches.status', '<>', 'playing')
        .orderBy('recordings.created_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async unverified(before, limit) {
      const rows = await db
        .selectFrom('recordings')
        .select('id')
        .where('events', 'is not', null)
        .where('verified', '=', 'unseen')
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async putVerification(id, verified) {
      await db.updateTable('recordings').set({ verified }).where('id', '=', id).execute();
    },

    async changeRecording(id, { listed, kept }) {
      const { numUpdatedRows } = await db
        .updateTable('recordings')
        .set({
          id,
          ...(listed === undefined ? {} : { listed: Number(listed) }),
          ...(kept === undefined ? {} : { kept: Number(kept) }),
        })
        .where('id', '=', id)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    async deleteRecording(id) {
      const find = () => db.selectFrom('recordings').select(['id', 'match_id']).where('id', '=', id).executeTakeFirst();
      const row = await find();
      if (!row) return 'gone';
      await remove(row.id, row.match_id);
      return (await find()) ? 'live' : 'deleted';
    },

    async forgetRecordingsBefore(moment, limit) {
      const rows = await db
        .selectFrom('recordings')
        .select(['id', 'match_id'])
        .where('kept', '=', 0)
        .where('created_at', '<', moment)
        .where((is) => is.not(isLive()))
        .limit(limit)
        .execute();
      for (const { id, match_id } of rows) await remove(id, match_id);
      return rows.length;
    },

    async serverKey(name, fresh) {
      await db
        .insertInto('server_keys')
        .values({ name, secret: fresh })
        .onConflict((same) => same.column('name').doNothing())
        .execute();
      const { secret } = await db
        .selectFrom('server_keys')
        .select('secret')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return Uint8Array.from(secret);
    },
  };
}

async function bytesIn(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('recordings')
    .select(({ fn }) => fn.sum<number | string | null>('size').as('total'))
    .where('size', '>', 0)
    .executeTakeFirst();
  // Postgres sums into a number as long as it takes, and tells it as text.
  return Number(row?.total ?? 0);
}
