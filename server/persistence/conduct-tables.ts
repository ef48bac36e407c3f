/** The table of reports of what people did, and how it came about. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface ConductReportTable {
  match_id: string;
  /** Told apart by this alone: the same person may report the same thing again. */
  id: string;
  tick: number;
  generation: number;
  seat: number;
  by_seat: number;
  /** A ReportReason. */
  why: string;
  /** Milliseconds since 1970. */
  reported_at: number;
}

export const conduct: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('conduct_reports')
      .addColumn('match_id', 'text', (column) => column.notNull().references('matches.id').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('tick', 'integer', (column) => column.notNull())
      .addColumn('generation', 'integer', (column) => column.notNull())
      .addColumn('seat', 'integer', (column) => column.notNull())
      .addColumn('by_seat', 'integer', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('reported_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conduct_reports_key', ['match_id', 'id'])
      .execute();
    await db.schema.createIndex('conduct_reports_by_age').on('conduct_reports').columns(['reported_at']).execute();
  },
};
