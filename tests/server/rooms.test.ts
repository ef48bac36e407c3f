import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findRoom, listRooms } from '../../client/net/api.ts';
import type { LiveOptions, LiveSource } from '../../client/net/live-source.ts';
import { codeSchema } from '../../shared/protocol/messages.ts';
import {
  hurry,
  isOver,
  openPage,
  passQuestion,
  QUICK,
  readyUntil,
  startTestServer,
  type TestServer,
  until,
  untilTrue,
} from '../support/server.ts';

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

test('a private room has a code, waits for its host, and fills its empty seats with bots', async () => {
  const host = await open({ kind: 'create', create: { ...QUICK, mode: 'private' } });
  await until(() => host.table.value.code !== '');
  const { code } = host.table.value;
  expect(codeSchema.safeParse(code).success).toBe(true);
  const guest = await open({ kind: 'join', code: ` ${code.toLowerCase()} ` });
  expect([host.seat.value, host.host.value, guest.seat.value, guest.host.value]).toEqual([0, true, 1, false]);
  expect(guest.table.value).toMatchObject({ phase: 'lobby', phaseLengthMs: 0, mode: 'private' });

  expect(await guest.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: false, reason: 'notHost' });
  expect(await guest.send({ kind: 'pressure', card: 'frost', level: 1 })).toMatchObject({
    ok: false,
    reason: 'notNow',
  });
  expect(await host.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: true });
  await passQuestion(host);
  await until(() => guest.table.value.phase === 'choose');
  expect(guest.table.value.stewards.map(({ bot }) => bot !== '')).toEqual([false, false, true]);
  expect(new Set(guest.table.value.stewards.map(({ name }) => name)).size).toBe(3);

  // Who comes late takes over a bot's seat.
  const late = await open({ kind: 'join', code });
  expect(late.seat.value).toBe(2);
  await until(() => host.table.value.stewards[2]?.bot === '');
  const watcher = await open({ kind: 'join', code, watch: true });
  expect(watcher.seat.value).toBe(-1);
  expect(await watcher.send({ kind: 'ready', ready: true })).toMatchObject({ ok: false, reason: 'noSeat' });
  const tooMany = await open({ kind: 'join', code });
  expect(tooMany.trouble.value).toContain('This room is full: all 3 habitats');
  expect(tooMany.link.value).toBe('lost');
});

test('a host may watch without a seat', async () => {
  const host = await open({ kind: 'create', create: { ...QUICK, mode: 'private', watch: true } });
  const guest = await open({ kind: 'join', roomId: host.roomId.value });
  expect([host.seat.value, host.host.value, guest.seat.value, guest.host.value]).toEqual([-1, true, 0, false]);
  expect(await host.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: true });
  await passQuestion(host);
  await until(() => guest.table.value.phase === 'choose');
  expect(await guest.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  await until(() => guest.table.value.phase === 'grow');
});

test('codes that are none, lead nowhere, or belong to a match that is over are told apart', async () => {
  expect(await findRoom('12', server.url)).toMatchObject({ ok: false, reason: 'badCode' });
  expect(await findRoom('ACDEFG', server.url)).toMatchObject({ ok: false, reason: 'noRoom' });
  const host = await open({
    kind: 'create',
    create: { ...QUICK, habitats: 1, rounds: 1, generationsPerRound: 1, mode: 'private' },
  });
  await host.send({ kind: 'pace', action: 'start' });
  const { code } = host.table.value;
  await hurry(host, isOver(host));
  const newcomer = await open({ kind: 'join', code });
  expect(newcomer.trouble.value).toContain('over');
  host.close();
});

test('a public room begins by itself', async () => {
  const page = await open({ kind: 'create', create: { ...QUICK, speed: 64, mode: 'public' } });
  await until(() => page.table.value.phase !== 'lobby');
  expect(page.table.value.phaseLengthMs).toBeGreaterThan(0);
});

test('public rooms are listed, and people take over from bots', async () => {
  const first = await open({ kind: 'create', create: { ...QUICK, mode: 'public' } });
  // Who made it owns it, and paces nothing.
  expect(first.host.value).toBe(true);
  const onwards = (goal: () => boolean): Promise<void> => readyUntil(first, goal);
  let listed = await listRooms('', server.url);
  const mine = listed.ok ? listed.value.find(({ roomId }) => roomId === first.roomId.value) : undefined;
  expect(mine).toMatchObject({ habitats: 3, rounds: 2, phase: 'lobby', people: 1, freeSeats: 2 });
  await onwards(() => first.table.value.phase === 'choose');
  expect(first.table.value.stewards.filter(({ bot }) => bot !== '').length).toBe(2);
  const second = await open({ kind: 'join', roomId: first.roomId.value });
  await until(() => first.table.value.stewards.filter(({ bot }) => bot !== '').length === 1);
  expect(second.seat.value).toBe(1);
  // Who leaves for good hands the seat to a bot.
  second.close();
  await until(() => first.table.value.stewards.filter(({ bot }) => bot !== '').length === 2);
  await onwards(isOver(first));
  await untilTrue(async () => {
    listed = await listRooms('', server.url);
    return listed.ok && listed.value.every(({ roomId }) => roomId !== first.roomId.value);
  });
});

test('nobody joins a match that somebody plays alone, but one may watch it', async () => {
  const alone = await open({ kind: 'create', create: { ...QUICK, mode: 'solo' } });
  const stranger = await open({ kind: 'join', roomId: alone.roomId.value });
  expect(stranger.trouble.value).toContain('on their own');
  const watcher = await open({ kind: 'join', roomId: alone.roomId.value, watch: true });
  expect([watcher.link.value, watcher.seat.value]).toEqual(['open', -1]);
});

test('rooms that cannot be made, and rooms that are no more, are explained', async () => {
  const tooLarge = await open({ kind: 'create', create: { mode: 'solo', habitats: 41 } });
  expect(tooLarge.trouble.value).toBe(
    'A room cannot be made like that: “habitats” must be a whole number from 1 to 40.',
  );
  const tooFull = await open({ kind: 'create', create: { mode: 'solo', habitats: 40, population: 200 } });
  expect(tooFull.trouble.value).toContain('at most 1200 creatures');
  const unknown = await open({ kind: 'create', create: { mode: 'solo', founder: 'unicorn' } });
  expect(unknown.trouble.value).toContain('unicorn');
  const gone = await open({ kind: 'join', roomId: 'abcdefghi' });
  expect(gone.trouble.value).toContain('no longer open');
});

test('a network that lets no live connection through is told apart from a server that is gone', async () => {
  const school = createServer((asked, answered) => {
    const onward = request(server.url + asked.url, { method: asked.method, headers: asked.headers }, (response) => {
      answered.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answered);
    });
    asked.pipe(onward);
  });
  school.on('upgrade', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => school.listen(0, '127.0.0.1', resolve));
  const { port } = school.address() as AddressInfo;
  const filtered = await openPage(`http://127.0.0.1:${port}`, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  expect(filtered.trouble.value).toContain('WebSocket');
  school.closeAllConnections();
  await new Promise((resolve) => school.close(resolve));
  const gone = await openPage(`http://127.0.0.1:${port}`, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  expect(gone.trouble.value).toContain('cannot be reached');
});

test('a page of another version is told so', async () => {
  const response = await fetch(`${server.url}/matchmake/create/match`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: 999, mode: 'solo' }),
  });
  expect(await response.json()).toMatchObject({ code: 400, error: expect.stringContaining('different versions') });
});
