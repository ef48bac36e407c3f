/** A teacher deletes a class's report while its room is still open: the room goes on, and keeps nothing of its people any more. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { lobbyState } from '../support/class-state.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';

describe.each(DATABASES)('in $name', ({ isHere, create }) => {
  let database: TestDatabase;
  let repository: MatchRepository;
  beforeEach(async () => {
    if (!isHere) return;
    database = await create();
    repository = await database.open();
  });
  afterEach(async () => {
    if (isHere) await database.remove();
  });

  const keep = async (names: readonly string[]): Promise<void> => {
    const people = names.map((name, seat) => ({ id: `p${seat}`, names: [name], seat, team: 0, removed: false }));
    const book = { code: 'ACD347', people, lesson: null };
    await repository.putClassBook({ matchId: 'match', keyHash: 'h', begunAt: 5, book });
    const answer = { person: 'p0', step: 0, question: 'q', choice: null, text: names.join(), at: 5 };
    await repository.putLessonAnswer('match', answer);
  };

  test.skipIf(!isHere)('what is deleted does not come back with the next change in the room', async () => {
    await repository.createMatch(
      {
        ...{ id: 'match', createdAt: 5, mode: 'private', code: 'ACD347', founder: 'f', habitats: 1, rounds: 1 },
        ...{ header: new Uint8Array(), secret: new Uint8Array(), kernel: 'k' },
      },
      lobbyState(),
    );
    await keep(['Ada']);
    await keep(['Ada', 'Ben']);
    expect((await repository.readClassBook('match'))?.book.people.length).toBe(2);
    expect(await repository.forgetClass('match')).toBe(true);
    await keep(['Ada', 'Ben', 'Cem']);
    expect([await repository.readClassBook('match'), await repository.lessonAnswers('match')]).toEqual([null, []]);
    // Another process that takes the match up keeps nothing either.
    const other = await database.open();
    expect(await other.takeLive('match', repository.owner)).toBe(true);
    const mine = repository;
    repository = other;
    await keep(['Dua']);
    expect([await mine.readClassBook('match'), await mine.lessonAnswers('match')]).toEqual([null, []]);
    expect(await mine.forgetClass('match')).toBe(false);
    expect(await mine.forgetClassesBefore(6)).toBe(1);
  });
});
