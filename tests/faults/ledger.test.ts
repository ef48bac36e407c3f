/** The way of a match's writes, over a real database that can be told to be gone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLedger, type Ledger, type Recorded } from '../../server/match/ledger.ts';
import { type MatchRepository, TakenOver } from '../../server/persistence/repository.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { lobbyState } from '../support/class-state.ts';
import { untilTrue } from '../support/server.ts';

const ID = 'a-match';
let folder: string;
let database: MatchRepository;
let other: MatchRepository;
let gone: Error | null;
let order: string[];
let stands: Recorded[];
let lost: Error[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-ledger-'));
  database = await openSqliteRepository(folder);
  other = await openSqliteRepository(folder);
  gone = null;
  order = [];
  stands = [];
  lost = [];
  await database.createMatch(
    {
      ...{ id: ID, createdAt: 1, mode: 'private', code: 'ACDEFG', founder: 'embershield', habitats: 1, rounds: 1 },
      ...{ header: new Uint8Array(), kernel: '', secret: new Uint8Array() },
    },
    lobbyState(),
  );
});
afterEach(async () => {
  await database.close();
  await other.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a driver throws whose database is gone. */
const unreachable = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

function open(mostWaitingBytes?: number): Ledger {
  const through = async (name: string, write: () => Promise<void>): Promise<void> => {
    if (gone !== null) throw gone;
    await write();
    order.push(name);
  };
  const repository: MatchRepository = {
    ...database,
    addFrame: (id, frame) => through(`frame ${frame.tick}`, () => database.addFrame(id, frame)),
    addCommands: (id, commands) => through('commands', () => database.addCommands(id, commands)),
    saveClass: (id, state) => through(`class ${state.place.tick}`, () => database.saveClass(id, state)),
    interruptMatch: (id, why) => through('interrupt', () => database.interruptMatch(id, why)),
    endLive: (id) => through('end', () => database.endLive(id)),
  };
  return createLedger({
    repository,
    onChange: (now) => stands.push(now),
    onLost: (error) => lost.push(error),
    ...(mostWaitingBytes === undefined ? {} : { mostWaitingBytes }),
  });
}

const frame = (tick: number, bytes = 4) => ({ tick, bytes: new Uint8Array(bytes).fill(tick) });
const command = (seq: number) => [{ seq, tick: 0, bytes: Uint8Array.of(seq) }];
const stateAt = (tick: number) => {
  const state = lobbyState();
  return { ...state, place: { ...state.place, tick } };
};

test('what is written in well times is on disk when it resolves, each after the one before', async () => {
  const { repository, isUnrecorded } = open();
  const both = [repository.addFrame(ID, frame(0)), repository.saveClass(ID, stateAt(1))];
  await repository.addFrame(ID, frame(1));
  expect(order).toEqual(['frame 0', 'class 1', 'frame 1']);
  await Promise.all(both);
  expect((await other.readMatch(ID))?.frames.map(({ tick }) => tick)).toEqual([0, 1]);
  expect([isUnrecorded(), stands]).toEqual([false, []]);
});

test('while the database is gone nobody waits for it, and when it is back everything is written, in order', async () => {
  const { repository, isUnrecorded } = open();
  gone = unreachable();
  await repository.addFrame(ID, frame(0));
  expect([isUnrecorded(), stands]).toEqual([true, ['behind']]);
  await repository.addCommands(ID, command(0));
  for (const tick of [1, 2, 3]) await repository.saveClass(ID, stateAt(tick));
  await repository.addFrame(ID, frame(1));
  expect(order).toEqual([]);
  gone = null;
  await untilTrue(() => !isUnrecorded());
  // Where the class stands counts as it is now, not as it was.
  expect(order).toEqual(['frame 0', 'commands', 'class 3', 'frame 1']);
  expect(stands).toEqual(['behind', 'well']);
  await repository.addFrame(ID, frame(2));
  const stored = await other.readMatch(ID);
  expect([stored?.frames.length, stored?.commands.length]).toEqual([3, 1]);
});

test('a write that came to pass although nobody learned of it is not there twice', async () => {
  const { repository, isUnrecorded } = open();
  await database.addFrame(ID, frame(0));
  gone = unreachable();
  await repository.addFrame(ID, frame(0));
  gone = null;
  await untilTrue(() => !isUnrecorded());
  expect((await other.readMatch(ID))?.frames.length).toBe(1);
});

test('what is wrong in itself is refused to who wrote it, and holds nothing up', async () => {
  const { repository } = open();
  await repository.addFrame(ID, frame(0));
  await expect(repository.addFrame(ID, frame(0, 9))).rejects.toThrow();
  await repository.addFrame(ID, frame(1));
  expect(stands).toEqual([]);
});

test('beyond the bound the match is recorded no more, up to its end', async () => {
  const { repository, isUnrecorded, close } = open(1_000);
  await repository.addFrame(ID, frame(0));
  gone = unreachable();
  for (const tick of [1, 2, 3]) await repository.addFrame(ID, frame(tick, 400));
  expect(stands).toEqual(['behind', 'givenUp']);
  gone = null;
  await repository.addFrame(ID, frame(4));
  expect([isUnrecorded(), order]).toEqual([true, ['frame 0']]);
  await repository.interruptMatch(ID, 'deserted');
  await repository.endLive(ID);
  await close();
  // No frame after the gap: what is there is whole as far as it goes.
  const stored = await other.readMatch(ID);
  expect([stored?.frames.map(({ tick }) => tick), stored?.status]).toEqual([[0], 'interrupted']);
  expect(await other.liveMatches()).toEqual([]);
});

test('a match that another process has taken up is written no more, whether somebody waits for it or not', async () => {
  const { repository } = open();
  gone = unreachable();
  await repository.addFrame(ID, frame(0));
  await repository.addFrame(ID, frame(1));
  expect(await other.takeLive(ID, database.owner)).toBe(true);
  gone = null;
  await untilTrue(() => lost.length > 0);
  expect(lost).toEqual([expect.any(TakenOver)]);
  await expect(repository.addFrame(ID, frame(2))).rejects.toThrow(TakenOver);
  expect((await other.readMatch(ID))?.frames).toEqual([]);

  const second = open();
  await expect(second.repository.addFrame(ID, frame(0))).rejects.toThrow(TakenOver);
  // Who waited has been told.
  expect(lost.length).toBe(1);
});

test('a match that ends tries once more, and says so when it was in vain', async () => {
  const well = open();
  gone = unreachable();
  await well.repository.addFrame(ID, frame(0));
  gone = null;
  await well.close();
  expect([order, stands]).toEqual([['frame 0'], ['behind', 'well']]);
  stands = [];
  const vain = open();
  gone = unreachable();
  await vain.repository.addFrame(ID, frame(1));
  await vain.close();
  expect(stands).toEqual(['behind', 'givenUp']);
});
