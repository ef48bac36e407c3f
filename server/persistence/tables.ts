/** The tables as Kysely sees them, and how they came about. Kept to what SQLite and Postgres have in common. */
import { type Generated, type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { type ConductReportTable, conduct } from './conduct-tables.ts';
import { type CreatureTable, creatures } from './creature-tables.ts';
import type { Dialect } from './dialect.ts';
import { type ClassBookTable, evidence, type LessonAnswerTable } from './evidence-tables.ts';
import { library, type RecordingTable, type ServerKeyTable } from './library-tables.ts';
import { type ProcessTable, processes } from './process-tables.ts';
import type { MatchStatus } from './repository.ts';

export interface MatchTable {
  id: string;
  created_at: number;
  mode: string;
  code: string;
  founder: string;
  habitats: number;
  rounds: number;
  header: Uint8Array;
  kernel: string;
  secret: Uint8Array;
  status: Generated<MatchStatus>;
  final_hash: Uint8Array | null;
  /** A BreakOff, where it is known. */
  why: string | null;
}

export interface LiveMatchTable {
  match_id: string;
  owner: string;
  seen_at: number;
  /** A ClassState as JSON. */
  state: string;
  /** Where it is played: stands in the state as well. */
  room_id: string;
}

export interface CommandTable {
  match_id: string;
  seq: number;
  tick: number;
  bytes: Uint8Array;
}

export interface FrameTable {
  match_id: string;
  tick: number;
  bytes: Uint8Array;
}

export interface PredictionTable {
  match_id: string;
  round: number;
  seat: number;
  /** A Prediction as JSON. */
  prediction: string;
}

export interface JudgementTable {
  match_id: string;
  round: number;
  seat: number;
  /** A Truth as JSON. */
  truth: string | null;
  prediction_points: number | null;
  brief_points: number | null;
}

export interface Tables {
  matches: MatchTable;
  commands: CommandTable;
  frames: FrameTable;
  predictions: PredictionTable;
  judgements: JudgementTable;
  live_matches: LiveMatchTable;
  class_books: ClassBookTable;
  lesson_answers: LessonAnswerTable;
  processes: ProcessTable;
  conduct_reports: ConductReportTable;
  recordings: RecordingTable;
  server_keys: ServerKeyTable;
  creatures: CreatureTable;
}

/** Migrations by name, in alphabetical order; one that was released is never edited, only followed. */
export function migrations(dialect: Pick<Dialect, 'bytes'>): MigrationProvider {
  const bytes = sql.raw<Uint8Array>(dialect.bytes);
  const first: Migration = {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('matches')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('mode', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('founder', 'text', (column) => column.notNull())
        .addColumn('habitats', 'integer', (column) => column.notNull())
        .addColumn('rounds', 'integer', (column) => column.notNull())
        .addColumn('header', bytes, (column) => column.notNull())
        .addColumn('kernel', 'text', (column) => column.notNull())
        .addColumn('secret', bytes, (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull().defaultTo('playing'))
        .addColumn('final_hash', bytes)
        .execute();
      await db.schema.createIndex('matches_by_age').on('matches').columns(['status', 'created_at']).execute();
      await db.schema.createIndex('matches_by_code').on('matches').columns(['code', 'created_at']).execute();
      await db.schema
        .createTable('commands')
        .addColumn('match_id', 'text', (column) => column.notNull().references('matches.id').onDelete('cascade'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('tick', 'integer', (column) => column.notNull())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('commands_key', ['match_id', 'seq'])
        .execute();
      await db.schema
        .createTable('frames')
        .addColumn('match_id', 'text', (column) => column.notNull().references('matches.id').onDelete('cascade'))
        .addColumn('tick', 'integer', (column) => column.notNull())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('frames_key', ['match_id', 'tick'])
        .execute();
    },
  };
  return {
    getMigrations: async () => ({
      '001-matches': first,
      '002-answers': answers,
      '003-live': live,
      '004-evidence': evidence,
      '005-processes': processes,
      '006-conduct': conduct,
      '007-library': library(dialect),
      '008-creatures': creatures(dialect),
    }),
  };
}

/** What stewards predicted, and what the reveals told of it. */
const answers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('predictions')
      .addColumn('match_id', 'text', (column) => column.notNull().references('matches.id').onDelete('cascade'))
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('seat', 'integer', (column) => column.notNull())
      .addColumn('prediction', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('predictions_key', ['match_id', 'round', 'seat'])
      .execute();
    await db.schema
      .createTable('judgements')
      .addColumn('match_id', 'text', (column) => column.notNull().references('matches.id').onDelete('cascade'))
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('seat', 'integer', (column) => column.notNull())
      .addColumn('truth', 'text')
      .addColumn('prediction_points', 'integer')
      .addColumn('brief_points', 'integer')
      .addPrimaryKeyConstraint('judgements_key', ['match_id', 'round', 'seat'])
      .execute();
  },
};

/** Matches that go on, with the process that runs each; and why one broke off. */
const live: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('live_matches')
      .addColumn('match_id', 'text', (column) => column.primaryKey().references('matches.id').onDelete('cascade'))
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('matches').addColumn('why', 'text').execute();
  },
};
