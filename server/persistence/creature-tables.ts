/** The table of creatures, and how it came about. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './dialect.ts';

export interface CreatureTable {
  id: string;
  /** Milliseconds since 1970. */
  kept_at: number;
  bytes: Uint8Array;
}

export const creatures = (dialect: Pick<Dialect, 'bytes'>): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('creatures')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kept_at', 'bigint', (column) => column.notNull())
      .addColumn('bytes', sql.raw<Uint8Array>(dialect.bytes), (column) => column.notNull())
      .execute();
    await db.schema.createIndex('creatures_by_age').on('creatures').columns(['kept_at']).execute();
  },
});
