/** The repository's queries, one set for every dialect. */
import type { Kysely } from 'kysely';
import { nanoid } from 'nanoid';
import { BREAK_OFFS, type BreakOff } from '../../shared/protocol/listings.ts';
import { answerQueries } from './answer-queries.ts';
import { evidenceQueries } from './evidence-queries.ts';
import { liveQueries } from './live-queries.ts';
import type { MatchRepository, MatchSummary } from './repository.ts';
import type { Tables } from './tables.ts';

const summaryColumns = ['id', 'created_at', 'mode', 'founder', 'habitats', 'rounds', 'status', 'why'] as const;

interface SummaryRow extends Omit<MatchSummary, 'createdAt' | 'why'> {
  readonly created_at: number;
  readonly why: string | null;
}

const breakOffOf = (text: string | null): BreakOff | null => BREAK_OFFS.find((why) => why === text) ?? null;

const toSummary = ({ created_at, why, ...rest }: SummaryRow): MatchSummary => ({
  ...rest,
  createdAt: Number(created_at),
  why: breakOffOf(why),
});

/** A plain Uint8Array of its own: drivers hand out Buffers, which compare and print differently. */
const toBytes = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);

/**
 * A repository over an open, migrated database. `close` closes the database too. `owner`: by which its process is known among
 * others; no two share one.
 */
export function createRepository(db: Kysely<Tables>, owner: string = nanoid()): MatchRepository {
  return {
    async createMatch({ createdAt, ...match }) {
      await db
        .insertInto('matches')
        .values({ ...match, created_at: createdAt })
        .execute();
    },

    async addCommands(matchId, commands) {
      if (commands.length === 0) return;
      await db
        .insertInto('commands')
        .values(commands.map(({ seq, tick, bytes }) => ({ match_id: matchId, seq, tick, bytes })))
        .execute();
    },

    async addFrame(matchId, { tick, bytes }) {
      await db.insertInto('frames').values({ match_id: matchId, tick, bytes }).execute();
    },

    ...answerQueries(db),

    ...liveQueries(db, owner),

    ...evidenceQueries(db),

    async finishMatch(matchId, finalHash) {
      await db
        .updateTable('matches')
        .set({ status: 'finished', final_hash: finalHash })
        .where('id', '=', matchId)
        .execute();
    },

    async interruptMatch(matchId, why) {
      await db
        .updateTable('matches')
        .set({ status: 'interrupted', why: why ?? null })
        .where('id', '=', matchId)
        .where('status', '=', 'playing')
        .execute();
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

    async listMatches(limit, offset) {
      const rows = await db
        .selectFrom('matches')
        .select(summaryColumns)
        // A match that ended before its first births left nothing to look at.
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('frames').select('tick').whereRef('frames.match_id', '=', 'matches.id').where('tick', '=', 0),
          ),
        )
        .orderBy((order) => order.case().when('status', '=', 'finished').then(0).else(1).end())
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(toSummary);
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
        createdAt: Number(created_at),
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
