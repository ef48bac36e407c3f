/** Names and answers go when their time is up, on a real database file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { keptUntil, startRetention } from '../../server/retention.ts';
import { lobbyState } from '../support/class-state.ts';

const DAY_MS = 86_400_000;
const SILENT = { info: () => {}, error: () => {} };
const bytes = Uint8Array.of(1);

let folder: string;
let repository: MatchRepository;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-retention-'));
  repository = await openSqliteRepository(folder);
});
afterEach(async () => {
  await repository.close();
  await rm(folder, { recursive: true, force: true });
});

async function keepClass(matchId: string, begunAt: number): Promise<void> {
  const kept = { header: bytes, secret: bytes, kernel: 'k', founder: 'f', habitats: 1, rounds: 1 };
  await repository.createMatch(
    { id: matchId, createdAt: begunAt, mode: 'private', code: 'ACD347', ...kept },
    lobbyState(),
  );
  await repository.putPrediction(matchId, { round: 0, seat: 0, prediction: { kind: 'divergence', low: 1, high: 2 } });
  const people = [{ id: 'p', names: ['Ada'], seat: 0, team: 0, removed: false }];
  await repository.putClassBook({ matchId, keyHash: 'h', begunAt, book: { code: 'ACD347', people, lesson: null } });
  const said = { question: 'q', choice: 'a', text: null, at: begunAt };
  await repository.putLessonAnswer(matchId, { person: 'p', step: 0, ...said });
}

const leftOf = async (matchId: string): Promise<unknown[]> => [
  (await repository.readClassBook(matchId))?.book.people.map(({ names }) => names[0]) ?? 'no book',
  (await repository.lessonAnswers(matchId)).length,
  (await repository.readAnswers(matchId)).predictions.length,
  (await repository.readMatch(matchId)) !== null,
];

test('what is older than its days loses names, answers and guesses, and keeps its world; what is younger keeps all', async () => {
  const now = 100 * DAY_MS;
  await keepClass('old', now - 30 * DAY_MS - 1);
  await keepClass('young', now - 30 * DAY_MS + 1);
  const stop = startRetention(repository, 30, SILENT, () => now);
  await stop();
  expect(await leftOf('old')).toEqual(['no book', 0, 0, true]);
  expect(await leftOf('young')).toEqual([['Ada'], 1, 1, true]);
  expect(keptUntil(now, 30)).toBe(now + 30 * DAY_MS);
});

test('a later answer of the same person replaces the one before; the book keeps when it was begun', async () => {
  await keepClass('match', 5);
  await repository.putLessonAnswer('match', { person: 'p', step: 2, question: 'q', choice: 'b', text: 'So.', at: 9 });
  expect(await repository.lessonAnswers('match')).toEqual([
    { person: 'p', step: 2, question: 'q', choice: 'b', text: 'So.', at: 9 },
  ]);
  const book = { code: 'ACD347', people: [], lesson: null };
  await repository.putClassBook({ matchId: 'match', keyHash: 'other', begunAt: 7, book });
  expect(await repository.readClassBook('match')).toEqual({ matchId: 'match', keyHash: 'other', begunAt: 5, book });
});

test('a class is forgotten at once, once', async () => {
  await keepClass('match', 5);
  expect(await repository.forgetClass('match')).toBe(true);
  expect(await leftOf('match')).toEqual(['no book', 0, 0, true]);
  expect(await repository.forgetClass('match')).toBe(false);
});

test('the days are an operator’s to set, within a year, and 30 unless they do', () => {
  const daysOf = (RETENTION_DAYS?: string): unknown => {
    const read = readConfig({ ...(RETENTION_DAYS === undefined ? {} : { RETENTION_DAYS }) });
    return 'config' in read ? read.config.retentionDays : read.mistakes;
  };
  expect(daysOf()).toBe(30);
  expect(daysOf('7')).toBe(7);
  for (const wrong of ['0', '366', '-1', 'a month', '1.5']) {
    expect(daysOf(wrong)).toEqual([`RETENTION_DAYS should be a whole number from 1 to 365, not “${wrong}”.`]);
  }
});
