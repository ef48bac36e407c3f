/** How people in one room get on, on real sockets: phrases, votes, an owner's word, reports, and another match together. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import type { SeatKeys } from '../../client/net/seat-keys.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { openClass } from '../support/class.ts';
import { type Company, company, seenBy } from '../support/public-room.ts';
import {
  hurry,
  isOver,
  memorySeatKeys,
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
afterEach(() => people.close());

/** Large enough that nobody's coming fills it. */
const ROOMY = { habitats: 5 } as const;

async function gather(count: number): Promise<readonly LiveSource[]> {
  people = company(server.url);
  return people.gather(count, ROOMY);
}

const steward = (page: LiveSource, seat: number) => page.table.value.stewards[seat];
const phase = (page: LiveSource): string => page.table.value.phase;
const vote = (page: LiveSource, seat: number, remove = true) => page.send({ kind: 'vote', seat, remove });
const say = (page: LiveSource) => page.send({ kind: 'say', phrase: 'hello' });
const personAt = (owner: LiveSource, seat: number): string =>
  owner.roster.value?.people.find((person) => person.seat === seat)?.id ?? '';
const takeOut = (owner: LiveSource, person: string, on = true) =>
  owner.send({ kind: 'class', action: { do: 'remove', person, on } });

/** All who are here end one phase after the other, until the match is over. */
async function playOut(pages: readonly LiveSource[]): Promise<void> {
  const [first] = pages;
  while (first && phase(first) !== 'over') {
    const before = `${phase(first)} ${first.table.value.asOf}`;
    for (const page of pages) await page.send({ kind: 'ready', ready: true });
    await until(() => phase(first) === 'over' || `${phase(first)} ${first.table.value.asOf}` !== before);
  }
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error('Somebody did not come.');
  return found;
}

test('a phrase is heard by everybody, who watch among them, and nobody says them one upon the other', async () => {
  const pages = await gather(2);
  const [ada, ben] = [at(pages, 0), at(pages, 1)];
  const screen = await people.watch(ada);
  expect(await ben.send({ kind: 'say', phrase: 'clap' })).toMatchObject({ ok: true });
  await untilTrue(() => [ada, ben, screen].every((page) => people.heard(page).length === 1));
  expect(people.heard(screen)).toEqual([{ seat: 1, phrase: 'clap' }]);
  expect(await say(ben)).toMatchObject({ ok: false, reason: 'tooTalkative' });
  expect(await say(screen)).toMatchObject({ ok: false, reason: 'noSeat' });
  expect(await say(ada)).toMatchObject({ ok: true });
  await untilTrue(() => people.heard(screen).length === 2 && people.heard(ben).length === 2);
  expect(people.heard(ben).map(({ seat }) => seat)).toEqual([1, 0]);
});

test('in a class nobody says phrases before its host allows them', async () => {
  people = company(server.url);
  const room = await openClass(server.url);
  try {
    const [ada, ben] = [await room.pupil(), await room.pupil()];
    expect(ada.table.value.room?.phrases).toBe(false);
    expect(await say(ada)).toMatchObject({ ok: false, reason: 'noPhrases' });
    await room.rule('phrases', true);
    await until(() => ada.table.value.room?.phrases === true);
    const heard: number[] = [];
    ben.onSaid(({ seat }) => heard.push(seat));
    expect(await say(ada)).toMatchObject({ ok: true });
    await ben.send({ kind: 'ready', ready: true });
    expect(heard).toEqual([ada.seat.value]);
    expect(await vote(ada, ben.seat.value)).toMatchObject({ ok: false, reason: 'noVotes' });
    expect(steward(ada, ben.seat.value)).toMatchObject({ votes: 0, needed: 0 });
  } finally {
    room.close();
  }
});

test('more than half of the others take somebody out, a tie does not, and the one who is out stays out', async () => {
  const pages = await gather(4);
  const [owner, ada, ben] = [at(pages, 0), at(pages, 1), at(pages, 2)];
  const keys = memorySeatKeys();
  const eve = await people.follow(owner, keys);
  expect(eve.seat.value).toBe(4);
  await until(() => phase(owner) === 'predict');
  // Four others: three are needed, since two of them are but half.
  await until(() => steward(ada, 4)?.needed === 3);
  expect(steward(ada, 0)?.needed).toBe(0);
  await vote(owner, 4);
  await vote(owner, 4);
  await vote(ada, 4);
  await until(() => steward(eve, 4)?.votes === 2);
  expect(await vote(ada, 4, false)).toMatchObject({ ok: true });
  await until(() => steward(eve, 4)?.votes === 1);
  await vote(ada, 4);
  expect(eve.link.value).toBe('open');
  await vote(ben, 4);
  await until(() => eve.link.value === 'closed' && steward(ada, 4)?.connected === false);
  expect(eve.self.value?.removed).toBe(true);
  expect(steward(ada, 4)).toMatchObject({ votes: 0, needed: 0, bot: expect.stringMatching(/./) });
  const back = await people.follow(owner, keys);
  expect(back.trouble.value).toContain('taken out of this room');
});

test('in a lobby and after the end people can be voted out as well', async () => {
  const pages = await gather(4);
  const [owner, ada, ben, eve] = [at(pages, 0), at(pages, 1), at(pages, 2), at(pages, 3)];
  expect(phase(owner)).toBe('lobby');
  await vote(owner, 3);
  await vote(ben, 3);
  await until(() => eve.link.value === 'closed');
  await until(() => steward(owner, 3)?.connected === false);
  expect(phase(owner)).toBe('lobby');
  await playOut([owner, ada, ben]);
  await vote(owner, 2);
  await vote(ada, 2);
  await until(() => ben.link.value === 'closed' && ben.self.value?.removed === true);
});

test('the votes of who leaves for good count no more, and those who stay are counted anew', async () => {
  const pages = await gather(4);
  const [owner, ada, ben, eve] = [at(pages, 0), at(pages, 1), at(pages, 2), at(pages, 3)];
  await vote(ada, 3);
  await until(() => steward(owner, 3)?.votes === 1);
  ada.close();
  await until(() => steward(owner, 3)?.votes === 0 && steward(owner, 3)?.needed === 2);
  await vote(owner, 3);
  ben.close();
  // One other is left: nobody can be voted out by one.
  await until(() => steward(owner, 3)?.needed === 0);
  expect(await vote(owner, 3)).toMatchObject({ ok: false, reason: 'tooFew' });
  expect(eve.link.value).toBe('open');
});

test('votes about nobody, oneself or the owner, and by who watches, are refused, and change nothing', async () => {
  const pages = await gather(4);
  const [owner, ada] = [at(pages, 0), at(pages, 1)];
  const screen = await people.watch(owner);
  const before = seenBy(screen);
  for (const [page, seat, reason] of [
    [ada, 4, 'nobodyThere'],
    [ada, 1, 'ownSeat'],
    [ada, 0, 'voteOwner'],
    [ada, 39, 'nobodyThere'],
    [ada, 40, 'invalid'],
    [ada, -1, 'invalid'],
    [screen, 1, 'noSeat'],
  ] as const) {
    expect([seat, await vote(page, seat)]).toEqual([
      seat,
      { id: expect.any(Number), ok: false, reason, error: expect.stringMatching(/\.$/) },
    ]);
  }
  expect(seenBy(screen)).toBe(before);
});

test('an owner takes people out in every phase, and lets them in again', async () => {
  people = company(server.url);
  const owner = await people.make(ROOMY);
  const keys = [memorySeatKeys(), memorySeatKeys(), memorySeatKeys()];
  const come = (place: number): Promise<LiveSource> => people.follow(owner, at(keys, place));
  const [ada, ben, eve] = [await come(0), await come(1), await come(2)];
  await until(() => owner.roster.value?.people.length === 4);
  expect(ada.roster.value).toBeNull();
  expect(await takeOut(ada, personAt(owner, 2))).toMatchObject({ ok: false, reason: 'notHostClass' });
  expect(await takeOut(owner, personAt(owner, 0))).toMatchObject({ ok: false, reason: 'ownSeat' });
  expect(await takeOut(owner, 'nobody')).toMatchObject({ ok: false, reason: 'noPerson' });
  const [adaId, benId, eveId] = [personAt(owner, 1), personAt(owner, 2), personAt(owner, 3)];
  expect(await takeOut(owner, adaId)).toMatchObject({ ok: true });
  await until(() => ada.link.value === 'closed' && steward(owner, 1)?.connected === false);
  await owner.send({ kind: 'pace', action: 'start' });
  await until(() => phase(owner) === 'predict');
  await takeOut(owner, benId);
  await until(() => ben.link.value === 'closed' && steward(owner, 2)?.bot !== '');
  expect((await come(1)).trouble.value).toContain('taken out of this room');
  await takeOut(owner, benId, false);
  const again = await come(1);
  expect([again.trouble.value, again.seat.value]).toEqual(['', expect.any(Number)]);
  again.close();
  // Public rooms forget who has gone, and the owner's list does too.
  await until(() => owner.roster.value?.people.every(({ id }) => id !== benId) === true);
  await playOut([owner, eve]);
  await takeOut(owner, eveId);
  await until(() => eve.link.value === 'closed');
});

test('a report keeps the moment and the seat, five from one person, and wrong ones are refused', async () => {
  const pages = await gather(2);
  const [ada, ben] = [at(pages, 0), at(pages, 1)];
  const screen = await people.watch(ada);
  for (const page of pages) await page.send({ kind: 'ready', ready: true });
  await until(() => phase(ada) === 'predict');
  const match = ada.table.value.recording;
  for (const [page, seat, reason] of [
    [screen, 1, 'noSeat'],
    [ada, 0, 'ownSeat'],
    [ada, 2, 'nobodyThere'],
    [ada, 99, 'invalid'],
  ] as const) {
    expect(await page.send({ kind: 'report', seat, why: 'spoiling' })).toMatchObject({ ok: false, reason });
  }
  for (let times = 0; times < 5; times++) {
    expect(await ada.send({ kind: 'report', seat: 1, why: 'spoiling' })).toMatchObject({ ok: true });
  }
  expect(await ada.send({ kind: 'report', seat: 1, why: 'other' })).toMatchObject({
    ok: false,
    reason: 'tooManyReports',
  });
  expect(await ben.send({ kind: 'report', seat: 0, why: 'name' })).toMatchObject({ ok: true });
  const database = await openSqliteRepository(server.dataDir);
  const reports = (await database.conductReports(100)).filter(({ matchId }) => matchId === match);
  await database.close();
  expect(reports.map(({ seat, bySeat, why }) => [seat, bySeat, why]).sort()).toEqual([
    [0, 1, 'name'],
    ...Array.from({ length: 5 }, () => [1, 0, 'spoiling']),
  ]);
  expect(reports[0]).toMatchObject({ tick: 0, generation: 0 });
});

/** As a page does that goes on to the next room. */
function carry(keys: SeatKeys, from: string, to: string): SeatKeys {
  const token = keys.get(from);
  if (token !== undefined) keys.put(to, token);
  return keys;
}

test('after the end the same people play again, at the same habitats, whoever of them wants it first', async () => {
  people = company(server.url);
  const [hers, his] = [memorySeatKeys(), memorySeatKeys()];
  const tiny = { ...ROOMY, rounds: 1, generationsPerRound: 1, language: 'es' } as const;
  const ada = await people.make(tiny, hers);
  const ben = await people.follow(ada, his);
  const eve = await people.follow(ada);
  const screen = await people.watch(ada);
  expect(await ben.send({ kind: 'rematch', want: true })).toMatchObject({ ok: false, reason: 'notOver' });
  await playOut([ada, ben, eve]);
  expect(await screen.send({ kind: 'rematch', want: true })).toMatchObject({ ok: false, reason: 'noSeat' });
  expect(await ben.send({ kind: 'rematch', want: true })).toMatchObject({ ok: true });
  await until(() => (screen.table.value.room?.next ?? '') !== '' && screen.table.value.room?.rematch === 1);
  const next = screen.table.value.room?.next ?? '';
  await ada.send({ kind: 'rematch', want: true });
  await until(() => screen.table.value.room?.rematch === 2);
  expect(screen.table.value.room?.next).toBe(next);
  await ada.send({ kind: 'rematch', want: false });
  await until(() => screen.table.value.room?.rematch === 1);

  const room = ada.roomId.value;
  // Who comes first from elsewhere gets no seat that is kept.
  const stranger = await people.enter(next);
  const benAgain = await people.enter(next, carry(his, room, next));
  const adaAgain = await people.enter(next, carry(hers, room, next));
  expect([stranger.seat.value, benAgain.seat.value, adaAgain.seat.value]).toEqual([3, 1, 0]);
  expect([adaAgain.host.value, benAgain.host.value]).toEqual([true, false]);
  expect(adaAgain.table.value).toMatchObject({ phase: 'lobby', room: { language: 'es', owned: true, next: '' } });
  expect(steward(adaAgain, 1)?.name).toBe(steward(ada, 1)?.name);
  const [before, after] = [ada.world.value?.settings, adaAgain.world.value?.settings];
  expect(after).toEqual({ ...before, mapSeed: after?.mapSeed });
  expect(after?.mapSeed).not.toBe(before?.mapSeed);
});

test('who plays alone plays again, in a match that begins as soon as they are there', async () => {
  people = company(server.url);
  const keys = memorySeatKeys();
  const alone = await people.make({ mode: 'solo', habitats: 2, rounds: 1, generationsPerRound: 1 }, keys);
  await hurry(alone, isOver(alone));
  await alone.send({ kind: 'rematch', want: true });
  await until(() => (alone.table.value.room?.next ?? '') !== '');
  const next = alone.table.value.room?.next ?? '';
  expect((await people.enter(next)).trouble.value).toContain('on their own');
  const again = await people.enter(next, carry(keys, alone.roomId.value, next));
  await until(() => phase(again) === 'predict');
  expect([again.seat.value, again.host.value]).toEqual([0, true]);
});

test('in a class only its host opens the next room, where everybody has their place', async () => {
  people = company(server.url);
  const tiny = { habitats: 2, rounds: 1, generationsPerRound: 1 } as const;
  const room = await openClass(server.url, tiny);
  try {
    const keys = memorySeatKeys();
    const ada = await room.pupil(keys);
    await room.console.send({ kind: 'pace', action: 'start' });
    await hurry(room.console, isOver(room.console));
    expect(await ada.send({ kind: 'rematch', want: true })).toMatchObject({ ok: true });
    await until(() => room.console.table.value.room?.rematch === 1);
    expect(ada.table.value.room?.next).toBe('');
    expect(await room.console.send({ kind: 'rematch', want: true })).toMatchObject({ ok: true });
    await until(() => (ada.table.value.room?.next ?? '') !== '');
    const next = ada.table.value.room?.next ?? '';
    const again = await people.enter(next, carry(keys, ada.roomId.value, next));
    expect([again.seat.value, again.host.value]).toEqual([ada.seat.value, false]);
    expect(again.table.value.code).not.toBe(room.code);
  } finally {
    room.close();
  }
});
