import { Client, type Room } from 'colyseus.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Table } from '../../server/rooms/schema.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { QUICK, startTestServer, type TestServer, untilTrue } from '../support/server.ts';

let server: TestServer;
let room: Room<unknown, Table>;
let answers: Answer[];
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  room = await new Client(server.url).create<Table>(ROOM, {
    ...QUICK,
    mode: 'solo',
    protocol: PROTOCOL_VERSION,
  });
  answers = [];
  room.onMessage('*', () => {});
  room.onMessage<Answer>(Message.answer, (answer) => answers.push(answer));
  await untilTrue(() => room.state.phase === 'predict');
  room.send(Message.intent, { id: 0, kind: 'ready', ready: true });
  await untilTrue(() => room.state.phase === 'choose' && answers.length > 0);
  answers.length = 0;
});
afterEach(async () => {
  if (room.connection.isOpen) await room.leave();
});

const laid = (): string[] => [...(room.state.seats.get('0')?.laid ?? [])].map(({ card, level }) => `${card} ${level}`);
const answerTo = async (count: number): Promise<Answer[]> => {
  await untilTrue(() => answers.length >= count);
  return answers;
};

test('intents that make no sense are answered, change nothing, and the page stays', async () => {
  const nonsense: unknown[] = [
    undefined,
    null,
    'frost',
    [],
    {},
    { id: 1 },
    { id: 2, kind: 'gene', locus: 3 },
    { id: 3, kind: 'pressure', card: 'plague', level: 1 },
    { id: 4, kind: 'pressure', card: 'frost', level: 4 },
    { id: 5, kind: 'pressure', card: 'frost', level: 1.5 },
    { id: 6, kind: 'pressure', card: 'frost', level: 1, seat: 2 },
    { id: 7, kind: 'ready', ready: 'yes' },
    { id: 8, kind: 'pace', action: 'rewind' },
    { id: -4, kind: 'ready', ready: true },
    { id: 'x'.repeat(1000), kind: 'ready', ready: true },
  ];
  for (const message of nonsense) room.send(Message.intent, message);
  room.send('constructor', { id: 90 });
  room.send('__proto__', { id: 91 });
  room.send(17, { id: 92 });
  const all = await answerTo(nonsense.length + 3);
  expect(all.every(({ ok, reason, error }) => !ok && reason === 'invalid' && error?.endsWith('.'))).toBe(true);
  expect(all.map(({ id }) => id)).toEqual([-1, -1, -1, -1, -1, 1, 2, 3, 4, 5, 6, 7, 8, -1, -1, 90, 91, 92]);
  room.send(Message.intent, { id: 9, kind: 'pressure', card: 'frost', level: 1 });
  await answerTo(nonsense.length + 4);
  expect(answers.at(-1)).toEqual({ id: 9, ok: true });
  await untilTrue(() => laid().length > 0);
  expect(laid()).toEqual(['frost 1']);
  expect(room.state.phase).toBe('choose');
});

test('what the rules of the table do not allow is refused in a sentence', async () => {
  const send = async (intent: Record<string, unknown>): Promise<Answer | undefined> => {
    const before = answers.length;
    room.send(Message.intent, { id: before, ...intent });
    return (await answerTo(before + 1)).at(-1);
  };
  expect(await send({ kind: 'pressure', card: 'jaws', level: 2 })).toMatchObject({ ok: true });
  expect(await send({ kind: 'pressure', card: 'famine', level: 1 })).toMatchObject({ ok: false, reason: 'budget' });
  expect(await send({ kind: 'pressure', card: 'drought', level: 0 })).toMatchObject({ ok: false, reason: 'notLaid' });
  expect(await send({ kind: 'pressure', card: 'jaws', level: 0 })).toMatchObject({ ok: true });
  expect(await send({ kind: 'pace', action: 'start' })).toMatchObject({ ok: false, reason: 'started' });
  expect(await send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  await untilTrue(() => room.state.phase === 'grow');
  expect(await send({ kind: 'pressure', card: 'frost', level: 1 })).toMatchObject({ ok: false, reason: 'notNow' });
});

test('too much at once is answered and has no effect; a flood is cut off', async () => {
  for (let id = 0; id < 40; id++) room.send(Message.intent, { id, kind: 'ready', ready: false });
  const all = await answerTo(40);
  const passed = all.filter(({ ok }) => ok).length;
  // The burst, of which one was used to come to the cards, and what a slow machine lets grow again meanwhile.
  expect(passed).toBeGreaterThanOrEqual(19);
  expect(passed).toBeLessThan(40);
  expect(all.filter(({ ok }) => !ok).every(({ reason }) => reason === 'tooFast')).toBe(true);

  const code = new Promise<number>((resolve) => room.onLeave(resolve));
  for (let id = 0; id < 400; id++) room.send(Message.intent, { id, kind: 'ready', ready: false });
  expect(await code).toBe(4002);
});
