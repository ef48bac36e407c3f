/** The table of processes, and how matches that go on came to name their rooms. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ClassState } from '../match/class-state.ts';

export interface ProcessTable {
  /** By which it owns matches. */
  id: string;
  /** Milliseconds since 1970, by the database's clock. */
  seen_at: number;
}

/** As this migration meets them. */
type LiveBefore = { live_matches: { match_id: string; state: string; room_id: string } };

export const processes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('processes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .alterTable('live_matches')
      .addColumn('room_id', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.createIndex('live_matches_by_room').on('live_matches').columns(['room_id']).execute();
    await nameRooms(db.withTables<LiveBefore>());
  },
};

/** Pages ask by their room's id, many at once: it stood in the state alone. */
async function nameRooms(db: Kysely<LiveBefore>): Promise<void> {
  const rows = await db.selectFrom('live_matches').select(['match_id', 'state']).execute();
  for (const { match_id, state } of rows) {
    const { place }: ClassState = JSON.parse(state);
    await db.updateTable('live_matches').set({ room_id: place.roomId }).where('match_id', '=', match_id).execute();
  }
}
