import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewMatch } from '../../server/persistence/repository.ts';
import { DATABASE_FILE, openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { lobbyState } from '../support/class-state.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const match = (id: string, createdAt: number, code = ''): NewMatch => ({
  id,
  createdAt,
  mode: code === '' ? 'solo' : 'private',
  code,
  founder: 'embershield',
  habitats: 6,
  rounds: 8,
  header: bytes(1, 2, 3),
  kernel: 'reference',
  secret: bytes(9, 0, 255),
});

for (const { name, isHere, create } of DATABASES) {
  describe.skipIf(!isHere)(name, () => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await create();
    });
    afterEach(() => database.remove());

    test('what was written is read back as it was, by a later opening too', async () => {
      const first = await database.open();
      await first.createMatch(match('one', 1_900_000_000_123), lobbyState());
      await first.addCommands('one', [
        { seq: 0, tick: 0, bytes: bytes(7) },
        { seq: 1, tick: 0, bytes: bytes() },
      ]);
      await first.addCommands('one', []);
      await first.addFrame('one', { tick: 1, bytes: bytes(5, 6) });
      await first.addFrame('one', { tick: 0, bytes: bytes(4) });
      const second = await database.open();
      expect(await second.readMatch('one')).toEqual({
        ...match('one', 1_900_000_000_123),
        status: 'playing',
        finalHash: bytes(),
        commands: [
          { seq: 0, tick: 0, bytes: bytes(7) },
          { seq: 1, tick: 0, bytes: bytes() },
        ],
        frames: [
          { tick: 0, bytes: bytes(4) },
          { tick: 1, bytes: bytes(5, 6) },
        ],
      });
      expect(await second.readMatch('two')).toBeNull();
    });

    test('a command or frame cannot be written twice, nor for a match that is none', async () => {
      const repository = await database.open();
      await repository.createMatch(match('one', 1), lobbyState());
      await repository.addFrame('one', { tick: 0, bytes: bytes(1) });
      await repository.addCommands('one', [{ seq: 0, tick: 0, bytes: bytes(1) }]);
      await expect(repository.addFrame('one', { tick: 0, bytes: bytes(2) })).rejects.toThrow();
      const twice = [1, 0].map((seq) => ({ seq, tick: 4, bytes: bytes(2) }));
      await expect(repository.addCommands('one', twice)).rejects.toThrow();
      await expect(repository.addFrame('two', { tick: 0, bytes: bytes(2) })).rejects.toThrow();
      await expect(repository.createMatch(match('one', 2), lobbyState())).rejects.toThrow();
      const { frames, commands } = (await repository.readMatch('one')) ?? {};
      expect(frames).toEqual([{ tick: 0, bytes: bytes(1) }]);
      // All of a write or none of it.
      expect(commands).toEqual([{ seq: 0, tick: 0, bytes: bytes(1) }]);
    });

    test('an answer is replaced by a later one, and judgements are kept once, by a later opening too', async () => {
      const first = await database.open();
      await first.createMatch(match('one', 1), lobbyState());
      await first.putPrediction('one', { round: 1, seat: 0, prediction: { kind: 'divergence', low: 1.5, high: 2 } });
      await first.putPrediction('one', { round: 0, seat: 3, prediction: { kind: 'twins', same: [0, 7] } });
      await first.putPrediction('one', { round: 0, seat: 2, prediction: { kind: 'histogram', chips: [10, 0] } });
      await first.putPrediction('one', { round: 0, seat: 2, prediction: { kind: 'histogram', chips: [4, 6] } });
      await expect(
        first.putPrediction('two', { round: 0, seat: 0, prediction: { kind: 'twins', same: [0, 1] } }),
      ).rejects.toThrow();
      const nothing = { truth: null, predictionPoints: null, briefPoints: null };
      const judged = {
        round: 0,
        seat: 2,
        truth: { kind: 'histogram', counts: [30, 0] },
        predictionPoints: 73,
        briefPoints: 0,
      } as const;
      await first.addJudgements('one', [judged, { round: 0, seat: 3, ...nothing }]);
      await first.addJudgements('one', []);
      // All of a write or none of it.
      await expect(first.addJudgements('one', [{ round: 1, seat: 0, ...nothing }, judged])).rejects.toThrow();
      const second = await database.open();
      expect(await second.readAnswers('one')).toEqual({
        predictions: [
          { round: 0, seat: 2, prediction: { kind: 'histogram', chips: [4, 6] } },
          { round: 0, seat: 3, prediction: { kind: 'twins', same: [0, 7] } },
          { round: 1, seat: 0, prediction: { kind: 'divergence', low: 1.5, high: 2 } },
        ],
        judgements: [judged, { round: 0, seat: 3, ...nothing }],
      });
      expect(await second.readAnswers('two')).toEqual({ predictions: [], judgements: [] });
    });

    test('the list has finished matches first, then the newest, and none that never began', async () => {
      const repository = await database.open();
      for (const [id, createdAt] of [
        ['old', 1],
        ['new', 3],
        ['done', 2],
        ['empty', 9],
      ] as const) {
        await repository.createMatch(match(id, createdAt), lobbyState());
        if (id !== 'empty') await repository.addFrame(id, { tick: 0, bytes: bytes(1) });
      }
      await repository.finishMatch('done', bytes(1, 2));
      expect(await repository.interruptBefore(9)).toBe(0);
      await repository.endLive('old');
      expect(await repository.interruptBefore(3)).toBe(1);
      const list = await repository.searchRecordings({}, 10, 0);
      expect(list.map(({ id, status }) => `${id} ${status}`)).toEqual([
        'done finished',
        'new playing',
        'old interrupted',
      ]);
      expect((await repository.searchRecordings({}, 1, 1)).map(({ id }) => id)).toEqual(['new']);
      await repository.interruptMatch('done');
      expect(await repository.readMatch('done')).toMatchObject({ status: 'finished', finalHash: bytes(1, 2) });
    });

    test('a database of an older version is brought to this one’s form, with the matches that go on', async () => {
      const before = await database.open();
      const state = lobbyState('the-room');
      await before.createMatch(match('one', 1), state);
      // As the last version before knew it.
      await database.alter(`
        drop table creatures;
        drop table recordings;
        drop table server_keys;
        drop table conduct_reports;
        drop table processes;
        drop index live_matches_by_room;
        alter table live_matches drop column room_id;
        delete from kysely_migration where name >= '005';`);
      const after = await database.open();
      expect(await after.findLiveRoom('the-room')).toMatchObject({ matchId: 'one', owner: before.owner });
      expect(await after.orphans(0)).toMatchObject([{ matchId: 'one', state }]);
      expect(await after.takeLive('one', before.owner)).toBe(true);
      await after.addFrame('one', { tick: 0, bytes: bytes(1) });
      expect(await after.searchRecordings({}, 10, 0)).toMatchObject([{ id: 'one', kind: 'match', status: 'playing' }]);
    });

    test('a code leads to the newest match that was played under it', async () => {
      const repository = await database.open();
      await repository.createMatch(match('first', 1, 'ACDEFG'), lobbyState());
      await repository.createMatch(match('second', 2, 'ACDEFG'), lobbyState());
      expect(await repository.findByCode('ACDEFG')).toMatchObject({ id: 'second' });
      expect(await repository.findByCode('ACDEFH')).toBeNull();
    });
  });
}

test('a database that is none, or a folder that cannot be, is explained in a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-database-'));
  await writeFile(
    join(folder, DATABASE_FILE),
    'this is no database, only a long line of text that pretends to be one '.repeat(40),
  );
  await expect(openSqliteRepository(folder)).rejects.toThrow(/could not be opened: .*Set DATA_DIR to a folder/);
  await expect(openSqliteRepository(join(folder, DATABASE_FILE, 'below'))).rejects.toThrow(/could not be opened/);
  await rm(folder, { recursive: true });
});
