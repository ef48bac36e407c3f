/** The tables of what classes leave, and how they came about. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface ClassBookTable {
  match_id: string;
  key_hash: string;
  begun_at: number;
  /** A ClassBook as JSON. */
  book: string;
}

export interface LessonAnswerTable {
  match_id: string;
  person: string;
  question: string;
  step: number;
  choice: string | null;
  words: string | null;
  answered_at: number;
}

/** No reference to matches: a class that answered and never began to play has a report as well. */
export const evidence: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('class_books')
      .addColumn('match_id', 'text', (column) => column.primaryKey())
      .addColumn('key_hash', 'text', (column) => column.notNull())
      .addColumn('begun_at', 'bigint', (column) => column.notNull())
      .addColumn('book', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('class_books_by_age').on('class_books').columns(['begun_at']).execute();
    await db.schema
      .createTable('lesson_answers')
      .addColumn('match_id', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('step', 'integer', (column) => column.notNull())
      .addColumn('choice', 'text')
      .addColumn('words', 'text')
      .addColumn('answered_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('lesson_answers_key', ['match_id', 'person', 'question'])
      .execute();
  },
};
