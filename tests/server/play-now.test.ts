/** The way into a match at one press: the best room that there is, or one that is opened for it. */
import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listRooms, type RoomListing } from '../../client/net/api.ts';
import { createLiveSource, type LiveSource } from '../../client/net/live-source.ts';
import { askForSeat, type Company, company, seatNow } from '../support/public-room.ts';
import { memorySeatKeys, openPage, startTestServer, type TestServer, until, untilTrue } from '../support/server.ts';

let server: TestServer;
let people: Company;
beforeEach(async () => {
  server = await startTestServer();
  people = company(server.url);
});
afterEach(async () => {
  people.close();
  await server.close();
});

const phase = (page: LiveSource): string => page.table.value.phase;
const listed = async (roomId: string): Promise<RoomListing | undefined> => {
  const list = await listRooms('', server.url);
  return list.ok ? list.value.find((room) => room.roomId === roomId) : undefined;
};
const bots = (page: LiveSource): number => page.table.value.stewards.filter(({ bot }) => bot !== '').length;

test('two who want to play now land together, alone one hardly waits, and bots hand their seats over', async () => {
  const { enter } = people;
  const [here, there] = await Promise.all([seatNow(server.url), seatNow(server.url)]);
  expect(here).toBe(there);
  const first = await enter(here);
  expect(first.table.value.room).toMatchObject({ owned: false, listed: true, language: 'en' });
  expect([first.host.value, first.table.value.phaseLengthMs]).toEqual([false, 5_000]);
  await until(() => phase(first) !== 'lobby');
  expect(bots(first)).toBe(first.table.value.stewards.length - 1);
  // In the middle of the match as well.
  expect(await seatNow(server.url, 'de')).toBe(here);
  const second = await enter(here);
  await until(() => bots(first) === first.table.value.stewards.length - 2);
  expect(second.seat.value).toBe(1);
});

test('who is ready by coming is shown the match begun and no lobby, and begins nothing for who still waits', async () => {
  const { make } = people;
  const comeReady = async (roomId: string): Promise<LiveSource> =>
    openPage(server.url, { kind: 'join', roomId, ready: true });
  const roomId = await seatNow(server.url);
  const alone = createLiveSource(
    { kind: 'join', roomId, ready: true },
    { origin: server.url, seatKeys: memorySeatKeys() },
  );
  const shown = new Set<string>();
  const stop = effect(() => {
    if (alone.world.value && alone.table.value.stewards.length > 0) shown.add(phase(alone));
  });
  await until(() => alone.link.value === 'open');
  await until(() => alone.own.value.question !== null);
  stop();
  alone.close();
  expect([...shown]).toEqual(['predict']);

  const waiting = await make();
  const second = await comeReady(waiting.roomId.value);
  await until(() => waiting.table.value.stewards.some(({ ready }) => ready));
  expect([phase(waiting), phase(second)]).toEqual(['lobby', 'lobby']);
  await waiting.send({ kind: 'ready', ready: true });
  await until(() => phase(second) === 'predict');
  // In a match that has begun there is nothing to be ready for: a question is not skipped by coming.
  const third = await comeReady(waiting.roomId.value);
  await until(() => third.table.value.stewards[third.seat.value]?.connected === true);
  expect(third.table.value.stewards.every(({ ready }) => !ready)).toBe(true);
  for (const page of [second, third]) page.close();
});

test('a room in which somebody waits is better than a new one, and one that its owner has left is none', async () => {
  const { make } = people;
  const left = await make();
  left.close();
  await untilTrue(async () => (await listed(left.roomId.value))?.people === 0);
  const owner = await make({ language: 'de' });
  expect(await seatNow(server.url)).toBe(owner.roomId.value);
  owner.close();
  await untilTrue(async () => (await listed(owner.roomId.value))?.people === 0);
  const rooms = await Promise.all(Array.from({ length: 4 }, () => seatNow(server.url)));
  expect(rooms).not.toContain(left.roomId.value);
});

test('more than a room has seats for are sent to several rooms', async () => {
  const { make } = people;
  const page = await make({ language: 'zh' });
  const rooms = await Promise.all(Array.from({ length: 9 }, () => seatNow(server.url, 'zh')));
  expect(rooms.filter((room) => room === page.roomId.value).length).toBeLessThanOrEqual(2);
  expect(new Set(rooms).size).toBeGreaterThan(1);
});

test('asking wrongly to play now is refused in a sentence', async () => {
  for (const [body, reason] of [
    [{ protocol: 999 }, 'otherVersion'],
    [{ language: 'english' }, 'badJoin'],
    [{ language: 3 }, 'badJoin'],
    [{ roomId: 'mine' }, 'badJoin'],
  ] as const) {
    const response = await askForSeat(server.url, body);
    expect([body, response.status, await response.json()]).toEqual([
      body,
      400,
      { reason, error: expect.stringMatching(/\.$/) },
    ]);
  }
  const broken = await fetch(`${server.url}/api/play-now`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"protocol":',
  });
  expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ reason: 'badJoin' })]);
});
