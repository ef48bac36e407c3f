/** The queries about what people were reported for. */
import type { Kysely } from 'kysely';
import { REPORT_REASONS, type ReportReason } from '../../shared/protocol/manners.ts';
import type { ConductStore } from './conduct-store.ts';
import type { Fence } from './fence.ts';
import type { Tables } from './tables.ts';

/** A later version may know more reasons than this one. */
const toReason = (text: string): ReportReason => REPORT_REASONS.find((reason) => reason === text) ?? 'other';

export function conductQueries(db: Kysely<Tables>, fence: Fence): ConductStore {
  return {
    addConductReport: (matchId, { id, tick, generation, seat, bySeat, why, at }) =>
      fence.add(matchId, {
        table: 'conduct_reports',
        columns: {
          ...{ id: 'text', tick: 'integer', generation: 'integer', seat: 'integer', by_seat: 'integer' },
          ...{ why: 'text', reported_at: 'bigint' },
        },
        rows: [{ id, tick, generation, seat, by_seat: bySeat, why, reported_at: at }],
      }),

    async conductReports(limit) {
      const rows = await db
        .selectFrom('conduct_reports')
        .selectAll()
        .orderBy('reported_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ match_id, id, tick, generation, seat, by_seat, why, reported_at }) => ({
        ...{ matchId: match_id, id, tick, generation, seat },
        ...{ bySeat: by_seat, why: toReason(why), at: reported_at },
      }));
    },
  };
}
