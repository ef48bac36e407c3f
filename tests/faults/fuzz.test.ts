/**
 * A hundred thousand messages that make no sense, little sense or the wrong sense, over real connections, into rooms of one process.
 * Beside them, in one of these rooms, a match goes on: nobody but its own people can have changed it.
 */
import { Client } from 'colyseus.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { LiveSource } from '../../client/net/live-source.ts';
import type { Table } from '../../server/rooms/schema.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { openClass, type TestClass } from '../support/class.ts';
import { messages } from '../support/fuzz-messages.ts';
import { openLoadEnd } from '../support/load-end.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { verifyRecorded } from '../support/recorded.ts';
import { isOver, openPage, QUICK, until } from '../support/server.ts';

const MESSAGES = 100_000;
/** What one connection says before another takes its place: below what is cut off as a flood, by its number alone. */
const EACH = 80;
const AT_ONCE = 12;
/** The first so many warm the process up: what it learns once it keeps. */
const WARMING = 10_000;
const MOST_GROWTH_BYTES = 16 * 1024 * 1024;
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

let server: Probed;
beforeAll(async () => {
  server = await startProbed();
});
afterAll(() => server.stop());

/** Messages byte for byte as the SDK sends them. */
async function realMessages(): Promise<Uint8Array[]> {
  const said: Uint8Array[] = [];
  const room = await new Client(server.url).create<Table>(ROOM, { protocol: PROTOCOL_VERSION, ...QUICK, mode: 'solo' });
  room.reconnection.enabled = false;
  room.onMessage('*', () => {});
  const sendOn = room.connection.send.bind(room.connection);
  room.connection.send = (data) => {
    said.push(Uint8Array.from(data));
    sendOn(data);
  };
  let id = 0;
  for (const body of [
    { kind: 'ready', ready: true },
    { kind: 'predict', round: 0, prediction: { kind: 'twins', same: [0, 1] } },
    { kind: 'pressure', card: 'frost', level: 2 },
    { kind: 'intervene', intervention: 'feast' },
    { kind: 'pace', action: 'next' },
    { kind: 'class', action: { do: 'rename', person: 'V1StGXR8_Z5j', names: ['Ada', 'Ben'] } },
    { kind: 'name', names: ['Oscar'] },
    { kind: 'answer', step: 3, question: 'why', choice: 'a', text: 'Because they were born so.' },
    { kind: 'say', phrase: 'hello' },
    { kind: 'vote', seat: 1, remove: true },
    { kind: 'rematch', want: true },
  ]) {
    room.send(Message.intent, { ...body, id: id++ });
  }
  room.ping(() => {});
  await room.leave();
  return said;
}

/** All that its people are told, apart from clocks, idleness, and who watches. */
function seen({ console }: TestClass, pupil: LiveSource): string {
  const { asOf: _, phasePassedMs: __, room, ...table } = pupil.table.value;
  const people = console.roster.value?.people.map(({ idleMs: _idle, actedAt: _acted, ...person }) => person);
  const { rules, teams } = console.roster.value ?? {};
  return JSON.stringify({ table, ...room, spectators: 0, people, rules, teams });
}

/** How many messages have been answered: nearly all of them get a sentence. */
let answered = 0;

/** Says a number of messages on one connection, and leaves it. Resolves when all was heard, or it was cut off. */
async function talk(roomId: string, said: readonly Uint8Array[], watch: boolean): Promise<void> {
  const closed = Promise.withResolvers<void>();
  const message = (type: string): void => {
    if (type === Message.answer) answered++;
  };
  const heard = { message, bytes: () => {}, closed: () => closed.resolve() };
  const options = { protocol: PROTOCOL_VERSION, watch };
  const way = { method: 'joinById', room: roomId, options } as const;
  // Where every seat is taken one watches.
  const end = await openLoadEnd(server.url, way, heard, { received: 0, sent: 0 }).catch(() => null);
  if (end === null) return talk(roomId, said, true);
  const { socket } = end;
  for (const bytes of said) if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
  const pong = new Promise<void>((resolve) => socket.once('pong', () => resolve()));
  if (socket.readyState === WebSocket.OPEN) socket.ping();
  await Promise.race([pong, closed.promise]);
  socket.terminate();
}

test(`100,000 messages change nothing, bring nothing down, and leave nothing behind (seed ${SEED})`, async () => {
  // To be given as FUZZ_SEED, to see the same again.
  process.stdout.write(`FUZZ_SEED=${SEED}\n`);
  const message = messages(await realMessages());
  const match = await openClass(server.url, { ...QUICK, habitats: 2, rounds: 3 });
  const pupil = await match.pupil();
  await match.pupil();
  await match.rule('locked', true);
  const others = await Promise.all(
    Array.from({ length: 7 }, (_, at) => {
      const mode = at % 2 === 0 ? 'public' : 'private';
      return openPage(server.url, { kind: 'create', create: { ...QUICK, habitats: 12, mode } });
    }),
  );
  const rooms = [match.console, ...others].map(({ roomId }) => roomId.value);

  let sent = 0;
  const fire = async (upTo: number): Promise<void> => {
    const line = async (): Promise<void> => {
      while (sent < upTo) {
        const at = sent;
        sent += EACH;
        const said = fc.sample(message, { numRuns: EACH, seed: SEED + at });
        const turn = at / EACH;
        await talk(rooms[turn % rooms.length] ?? '', said, turn % rooms.length === 0 || turn % 3 > 0);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
  };

  await fire(WARMING);
  const before = await server.memory();
  await match.console.send({ kind: 'pace', action: 'start' });
  await until(() => pupil.table.value.phase === 'predict');
  const own: string[] = [];
  while (!isOver(pupil)()) {
    const { phase } = pupil.table.value;
    if (phase === 'choose') {
      const card = CARD_IDS[own.length] ?? 'frost';
      expect(await pupil.send({ kind: 'pressure', card, level: 1 })).toMatchObject({ ok: true });
      own.push(card);
      await until(() => pupil.table.value.laid[pupil.seat.value]?.some((laid) => laid.card === card) === true);
    }
    // Meanwhile it does not go on by itself either.
    await match.console.send({ kind: 'pace', action: 'pause' });
    await until(() => pupil.table.value.paused);
    const stood = seen(match, pupil);
    const tick = pupil.world.value?.tick;
    await fire(sent + EACH * AT_ONCE);
    expect([seen(match, pupil), pupil.world.value?.tick]).toEqual([stood, tick]);
    await match.console.send({ kind: 'pace', action: 'next' });
    await until(() => pupil.table.value.phase !== phase);
  }
  await fire(MESSAGES);

  expect([server.isAlive(), sent >= MESSAGES, answered > 0.8 * MESSAGES]).toEqual([true, true, true]);
  expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  const hash = hexOf(pupil.world.value?.hash ?? new Uint8Array());
  expect(await verifyRecorded(server.url, pupil.table.value.recording)).toMatchObject({
    ...{ accepted: true, complete: true, hash },
  });
  expect((await server.memory()) - before).toBeLessThan(MOST_GROWTH_BYTES);
  for (const each of [match, ...others]) each.close();
}, 300_000);
