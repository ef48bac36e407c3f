/** The queries about what a class leaves for its teacher. */
import type { Kysely } from 'kysely';
import type { ClassBook, EvidenceStore } from './evidence-store.ts';
import type { Tables } from './tables.ts';

// What this column holds was written by `putClassBook`, and by nobody else.
const toBook = (text: string): ClassBook => JSON.parse(text);

export function evidenceQueries(db: Kysely<Tables>): EvidenceStore {
  return {
    async putClassBook({ matchId, keyHash, begunAt, book }) {
      const kept = { key_hash: keyHash, book: JSON.stringify(book) };
      await db
        .insertInto('class_books')
        .values({ match_id: matchId, begun_at: begunAt, ...kept })
        .onConflict((same) => same.column('match_id').doUpdateSet(kept))
        .execute();
    },

    async readClassBook(matchId) {
      const row = await db.selectFrom('class_books').selectAll().where('match_id', '=', matchId).executeTakeFirst();
      if (!row) return null;
      return { matchId, keyHash: row.key_hash, begunAt: Number(row.begun_at), book: toBook(row.book) };
    },

    async putLessonAnswer(matchId, { person, question, step, choice, text, at }) {
      const said = { step, choice, words: text, answered_at: at };
      await db
        .insertInto('lesson_answers')
        .values({ match_id: matchId, person, question, ...said })
        .onConflict((same) => same.columns(['match_id', 'person', 'question']).doUpdateSet(said))
        .execute();
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
        ...{ person, question, step, choice, text: words, at: Number(answered_at) },
      }));
    },

    forgetClass: (matchId) =>
      db.transaction().execute(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('class_books')
          .where('match_id', '=', matchId)
          .executeTakeFirst();
        for (const table of ANSWERED) await trx.deleteFrom(table).where('match_id', '=', matchId).execute();
        return Number(numDeletedRows) > 0;
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
        const { numDeletedRows } = await trx
          .deleteFrom('class_books')
          .where('begun_at', '<', moment)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

/** Where answers are kept, of any kind. */
const ANSWERED = ['lesson_answers', 'predictions', 'judgements'] as const;
