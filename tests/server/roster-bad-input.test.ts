/**
 * A class used wrongly, on real sockets: each wrong use is refused in a sentence, written down once, and changes nothing for
 * anybody.
 */
import { setTimeout } from 'node:timers/promises';
import { Client, type Room } from 'colyseus.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import { INTENTS_PER_SECOND } from '../../server/rooms/allowance.ts';
import type { Table } from '../../server/rooms/schema.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { openClass, type TestClass } from '../support/class.ts';
import { memorySeatKeys, startTestServer, type TestServer, until, untilTrue } from '../support/server.ts';

let server: TestServer;
let room: TestClass;
const log: string[] = [];
beforeAll(async () => {
  server = await startTestServer(undefined, (line) => log.push(line));
});
afterAll(() => server.close());
afterEach(() => room.close());

/** How often a refusal stands in the log. */
const noted = (reason: string): number => log.filter((line) => line.includes(`"reason":"${reason}"`)).length;

/** All that the console and a bystander are told, apart from clocks and idleness, once both know of the same people. */
async function seen(console: LiveSource, bystander: LiveSource): Promise<string> {
  // Each is told by messages of its own: one may know already who has gone when the other does not.
  await until(() => {
    const here = console.roster.value?.people.filter(({ connected }) => connected).map(({ seat }) => seat) ?? [];
    return bystander.table.value.stewards.every(({ connected }, seat) => connected === here.includes(seat));
  });
  const { asOf: _, phasePassedMs: __, ...table } = bystander.table.value;
  const people = console.roster.value?.people.map(({ idleMs: _idle, actedAt: _acted, ...person }) => person);
  return JSON.stringify({ table, people, rules: console.roster.value?.rules, teams: console.roster.value?.teams });
}

/** A pupil's page that says whatever it likes. */
async function stranger(
  roomId: string,
): Promise<{ room: Room<unknown, Table>; send(message: unknown): Promise<Answer> }> {
  const answers: Answer[] = [];
  const line = await new Client(server.url).joinById<Table>(roomId, { protocol: PROTOCOL_VERSION });
  line.onMessage('*', () => {});
  line.onMessage<Answer>(Message.answer, (answer) => answers.push(answer));
  const send = async (message: unknown): Promise<Answer> => {
    for (;;) {
      const before = answers.length;
      line.send(Message.intent, message);
      await untilTrue(() => answers.length > before);
      const answer = answers.at(-1);
      // What the allowance refused was not judged: it is sent again when there is room, and never so fast as to be a flood.
      if (answer && answer.reason !== 'tooFast') return answer;
      await setTimeout(1000 / INTENTS_PER_SECOND);
    }
  };
  return { room: line, send };
}

/** Refuses each use for its reason, writes each reason down once for this page, and leaves everything as it was. */
async function refuses(uses: readonly (readonly [message: object, reason: string])[]): Promise<void> {
  const bystander = await room.watcher();
  const { room: line, send } = await stranger(room.console.roomId.value);
  await until(
    () => room.console.roster.value?.people.length === 1 && bystander.table.value.stewards[0]?.connected === true,
  );
  const before = await seen(room.console, bystander);
  log.length = 0;
  let id = 1;
  for (const [message, reason] of [...uses, ...uses]) {
    expect([message, await send({ id: id++, ...message })]).toEqual([
      message,
      { id: expect.any(Number), ok: false, reason, error: expect.stringMatching(/\.$/) },
    ]);
  }
  for (const reason of new Set(uses.map(([, each]) => each))) expect([reason, noted(reason)]).toEqual([reason, 1]);
  // Whatever they would have changed would have come before the answers to these.
  await bystander.send({ kind: 'ready', ready: true });
  await room.console.send({ kind: 'class', action: { do: 'approve', person: 'nobody', on: true } });
  expect(await seen(room.console, bystander)).toBe(before);
  await line.leave();
}

test('a second teacher with the same code, and one with a guessed key, are kept out of the console', async () => {
  room = await openClass(server.url);
  const pupil = await room.pupil();
  const before = await seen(room.console, pupil);
  log.length = 0;
  const withoutKey = await room.another(memorySeatKeys());
  const guessed = await room.another(memorySeatKeys(), 'V1StGXR8_Z5jdHi6B-myT');
  const pupilsOwn = await room.another(memorySeatKeys(), 'x'.repeat(64));
  for (const page of [withoutKey, guessed, pupilsOwn]) {
    expect([page.link.value, page.host.value, page.trouble.value]).toEqual([
      'lost',
      false,
      expect.stringContaining('not the key of this room'),
    ]);
  }
  expect(noted('hostKey')).toBe(3);
  expect(log.find((line) => line.includes('hostKey'))).toContain(`"room":"${room.console.roomId.value}"`);
  expect(await seen(room.console, pupil)).toBe(before);
  expect(await room.act({ do: 'rule', rule: 'locked', on: true })).toMatchObject({ ok: true });
});

test('a pupil’s own token opens no console', async () => {
  room = await openClass(server.url);
  const keys = memorySeatKeys();
  const pupil = await room.pupil(keys);
  const page = await room.another(memorySeatKeys(), keys.get(pupil.roomId.value) ?? '');
  expect([page.host.value, page.trouble.value]).toEqual([false, expect.stringContaining('not the key')]);
});

test('a pupil who calls the host’s actions is refused each of them', async () => {
  room = await openClass(server.url);
  const own = (action: object) => [{ kind: 'class', action }, 'notHostClass'] as const;
  await refuses([
    own({ do: 'rule', rule: 'frozen', on: true }),
    own({ do: 'rule', rule: 'locked', on: true }),
    own({ do: 'approve', person: 'anybody', on: true }),
    own({ do: 'approveAll' }),
    own({ do: 'hide', person: 'anybody', on: true }),
    own({ do: 'rename', person: 'anybody', names: ['Ada'] }),
    own({ do: 'remove', person: 'anybody', on: true }),
    own({ do: 'teams', teams: 2 }),
    own({ do: 'team', person: 'anybody', team: 1 }),
    [{ kind: 'pace', action: 'discuss' }, 'notHost'],
    [{ kind: 'pace', action: 'start' }, 'notHost'],
    [{ kind: 'timers', on: true }, 'notHost'],
  ]);
});

test('names with control characters, of 10,000 letters, of two alphabets or rude are refused, each in its sentence', async () => {
  room = await openClass(server.url);
  await room.rule('ownNames', true);
  await room.rule('approval', false);
  const named = (name: string, reason: string) => [{ kind: 'name', names: [name] }, reason] as const;
  await refuses([
    named('Ada\u0000', 'nameSigns'),
    named('\u202eadA', 'nameSigns'),
    named('x'.repeat(10_000), 'nameLong'),
    named('Adа', 'nameMixed'),
    named('shit', 'nameRude'),
  ]);
});

test('a name that somebody has, or one that looks like it, is refused', async () => {
  room = await openClass(server.url);
  await room.rule('ownNames', true);
  const [ada, ben] = [await room.pupil(), await room.pupil()];
  await ada.send({ kind: 'name', names: ['Oscar'] });
  for (const name of ['Oscar', 'oscar', '0scar', 'Óscar']) {
    expect([name, await ben.send({ kind: 'name', names: [name] })]).toMatchObject([
      name,
      { ok: false, reason: 'nameTaken' },
    ]);
  }
  expect(await ben.send({ kind: 'name', names: ['Ida', 'ida'] })).toMatchObject({ ok: false, reason: 'nameTaken' });
  expect(await ada.send({ kind: 'name', names: ['Oscar'] })).toMatchObject({ ok: true });
});

test('what is unknown, too much or of another form is not understood, and changes nothing', async () => {
  room = await openClass(server.url);
  const wrong = (message: object) => [message, 'invalid'] as const;
  await refuses([
    wrong({ kind: 'class' }),
    wrong({ kind: 'class', action: 'remove' }),
    wrong({ kind: 'class', action: { do: 'crown', person: 'me' } }),
    wrong({ kind: 'class', action: { do: 'rule', rule: 'gravity', on: true } }),
    wrong({ kind: 'class', action: { do: 'rule', rule: 'locked', on: 'yes' } }),
    wrong({ kind: 'class', action: { do: 'approveAll', also: true } }),
    wrong({ kind: 'class', action: { do: 'teams', teams: 9 } }),
    wrong({ kind: 'class', action: { do: 'remove', person: '', on: true } }),
    wrong({ kind: 'class', action: { do: 'approveAll' }, seat: 0 }),
    wrong({ kind: 'name', names: 'Ada' }),
    wrong({ kind: 'name', names: [] }),
    wrong({ kind: 'name', names: ['Ada'], person: 'another' }),
    [{ kind: 'name', names: ['x'.repeat(20_000)] }, 'tooLong'],
  ]);
});

test('a host who acts on somebody who is gone is told so, and nobody else feels it', async () => {
  room = await openClass(server.url);
  const [ada, ben] = [await room.pupil(), await room.pupil()];
  const id = room.person(ada)?.id ?? '';
  await room.act({ do: 'remove', person: id, on: true });
  await until(() => room.person(ada)?.connected === false);
  const before = await seen(room.console, ben);
  log.length = 0;
  for (const action of [
    { do: 'approve', person: id, on: false },
    { do: 'hide', person: id, on: true },
    { do: 'rename', person: id, names: ['Ada'] },
    { do: 'team', person: id, team: 0 },
  ] as const) {
    expect(await room.act(action)).toMatchObject({ ok: false, reason: 'isRemoved' });
  }
  expect(await room.act({ do: 'remove', person: 'never-here', on: true })).toMatchObject({
    ok: false,
    reason: 'noPerson',
  });
  // Twice removed is removed.
  expect(await room.act({ do: 'remove', person: id, on: true })).toMatchObject({ ok: true });
  expect([noted('isRemoved'), noted('noPerson')]).toEqual([1, 1]);
  expect(await seen(room.console, ben)).toBe(before);
});
