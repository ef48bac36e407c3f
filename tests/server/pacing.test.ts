import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveOptions, LiveSource } from '../../client/net/live-source.ts';
import { hurry, isOver, openPage, QUICK, startTestServer, type TestServer, until } from '../support/server.ts';

let server: TestServer;
const pages: LiveSource[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

const open = async (options: LiveOptions): Promise<LiveSource> => {
  const page = await openPage(server.url, options);
  pages.push(page);
  return page;
};
const length = (page: LiveSource): number => page.table.value.phaseLengthMs;
const inPhase = (page: LiveSource, phase: string): Promise<void> => until(() => page.table.value.phase === phase);

test('who plays alone has time to think, can have more of it, and can switch the timers off and on', async () => {
  const page = await open({ kind: 'create', create: { ...QUICK, mode: 'solo' } });
  await inPhase(page, 'predict');
  expect([length(page), page.table.value.timers]).toEqual([40_000, true]);
  expect(await page.send({ kind: 'pace', action: 'lengthen' })).toMatchObject({ ok: true });
  await until(() => length(page) === 70_000);
  expect(await page.send({ kind: 'pace', action: 'lengthen' })).toMatchObject({ ok: true });
  await until(() => length(page) === 100_000);
  expect(await page.send({ kind: 'timers', on: false })).toMatchObject({ ok: true });
  await until(() => length(page) === 0 && !page.table.value.timers);
  await page.send({ kind: 'pace', action: 'next' });
  await inPhase(page, 'choose');
  expect(length(page)).toBe(0);
  expect(await page.send({ kind: 'timers', on: true })).toMatchObject({ ok: true });
  // A whole length from now on.
  await until(() => length(page) >= 30_000);
  expect(length(page) - page.table.value.phasePassedMs).toBeGreaterThan(29_000);
  // Growing and seasons are as long as their pictures, timers or not.
  await page.send({ kind: 'timers', on: false });
  await page.send({ kind: 'pace', action: 'next' });
  await inPhase(page, 'grow');
  expect(length(page)).toBe(9_000);
});

test('a class is paced by its host unless timers are on, and gathers without a timer in either case', async () => {
  const paced = await open({ kind: 'create', create: { ...QUICK, mode: 'private' } });
  const timed = await open({ kind: 'create', create: { ...QUICK, mode: 'private', timers: true } });
  await until(() => [paced, timed].every(({ table }) => table.value.mode === 'private'));
  expect([paced, timed].map(length)).toEqual([0, 0]);
  for (const page of [paced, timed]) {
    await page.send({ kind: 'pace', action: 'start' });
    await inPhase(page, 'predict');
  }
  expect([paced, timed].map(length)).toEqual([0, 40_000]);
});

test('timers that are on end every phase by themselves, to the end of the match', async () => {
  const page = await open({ kind: 'create', create: { ...QUICK, mode: 'private', timers: true, speed: 64 } });
  const guest = await open({ kind: 'join', roomId: page.roomId.value, watch: true });
  const seen: string[] = [];
  const stop = guest.table.subscribe(({ phase }) => {
    if (seen.at(-1) !== phase) seen.push(phase);
  });
  await page.send({ kind: 'pace', action: 'start' });
  await inPhase(guest, 'over');
  stop();
  const round = ['predict', 'choose', 'grow', 'season', 'lapse', 'reveal'];
  expect(seen.filter((phase) => phase !== 'lobby')).toEqual([...round, ...round, 'grow', 'season', 'over']);
});

test('a phase ends early when all who are here are ready or have answered, whoever is away', async () => {
  const host = await open({ kind: 'create', create: { ...QUICK, mode: 'private' } });
  const guest = await open({ kind: 'join', roomId: host.roomId.value });
  const away = await open({ kind: 'join', roomId: host.roomId.value });
  await host.send({ kind: 'pace', action: 'start' });
  await until(() => guest.own.value.question !== null);
  await host.send({ kind: 'ready', ready: true });
  await guest.send({ kind: 'predict', round: 0, prediction: { kind: 'twins', same: [1, 2] } });
  await until(() => host.table.value.stewards[1]?.answered === true);
  expect(host.table.value.phase).toBe('predict');
  away.close();
  await inPhase(host, 'choose');
  // An answer is no readiness: nobody is ready in the new phase.
  await until(() => host.table.value.stewards.every(({ ready }) => !ready));
  await host.send({ kind: 'ready', ready: true });
  await until(() => guest.table.value.stewards[0]?.ready === true);
  expect(guest.table.value.phase).toBe('choose');
  await guest.send({ kind: 'ready', ready: true });
  await inPhase(host, 'grow');
});

test('a disaster is announced from the start, and a duel gives two habitats the same climate', async () => {
  const page = await open({ kind: 'create', create: { ...QUICK, mode: 'solo', shock: true } });
  await until(() => page.table.value.shock !== '');
  expect(page.table.value.shock).toBe(page.world.value?.shockCard?.card);
  const duel = await open({
    kind: 'create',
    create: { mode: 'solo', game: 'drift', habitats: 2, rounds: 1, generationsPerRound: 1 },
  });
  await until(() => duel.table.value.game === 'drift');
  const [small, large] = duel.world.value?.habitats ?? [];
  expect(small?.temperature).toBe(large?.temperature);
  await hurry(duel, isOver(duel));
  expect(duel.world.value?.history.map(([first]) => first?.born)).toEqual([10, 200]);
  const odd = await open({ kind: 'create', create: { mode: 'solo', game: 'drift', habitats: 3 } });
  expect(odd.trouble.value).toContain('pairs of habitats');
});
