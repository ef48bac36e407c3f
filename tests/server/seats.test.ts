import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLiveSource, type LiveSource } from '../../client/net/live-source.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import {
  hurry,
  isOver,
  memorySeatKeys,
  openPage,
  passQuestion,
  QUICK,
  startTestServer,
  type TestServer,
  until,
} from '../support/server.ts';
import { layWire, type Wire } from '../support/wire.ts';

let server: TestServer;
let wire: Wire;
const pages: LiveSource[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  wire = await layWire(server.port);
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await wire.close();
});
afterAll(() => server.close());

const hashOf = (page: LiveSource): string => hexOf(page.world.value?.hash ?? new Uint8Array());

test('a page reloaded in mid-match finds its seat again, and its cards', async () => {
  const browser = memorySeatKeys();
  const before = await openPage(wire.url, { kind: 'create', create: { ...QUICK, mode: 'private' } }, browser);
  pages.push(before);
  const other = await openPage(server.url, { kind: 'join', roomId: before.roomId.value });
  pages.push(other);
  await before.send({ kind: 'pace', action: 'start' });
  await passQuestion(before);
  await before.send({ kind: 'pressure', card: 'canopy', level: 3 });
  // A reload gives no time for goodbyes.
  wire.cut();
  await until(() => other.table.value.stewards[0]?.connected === false);
  const after = await openPage(server.url, { kind: 'join', roomId: before.roomId.value }, browser);
  pages.push(after);
  expect([after.seat.value, after.host.value]).toEqual([0, true]);
  await until(() => after.table.value.laid[0]?.[0]?.card === 'canopy');
  await until(() => other.table.value.stewards[0]?.connected === true);
});

test('a broken connection is taken up again by itself, with the same seat and an up-to-date world', async () => {
  const host = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  const guest = await openPage(wire.url, { kind: 'join', roomId: host.roomId.value });
  pages.push(host, guest);
  await host.send({ kind: 'pace', action: 'start' });
  await passQuestion(host);
  await until(() => guest.table.value.phase === 'choose');
  wire.cut();
  await until(() => guest.link.value === 'reconnecting');
  expect(await guest.send({ kind: 'ready', ready: true })).toMatchObject({ ok: false, reason: 'offline' });
  // The match goes on without them.
  await host.send({ kind: 'pace', action: 'next' });
  await until(() => host.world.value?.stage === 'season');
  await until(() => guest.link.value === 'open');
  expect(guest.seat.value).toBe(1);
  await hurry(host, () => host.table.value.phase === 'reveal');
  await until(() => hashOf(guest) === hashOf(host));
  expect(guest.world.value?.tick).toBe(4);
  expect(guest.trouble.value).toBe('');
});

test('who plays alone and loses the connection comes back into the match and plays it to its end', async () => {
  const page = await openPage(wire.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  pages.push(page);
  await passQuestion(page);
  wire.cut();
  await until(() => page.link.value === 'reconnecting');
  await until(() => page.link.value === 'open');
  await hurry(page, isOver(page));
  expect(page.world.value?.stage).toBe('over');
});

test('a page that slept while its line died notices on waking, and comes back to its seat', async () => {
  const host = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  let wake = (): void => {};
  const asleep = createLiveSource(
    { kind: 'join', roomId: host.roomId.value },
    {
      origin: wire.url,
      seatKeys: memorySeatKeys(),
      onWake(listener) {
        wake = listener;
        return () => {};
      },
    },
  );
  pages.push(host, asleep);
  await until(() => asleep.link.value === 'open');
  const { value: seat } = asleep.seat;
  wire.swallow();
  await host.send({ kind: 'pace', action: 'start' });
  await passQuestion(host);
  // Nobody has told the page anything.
  expect([asleep.link.value, asleep.table.value.phase]).toEqual(['open', 'lobby']);
  wake();
  await until(() => asleep.table.value.phase === 'choose');
  expect(asleep.seat.value).toBe(seat);
  // A line that lives is left alone.
  wake();
  expect(await asleep.send({ kind: 'pressure', card: 'frost', level: 1 })).toMatchObject({ ok: true });
  expect(asleep.link.value).toBe('open');
});

test('two tabs of one browser share a seat', async () => {
  const browser = memorySeatKeys();
  const one = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } }, browser);
  const two = await openPage(server.url, { kind: 'join', roomId: one.roomId.value }, browser);
  pages.push(one, two);
  expect(two.seat.value).toBe(0);
  await passQuestion(one);
  await two.send({ kind: 'pressure', card: 'frost', level: 1 });
  await until(() => one.table.value.laid[0]?.[0]?.card === 'frost');
  one.close();
  expect(await two.send({ kind: 'pressure', card: 'frost', level: 2 })).toMatchObject({ ok: true });
  expect(two.table.value.stewards[0]?.connected).toBe(true);
});
