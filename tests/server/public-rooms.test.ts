/** Public rooms on real sockets: who owns one, how its lobby begins, who watches, and the way into a match at one press. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { codeSchema } from '../../shared/protocol/messages.ts';
import type { CardId } from '../../shared/sim/cards.ts';
import { type Company, company, seenBy } from '../support/public-room.ts';
import {
  isOver,
  memorySeatKeys,
  openPage,
  readyUntil,
  startTestServer,
  type TestServer,
  until,
  untilTrue,
} from '../support/server.ts';

let server: TestServer;
let people: Company;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
const begin = (): Company => {
  people = company(server.url);
  return people;
};
afterEach(() => people.close());

const phase = (page: LiveSource): string => page.table.value.phase;
const seated = (page: LiveSource) => page.table.value.stewards[page.seat.value];
const bots = (page: LiveSource): number => page.table.value.stewards.filter(({ bot }) => bot !== '').length;
const list = async (query = ''): Promise<{ rooms: { roomId: string; [key: string]: unknown }[] }> =>
  (await fetch(`${server.url}/api/rooms${query}`)).json();
const listed = async (page: LiveSource, query = '') =>
  (await list(query)).rooms.find(({ roomId }) => roomId === page.roomId.value);

test('whoever makes a public room owns it, starts it, and has no other power over it', async () => {
  const { make, follow } = begin();
  const owner = await make({ language: 'fr' });
  const guest = await follow(owner);
  expect([owner.host.value, guest.host.value]).toEqual([true, false]);
  expect(guest.table.value.room).toMatchObject({ owned: true, listed: true, language: 'fr', phrases: true });
  expect(guest.table.value.code).toBe('');
  const before = seenBy(guest);
  for (const intent of [
    { kind: 'pace', action: 'pause' },
    { kind: 'pace', action: 'lengthen' },
    { kind: 'pace', action: 'next' },
    { kind: 'timers', on: false },
  ] as const) {
    expect(await owner.send(intent)).toMatchObject({ ok: false, reason: 'settingsFixed' });
  }
  for (const action of [
    { do: 'rule', rule: 'frozen', on: true },
    { do: 'teams', teams: 2 },
    { do: 'approveAll' },
    { do: 'hide', person: guest.self.value?.person ?? '', on: true },
  ] as const) {
    expect(await owner.send({ kind: 'class', action })).toMatchObject({ ok: false, reason: 'ownerOnly' });
  }
  expect(await guest.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: false, reason: 'notHost' });
  expect(seenBy(guest)).toBe(before);
  expect(await owner.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: true });
  await until(() => phase(guest) === 'predict' && bots(guest) === 1);
  expect(await owner.send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: false, reason: 'started' });
});

test('a room by link is in no list, and is found by its link and by its code', async () => {
  const { make, follow } = begin();
  const owner = await make({ listed: false });
  expect(await listed(owner)).toBeUndefined();
  const { code } = owner.table.value;
  expect(codeSchema.safeParse(code).success).toBe(true);
  expect(owner.table.value).toMatchObject({ mode: 'public', room: { listed: false, owned: true } });
  const byCode = await openPage(server.url, { kind: 'join', code });
  expect([byCode.roomId.value, byCode.seat.value]).toEqual([owner.roomId.value, 1]);
  byCode.close();
  expect((await follow(owner)).trouble.value).toBe('');
});

test('a lobby begins when all who are here are ready, and at once when all seats are taken', async () => {
  const { gather, follow } = begin();
  const [owner, guest] = await gather(2);
  if (!owner || !guest) throw new Error('Somebody did not come.');
  expect(owner.table.value.phaseLengthMs).toBeGreaterThan(10_000);
  await owner.send({ kind: 'ready', ready: true });
  expect(phase(owner)).toBe('lobby');
  await guest.send({ kind: 'ready', ready: true });
  await until(() => phase(owner) === 'predict');
  const [other] = await gather(2);
  if (!other) throw new Error('Somebody did not come.');
  expect(phase(other)).toBe('lobby');
  await follow(other);
  await until(() => phase(other) === 'predict');
  expect(bots(other)).toBe(0);
});

test('the list can be narrowed by founder, language and free seats, and a wrong wish is told so', async () => {
  const { make, watch } = begin();
  const page = await make({ founder: 'duskdome', language: 'pt' });
  await watch(page);
  await untilTrue(async () => (await listed(page))?.spectators === 1);
  expect(await listed(page)).toMatchObject({ people: 1, freeSeats: 2, bots: 0, language: 'pt' });
  for (const query of ['?language=pt', '?founder=duskdome', '?open=1', '?founder=duskdome&language=pt&open=1']) {
    expect([query, await listed(page, query)]).toEqual([query, expect.anything()]);
  }
  expect(await listed(page, '?language=de')).toBeUndefined();
  for (const [query, reason] of [
    ['?founder=unicorn', 'noFounder'],
    ['?language=english', 'badFilter'],
    ['?open=yes', 'badFilter'],
    ['?language=en&language=de', 'badFilter'],
    ['?seats=3', 'badFilter'],
  ]) {
    const response = await fetch(`${server.url}/api/rooms${query}`);
    expect([query, response.status, await response.json()]).toEqual([
      query,
      400,
      { reason, error: expect.stringMatching(/\.$/) },
    ]);
  }
});

test('spectators are counted, hold nobody up, sit down in a free seat and stand up again', async () => {
  const { make, watch } = begin();
  const owner = await make();
  const screen = await watch(owner);
  expect([screen.seat.value, screen.host.value]).toEqual([-1, false]);
  await until(() => owner.table.value.room?.spectators === 1);
  expect(await screen.send({ kind: 'stand' })).toMatchObject({ ok: false, reason: 'noSeat' });
  await owner.send({ kind: 'ready', ready: true });
  await until(() => phase(owner) === 'predict');
  expect(await screen.send({ kind: 'sit' })).toMatchObject({ ok: true });
  await until(() => screen.seat.value === 1 && owner.table.value.room?.spectators === 0 && seated(screen)?.bot === '');
  expect(await screen.send({ kind: 'sit' })).toMatchObject({ ok: false, reason: 'seated' });
  expect(await screen.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  expect(await screen.send({ kind: 'stand' })).toMatchObject({ ok: true });
  await until(() => screen.seat.value === -1 && owner.table.value.room?.spectators === 1 && bots(owner) === 2);
  expect(await screen.send({ kind: 'ready', ready: true })).toMatchObject({ ok: false, reason: 'noSeat' });
});

test('an owner who watches still owns the room, and sits down by the same key', async () => {
  const { make, follow } = begin();
  const keys = memorySeatKeys();
  const owner = await make({}, keys);
  const guest = await follow(owner);
  const key = keys.get(owner.roomId.value);
  await owner.send({ kind: 'stand' });
  await until(() => owner.seat.value === -1 && guest.table.value.room?.spectators === 1);
  expect([owner.host.value, keys.get(owner.roomId.value)]).toEqual([true, key]);
  expect(await owner.send({ kind: 'sit' })).toMatchObject({ ok: true });
  await until(() => owner.seat.value === 0);
  // The key finds the seat again after a reload.
  const again = await follow(owner, keys);
  expect([again.seat.value, again.host.value]).toEqual([0, true]);
});

test('nobody sits down where there is no seat, or after the end; and in a class nobody gives a place up', async () => {
  const { gather, watch, make } = begin();
  const [owner] = await gather(3);
  if (!owner) throw new Error('Somebody did not come.');
  const late = await watch(owner);
  expect(await late.send({ kind: 'sit' })).toMatchObject({ ok: false, reason: 'full' });
  const alone = await make({ habitats: 2, rounds: 1, generationsPerRound: 1 });
  const screen = await watch(alone);
  await readyUntil(alone, isOver(alone));
  expect(await screen.send({ kind: 'sit' })).toMatchObject({ ok: false, reason: 'over' });
  const host = await make({ mode: 'private' });
  expect(await host.send({ kind: 'stand' })).toMatchObject({ ok: false, reason: 'keepSeat' });
});

test('a match is played with its own deck: other cards are refused, and bots keep to it', async () => {
  const { make } = begin();
  const deck: CardId[] = ['parasites', 'frost', 'drought', 'famine', 'symmetricMates', 'brightMates'];
  const page = await make({ deck });
  expect(page.world.value?.settings.deck).toEqual([
    ...['frost', 'drought', 'famine', 'symmetricMates', 'brightMates', 'parasites'],
  ]);
  await readyUntil(page, () => phase(page) === 'choose');
  expect(await page.send({ kind: 'pressure', card: 'jaws', level: 1 })).toMatchObject({ ok: false, reason: 'noCard' });
  expect(await page.send({ kind: 'pressure', card: 'frost', level: 1 })).toMatchObject({ ok: true });
  const laid = page.table.value.laid.flat().map(({ card }) => card);
  expect(laid.length).toBeGreaterThan(1);
  expect(laid.filter((card) => !deck.includes(card))).toEqual([]);
});

test('rooms that cannot be are refused with what is wrong with them', async () => {
  const { make } = begin();
  for (const [changes, sentence] of [
    [{ deck: ['frost', 'drought'] }, /a deck names at least 6 different cards/],
    [{ deck: ['frost', 'frost', 'frost', 'frost', 'frost', 'frost'] }, /A deck has at least 6 cards, not 1\./],
    [{ language: 'English' }, /a language is two small letters/],
    [{ habitats: 41 }, /from 1 to 40/],
  ] as const) {
    // Of pages, TypeScript keeps what is wrong; not of others.
    const page = await make(JSON.parse(JSON.stringify(changes)));
    expect(page.trouble.value).toMatch(sentence);
  }
});
