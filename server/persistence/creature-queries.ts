/** The queries about creatures. */
import type { Kysely } from 'kysely';
import type { CreatureStore } from './creature-store.ts';
import type { Tables } from './tables.ts';

export function creatureQueries(db: Kysely<Tables>): CreatureStore {
  return {
    keepCreature: ({ id, keptAt, bytes }, most) =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('creatures')
          .set({ kept_at: keptAt })
          .where('id', '=', id)
          .executeTakeFirst();
        if (Number(numUpdatedRows) === 1) return 'kept';
        const { there } = await trx
          .selectFrom('creatures')
          .select(({ fn }) => fn.countAll<number | string>().as('there'))
          .executeTakeFirstOrThrow();
        // Postgres counts into a number as long as it takes, and tells it as text.
        if (Number(there) >= most) return 'full';
        await trx
          .insertInto('creatures')
          .values({ id, kept_at: keptAt, bytes })
          // Another process may have kept the very same one meanwhile.
          .onConflict((same) => same.column('id').doUpdateSet({ kept_at: keptAt }))
          .execute();
        return 'kept';
      }),

    async readCreature(id) {
      const row = await db.selectFrom('creatures').select(['kept_at', 'bytes']).where('id', '=', id).executeTakeFirst();
      return row ? { keptAt: row.kept_at, bytes: Uint8Array.from(row.bytes) } : null;
    },

    async forgetCreaturesBefore(moment) {
      const { numDeletedRows } = await db.deleteFrom('creatures').where('kept_at', '<', moment).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
