/** The queries about what a class leaves for its teacher. */
import { type Kysely, sql } from 'kysely';
import type { ClassBook, EvidenceStore } from './evidence-store.ts';
import type { Fence } from './fence.ts';
import type { Tables } from './tables.ts';

// What this column holds was written by `putClassBook`, and by nobody else.
const toBook = (text: string): ClassBook => JSON.parse(text);

export function evidenceQueries(db: Kysely<Tables>, fence: Fence): EvidenceStore {
  const isForgotten = async (matchId: string): Promise<boolean> => {
    const row = await db
      .selectFrom('class_books')
      .select('key_hash')
      .where('match_id', '=', matchId)
      .executeTakeFirst();
    return row?.key_hash === FORGOTTEN;
  };

  return {
    putClassBook: ({ matchId, keyHash, begunAt, book }) =>
      fence.put(
        matchId,
        {
          table: 'class_books',
          columns: { key_hash: 'text', begun_at: 'bigint', book: 'text' },
          rows: [{ key_hash: keyHash, begun_at: begunAt, book: JSON.stringify(book) }],
        },
        [],
        ['key_hash', 'book'],
        sql`class_books.key_hash = ${FORGOTTEN}`,
      ),

    async readClassBook(matchId) {
      const row = await db.selectFrom('class_books').selectAll().where('match_id', '=', matchId).executeTakeFirst();
      if (!row || row.key_hash === FORGOTTEN) return null;
      return { matchId, keyHash: row.key_hash, begunAt: row.begun_at, book: toBook(row.book) };
    },

    async putLessonAnswer(matchId, { person, question, step, choice, text, at }) {
      if (await isForgotten(matchId)) return;
      await fence.put(
        matchId,
        {
          table: 'lesson_answers',
          columns: {
            ...{ person: 'text', question: 'text', step: 'integer' },
            ...{ choice: 'text', words: 'text', answered_at: 'bigint' },
          },
          rows: [{ person, question, step, choice, words: text, answered_at: at }],
        },
        ['person', 'question'],
        ['step', 'choice', 'words', 'answered_at'],
      );
    },

    async lessonAnswers(matchId) {
      const rows = await db
        .selectFrom('lesson_answers')
        .selectAll()
        .where('match_id', '=', matchId)
        .orderBy('step')
        .orderBy('answered_at')
        .execute();
      return rows.map(({ person, question, step, choice, words, answered_at }) => ({
        ...{ person, question, step, choice, text: words, at: answered_at },
      }));
    },

    forgetClass: (matchId) =>
      db.transaction().execute(async (trx) => {
        // Its room may be open still: that it is to be forgotten must outlive its names.
        const { numUpdatedRows } = await trx
          .updateTable('class_books')
          .set({ key_hash: FORGOTTEN, book: '' })
          .where('match_id', '=', matchId)
          .where('key_hash', '<>', FORGOTTEN)
          .executeTakeFirst();
        for (const table of ANSWERED) await trx.deleteFrom(table).where('match_id', '=', matchId).execute();
        return Number(numUpdatedRows) > 0;
      }),

    forgetClassesBefore: (moment) =>
      db.transaction().execute(async (trx) => {
        // Matches of other modes hold no names, but answers all the same.
        const old = trx.selectFrom('matches').select('id').where('created_at', '<', moment);
        const past = trx.selectFrom('class_books').select('match_id').where('begun_at', '<', moment);
        for (const table of ANSWERED) {
          await trx
            .deleteFrom(table)
            .where((is) => is.or([is('match_id', 'in', old), is('match_id', 'in', past)]))
            .execute();
        }
        // Rosters of rooms that nobody took up again.
        await trx.deleteFrom('live_matches').where('seen_at', '<', moment).execute();
        // Reports of what people did.
        await trx.deleteFrom('conduct_reports').where('reported_at', '<', moment).execute();
        // Processes that ended without a goodbye.
        await trx.deleteFrom('processes').where('seen_at', '<', moment).execute();
        const { numDeletedRows } = await trx
          .deleteFrom('class_books')
          .where('begun_at', '<', moment)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

/** In place of a key’s hash, in a row that holds nothing else: this class was deleted, and nothing of it is kept any more. */
const FORGOTTEN = '';

/** Where answers are kept, of any kind. */
const ANSWERED = ['lesson_answers', 'predictions', 'judgements'] as const;
