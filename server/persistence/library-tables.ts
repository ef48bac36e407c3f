/** The tables of the library, and how they came about: a row for each match, and one with its bytes for each file that somebody brought. */
import { type Generated, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { RecordingKind } from '../../shared/protocol/listings.ts';
import type { Dialect } from './dialect.ts';
import type { Verification } from './library-store.ts';

export interface RecordingTable {
  /** A match's own, else one of its own. */
  id: string;
  /** Null for a file. */
  match_id: string | null;
  kind: RecordingKind;
  created_at: number;
  founder: string;
  habitats: number;
  rounds: number;
  /** A file's; null for a match, which says so itself. */
  status: 'finished' | 'interrupted' | null;
  /** Hexadecimal; null as long as it is not known. */
  mark: string | null;
  parent_mark: string | null;
  branched_from: number | null;
  /** Parts of chance that the branch drew anew, as JSON; null unless it is one. */
  redrawn: string | null;
  /** Events as JSON; null as long as nobody has looked. */
  events: string | null;
  verified: Generated<Verification>;
  /** 0 or 1, as the next. */
  listed: Generated<number>;
  kept: Generated<number>;
  /** Empty where nobody owns it. */
  owner_hash: Generated<string>;
  /** Of the bytes; 0 for a match. */
  size: Generated<number>;
  /** A file's; null for a match, whose frames are in a table of their own. */
  bytes: Uint8Array | null;
}

export interface ServerKeyTable {
  name: string;
  secret: Uint8Array;
}

export const library = (dialect: Pick<Dialect, 'bytes'>): Migration => {
  const bytes = sql.raw<Uint8Array>(dialect.bytes);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('recordings')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('match_id', 'text', (column) => column.references('matches.id').onDelete('cascade'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('founder', 'text', (column) => column.notNull())
        .addColumn('habitats', 'integer', (column) => column.notNull())
        .addColumn('rounds', 'integer', (column) => column.notNull())
        .addColumn('status', 'text')
        .addColumn('mark', 'text')
        .addColumn('parent_mark', 'text')
        .addColumn('branched_from', 'integer')
        .addColumn('redrawn', 'text')
        .addColumn('events', 'text')
        .addColumn('verified', 'text', (column) => column.notNull().defaultTo('unseen'))
        .addColumn('listed', 'integer', (column) => column.notNull().defaultTo(1))
        .addColumn('kept', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('owner_hash', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('size', 'integer', (column) => column.notNull().defaultTo(0))
        // The last one, so that whoever reads the others need not pass it.
        .addColumn('bytes', bytes)
        .execute();
      await db.schema.createIndex('recordings_by_mark').on('recordings').columns(['mark']).unique().execute();
      await db.schema.createIndex('recordings_by_match').on('recordings').columns(['match_id']).execute();
      await db.schema.createIndex('recordings_by_parent').on('recordings').columns(['parent_mark']).execute();
      await db.schema.createIndex('recordings_by_age').on('recordings').columns(['kept', 'created_at']).execute();
      await db.schema.createIndex('recordings_by_size').on('recordings').columns(['size']).execute();
      await db.schema
        .createTable('server_keys')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('secret', bytes, (column) => column.notNull())
        .execute();
      await listMatches(db);
    },
  };
};

/** Matches from before are in the library like any other. Whose they are is known of classes, as long as their reports are. */
async function listMatches(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into recordings (id, match_id, kind, created_at, founder, habitats, rounds, owner_hash)
    select id, id, 'match', created_at, founder, habitats, rounds,
      coalesce((select key_hash from class_books where class_books.match_id = matches.id), '')
    from matches`.execute(db);
}
