/** A match without sockets, over a real database that can be made to fail. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGrowthPool, type GrowthPool } from '../../server/growth/pool.ts';
import { createMatch } from '../../server/match/create-match.ts';
import type { Match } from '../../server/match/match.ts';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { decodeFrame } from '../../shared/protocol/frames.ts';
import { decodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { grow } from '../../shared/sim/embryo/reference.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { SECRET_BYTES } from '../../shared/sim/world/seeds.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { untilTrue } from '../support/server.ts';

let folder: string;
let database: MatchRepository;
let growth: GrowthPool;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-durable-'));
  database = await openSqliteRepository(folder);
  growth = createGrowthPool(1);
});
afterEach(async () => {
  await growth.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function tinyWorld(): World {
  const [founder] = FOUNDERS;
  if (!founder) throw new Error('There is no founder.');
  const size = { habitats: 2, rounds: 1, generationsPerRound: 1, population: 4 };
  return createWorld({ ...DEFAULT_SETTINGS, ...size, founder: founder.key, mapSeed: 7 }, founder.genome);
}

interface Stage {
  readonly match: Match;
  /** What came to pass, in order: writes as they end, and what was told. */
  readonly events: string[];
  readonly frames: Uint8Array[];
}

/** `fails`: which write fails, by its name. */
async function play(fails: () => string): Promise<Stage> {
  const events: string[] = [];
  const frames: Uint8Array[] = [];
  const write = async (name: string, row: Promise<void>): Promise<void> => {
    await row;
    if (fails() === name) throw new Error('The disk is full.');
    events.push(`${name} written`);
  };
  const repository: MatchRepository = {
    ...database,
    addCommands: (id, commands) => write('commands', database.addCommands(id, commands)),
    putPrediction: (id, prediction) => write('prediction', database.putPrediction(id, prediction)),
    addJudgements: (id, judgements) => write('judgements', database.addJudgements(id, judgements)),
    addFrame: (id, frame) => write('frame', database.addFrame(id, frame)),
  };
  const match = await createMatch({
    id: 'a-match',
    mode: 'private',
    code: 'ACDEFG',
    world: tinyWorld(),
    secret: new Uint8Array(SECRET_BYTES),
    speed: 64,
    timers: false,
    repository,
    growth,
    listener: {
      frame: (bytes) => {
        events.push('frame told');
        frames.push(bytes);
      },
      changed: () => {},
      dismissed: () => {},
      placed: () => {},
      said: () => {},
      again: () => Promise.reject(new Error('No other room is wanted here.')),
      deserted: () => {},
      lost: () => {},
      failed: () => events.push('failed'),
      recorded: () => {},
    },
  });
  return { match, events, frames };
}

test('commands are answered and frames are told only when they are on disk', async () => {
  const { match, events, frames } = await play(() => '');
  const welcome = match.join('one', {});
  expect(welcome).toMatchObject({ seat: 0, host: true });
  const snapshot = match.snapshot();
  await match.handle('one', { id: 1, kind: 'pace', action: 'start' });
  await match.handle('one', { id: 9, kind: 'pace', action: 'next' });
  events.length = 0;
  const answer = await match.handle('one', { id: 2, kind: 'pressure', card: 'frost', level: 2 });
  events.push('answered');
  expect(answer).toEqual({ id: 2, ok: true });
  expect(events).toEqual(['commands written', 'answered']);
  await match.handle('one', { id: 3, kind: 'pace', action: 'next' });
  await untilTrue(() => match.view().phase === 'reveal');
  await match.handle('one', { id: 4, kind: 'pace', action: 'next' });
  await untilTrue(() => match.view().phase === 'over');
  const frame = ['frame written', 'frame told'];
  expect(events.slice(2)).toEqual([...frame, ...frame, 'judgements written', ...frame, ...frame, 'judgements written']);
  // Who had only the first snapshot and the frames has the same world as who asks now.
  const followed = frames.map(decodeFrame).reduce(applyFrame, decodeSnapshot(snapshot));
  expect(decodeSnapshot(match.snapshot())).toEqual(followed);
  await match.close();
  expect(await database.readMatch('a-match')).toMatchObject({ status: 'finished', finalHash: followed.hash });
});

test('a command that cannot be written has no effect, and the people are told', async () => {
  let failing = '';
  const { match, events } = await play(() => failing);
  match.join('one', {});
  await match.handle('one', { id: 1, kind: 'pace', action: 'start' });
  await match.handle('one', { id: 9, kind: 'pace', action: 'next' });
  failing = 'commands';
  expect(await match.handle('one', { id: 2, kind: 'pressure', card: 'frost', level: 2 })).toMatchObject({ ok: false });
  expect(match.view().seats[0]?.laid).toEqual([]);
  expect(match.view().trouble).toContain('cannot go on');
  expect(events.at(-1)).toBe('failed');
  await match.close();
  expect(await database.readMatch('a-match')).toMatchObject({ status: 'interrupted' });
});

test('a prediction is answered only when it is on disk; one that cannot be written was never made', async () => {
  let failing = '';
  const { match, events } = await play(() => failing);
  match.join('one', {});
  // A second person, so that an answer does not end the phase.
  match.join('two', {});
  await match.handle('one', { id: 1, kind: 'pace', action: 'start' });
  events.length = 0;
  const predict = (id: number, same: number[]) =>
    match.handle('one', { id, kind: 'predict', round: 0, prediction: { kind: 'twins', same } });
  expect(await predict(2, [0, 1])).toEqual({ id: 2, ok: true });
  events.push('answered');
  expect(events).toEqual(['prediction written', 'answered']);
  failing = 'prediction';
  expect(await predict(3, [4, 5])).toMatchObject({ ok: false, reason: 'trouble' });
  expect(match.own('one')?.prediction).toEqual({ kind: 'twins', same: [0, 1] });
  await match.close();
});

test('points that cannot be written are told to nobody', async () => {
  let failing = '';
  const { match } = await play(() => failing);
  match.join('one', {});
  await match.handle('one', { id: 1, kind: 'pace', action: 'start' });
  await match.handle('one', { id: 2, kind: 'predict', round: 0, prediction: { kind: 'twins', same: [0, 1] } });
  failing = 'judgements';
  await match.handle('one', { id: 3, kind: 'pace', action: 'next' });
  await untilTrue(() => match.view().trouble !== '');
  expect(match.view().seats[0]).toMatchObject({ answered: true, predictionPoints: -1, predictionTotal: 0 });
  expect(match.own('one')?.outcome).toBeNull();
  await match.close();
});

test('a frame that cannot be written is told to nobody', async () => {
  let failing = '';
  const { match, events } = await play(() => failing);
  match.join('one', {});
  await match.handle('one', { id: 1, kind: 'pace', action: 'start' });
  await match.handle('one', { id: 9, kind: 'pace', action: 'next' });
  failing = 'frame';
  expect(await match.handle('one', { id: 2, kind: 'pace', action: 'next' })).toMatchObject({ ok: false });
  expect(events).not.toContain('frame told');
  expect(decodeSnapshot(match.snapshot()).tick).toBe(0);
  expect(await match.handle('one', { id: 3, kind: 'ready', ready: true })).toMatchObject({
    ok: false,
    reason: 'trouble',
  });
  await match.close();
});

test('the growth pool’s bodies have the traits that the reference’s have', async () => {
  const { match, frames } = await play(() => '');
  match.join('one', {});
  const first = decodeSnapshot(match.snapshot());
  await match.handle('one', { id: 1, kind: 'pace', action: 'start' });
  for (const id of [2, 3]) await match.handle('one', { id, kind: 'pace', action: 'next' });
  const born = frames.slice(0, 1).map(decodeFrame).reduce(applyFrame, first);
  expect(born.creatures.length).toBe(8);
  expect(await growth.growAll(born)).toEqual(growWith(grow, born));
  await match.close();
});

test('a kernel that is not there is named', () => {
  expect(() => createGrowthPool(1, { kernel: '0123456789abcdef' })).toThrow(
    /The kernel 0123456789abcdef is not among those/,
  );
  expect(() => createGrowthPool(1, { kernel: '../../secret' })).toThrow(/not among those/);
});
