import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchRecording, listReplays } from '../../client/net/api.ts';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import type { Frame } from '../../shared/sim/world/world.ts';
import {
  hurry,
  isOver,
  openPage,
  passQuestion,
  QUICK,
  startTestServer,
  type TestServer,
  until,
} from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('one person alone plays a whole match with bots, and its recording verifies', async () => {
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  const frames: Frame[] = [];
  page.onFrame((frame) => frames.push(frame));
  await passQuestion(page);
  await until(() => page.table.value.stewards.length === 3);
  expect(page.seat.value).toBe(0);
  expect(page.host.value).toBe(true);
  expect(page.table.value.stewards.map(({ bot }) => bot === '')).toEqual([true, false, false]);
  expect(page.table.value.laid.slice(1).every((laid) => laid.length > 0)).toBe(true);

  const answer = await page.send({ kind: 'pressure', card: 'frost', level: 2 });
  expect(answer).toMatchObject({ ok: true });
  await until(() => page.table.value.laid[0]?.[0]?.card === 'frost');

  await hurry(page, isOver(page));
  expect(frames.map(({ kind, generation }) => `${kind} ${generation}`)).toEqual(
    [0, 1, 2, 3, 4].flatMap((generation) => [`births ${generation}`, `season ${generation}`]),
  );
  expect(frames[0]?.commands).toContainEqual({ tick: 0, seat: 0, kind: 'pressure', card: 'frost', level: 2 });
  expect(frames.at(-2)).toMatchObject({ kind: 'births', examPressures: expect.arrayContaining([expect.anything()]) });

  const replays = await listReplays(0, server.url);
  const recorded = replays.ok ? replays.value.replays.find(({ id }) => id === page.table.value.recording) : undefined;
  expect(recorded).toMatchObject({ status: 'finished', mode: 'solo', habitats: 3, rounds: 2 });
  const recording = await fetchRecording(page.table.value.recording, server.url);
  if (!recording.ok) throw new Error(recording.error);
  const growth = createGrowthPool(1);
  const verdict = await verifyRecording(decodeRecording(recording.value), growth.growAll);
  await growth.close();
  expect(verdict).toEqual({
    accepted: true,
    generations: 5,
    complete: true,
    unchecked: null,
    hash: hexOf(page.world.value?.hash ?? new Uint8Array()),
  });
  page.close();
});

test('a match that still goes on is told without its secret', async () => {
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  await passQuestion(page);
  await page.send({ kind: 'ready', ready: true });
  await until(() => page.world.value?.stage === 'season');
  const recording = await fetchRecording(page.table.value.recording, server.url);
  if (!recording.ok) throw new Error(recording.error);
  const { secret, frames } = decodeRecording(recording.value);
  expect(secret).toBeNull();
  expect(frames.length).toBe(1);
  page.close();
});

test('a person alone sets the pace: pauses, goes on, and ends a phase early', async () => {
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  await passQuestion(page);
  expect(await page.send({ kind: 'pace', action: 'pause' })).toMatchObject({ ok: true });
  await until(() => page.table.value.paused);
  expect(page.table.value.phase).toBe('choose');
  expect(await page.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  // All are ready, but the match is held.
  await until(() => page.table.value.stewards[0]?.ready === true);
  expect(page.table.value.phase).toBe('choose');
  expect(await page.send({ kind: 'pace', action: 'resume' })).toMatchObject({ ok: true });
  await until(() => page.table.value.phase === 'grow');
  expect(await page.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: false, reason: 'started' });
  expect(await page.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: true });
  await until(() => page.table.value.phase === 'season');
  page.close();
});
