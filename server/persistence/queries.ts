/** The repository's queries, one set for every dialect. */
import type { Kysely } from 'kysely';
import { nanoid } from 'nanoid';
import { answerQueries } from './answer-queries.ts';
import { breakOffOf } from './break-off.ts';
import { conductQueries } from './conduct-queries.ts';
import { creatureQueries } from './creature-queries.ts';
import type { Dialect } from './dialect.ts';
import { evidenceQueries } from './evidence-queries.ts';
import { createFence } from './fence.ts';
import { libraryQueries } from './library-queries.ts';
import { liveQueries, stateColumns } from './live-queries.ts';
import { processQueries } from './process-queries.ts';
import { type MatchRepository, type MatchSummary, TakenOver } from './repository.ts';
import type { Tables } from './tables.ts';

const summaryColumns = ['id', 'created_at', 'mode', 'founder', 'habitats', 'rounds', 'status', 'why'] as const;

interface SummaryRow extends Omit<MatchSummary, 'createdAt' | 'why'> {
  readonly created_at: number;
  readonly why: string | null;
}

const toSummary = ({ created_at, why, ...rest }: SummaryRow): MatchSummary => ({
  ...rest,
  createdAt: created_at,
  why: breakOffOf(why),
});

/** A plain Uint8Array of its own: drivers hand out Buffers, which compare and print differently. */
const toBytes = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);

/**
 * A repository over an open, migrated database. `close` closes the database too. `owner`: by which its process is known among
 * others; no two share one.
 */
export function createRepository(db: Kysely<Tables>, dialect: Dialect, owner: string = nanoid()): MatchRepository {
  const fence = createFence(db, dialect, owner);
  return {
    owner,

    createMatch: ({ createdAt, ...match }, state) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto('matches')
          .values({ ...match, created_at: createdAt })
          .execute();
        await trx
          .insertInto('live_matches')
          .values({ match_id: match.id, owner, seen_at: dialect.now, ...stateColumns(state) })
          .execute();
        const { id, founder, habitats, rounds } = match;
        await trx
          .insertInto('recordings')
          .values({ id, match_id: id, kind: 'match', created_at: createdAt, founder, habitats, rounds })
          .execute();
      }),

    addCommands: (matchId, commands) =>
      fence.add(matchId, {
        table: 'commands',
        columns: { seq: 'integer', tick: 'integer', bytes: 'bytes' },
        rows: commands.map(({ seq, tick, bytes }) => ({ seq, tick, bytes })),
      }),

    addFrame: (matchId, { tick, bytes }) =>
      fence.add(matchId, {
        table: 'frames',
        columns: { tick: 'integer', bytes: 'bytes' },
        rows: [{ tick, bytes }],
      }),

    ...answerQueries(db, fence),

    ...liveQueries(db, dialect, fence, owner),

    ...processQueries(db, dialect, owner),

    ...evidenceQueries(db, fence),

    ...conductQueries(db, fence),

    ...libraryQueries(db),

    ...creatureQueries(db),

    async finishMatch(matchId, finalHash) {
      const { numUpdatedRows } = await db
        .updateTable('matches')
        .set({ status: 'finished', final_hash: finalHash })
        .where('id', '=', fence.ownId(matchId))
        .executeTakeFirst();
      if (Number(numUpdatedRows) === 0) throw new TakenOver(matchId);
    },

    async interruptMatch(matchId, why) {
      const { numUpdatedRows } = await db
        .updateTable('matches')
        .set({ status: 'interrupted', why: why ?? null })
        .where('id', '=', fence.ownId(matchId))
        .where('status', '=', 'playing')
        .executeTakeFirst();
      // One that has finished stays so: no reason to complain.
      if (Number(numUpdatedRows) === 0) await fence.check(matchId);
    },

    async interruptBefore(moment) {
      const result = await db
        .updateTable('matches')
        .set({ status: 'interrupted', why: 'unfinished' })
        .where('status', '=', 'playing')
        .where('created_at', '<', moment)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(selectFrom('live_matches').select('match_id').whereRef('live_matches.match_id', '=', 'matches.id')),
          ),
        )
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    async readMatch(matchId) {
      const row = await db.selectFrom('matches').selectAll().where('id', '=', matchId).executeTakeFirst();
      if (!row) return null;
      const commands = await db
        .selectFrom('commands')
        .select(['seq', 'tick', 'bytes'])
        .where('match_id', '=', matchId)
        .orderBy('seq')
        .execute();
      const frames = await db
        .selectFrom('frames')
        .select(['tick', 'bytes'])
        .where('match_id', '=', matchId)
        .orderBy('tick')
        .execute();
      const { created_at, final_hash, secret, header, why: _, ...rest } = row;
      return {
        ...rest,
        createdAt: created_at,
        secret: toBytes(secret),
        header: toBytes(header),
        finalHash: final_hash ? toBytes(final_hash) : new Uint8Array(),
        commands: commands.map((command) => ({ ...command, bytes: toBytes(command.bytes) })),
        frames: frames.map((frame) => ({ ...frame, bytes: toBytes(frame.bytes) })),
      };
    },

    async findByCode(code) {
      const row = await db
        .selectFrom('matches')
        .select(summaryColumns)
        .where('code', '=', code)
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toSummary(row) : null;
    },

    async close() {
      await db.destroy();
    },
  };
}
