import { Client, type Room } from 'colyseus.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import type { Table } from '../../server/rooms/schema.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import {
  hurry,
  isOver,
  openPage,
  passQuestion,
  QUICK,
  startTestServer,
  type TestServer,
  until,
  untilTrue,
} from '../support/server.ts';
import { layWire } from '../support/wire.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const hashOf = (page: LiveSource): string => hexOf(page.world.value?.hash ?? new Uint8Array());

test('two who play and one who joins half-way end with the same world', async () => {
  const one = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  const two = await openPage(server.url, { kind: 'join', roomId: one.roomId.value });
  await one.send({ kind: 'pace', action: 'start' });
  await passQuestion(one);
  await until(() => two.table.value.phase === 'choose');
  expect(await one.send({ kind: 'pressure', card: 'frost', level: 3 })).toMatchObject({ ok: true });
  expect(await two.send({ kind: 'pressure', card: 'hunters', level: 2 })).toMatchObject({ ok: true });
  await one.send({ kind: 'ready', ready: true });
  await two.send({ kind: 'ready', ready: true });
  await hurry(one, () => one.table.value.phase === 'season');
  const three = await openPage(server.url, { kind: 'join', roomId: one.roomId.value });
  const ticks: number[] = [three.world.value?.tick ?? -1];
  three.onFrame((_, world) => ticks.push(world.tick));
  expect(hashOf(three)).toBe(hashOf(one));
  await hurry(one, isOver(one));
  await until(() => hashOf(two) === hashOf(one) && hashOf(three) === hashOf(one));
  // No frame is missing, none came twice.
  expect(ticks).toEqual(ticks.map((_, at) => (ticks[0] ?? 0) + at));
  expect(ticks.at(-1)).toBe(10);
  for (const page of [one, two, three]) page.close();
});

test('outcome frames take at most 8 bytes a creature and generation on the wire', async () => {
  const options = {
    ...QUICK,
    founder: undefined,
    habitats: 6,
    population: 30,
    rounds: 1,
    mode: 'solo',
    protocol: PROTOCOL_VERSION,
  };
  const wire = await layWire(server.port);
  const room: Room<unknown, Table> = await new Client(wire.url).create<Table>(
    ROOM,
    JSON.parse(JSON.stringify(options)),
  );
  let frames = 0;
  let bytes = 0;
  room.onMessage('*', () => {});
  const deliver = room.connection.events.onmessage;
  const name = new TextEncoder().encode(Message.frame);
  room.connection.events.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    const message = new Uint8Array(event.data);
    // A message's kind stands behind one byte of protocol and one of length.
    if (name.every((letter, at) => message[2 + at] === letter)) {
      frames++;
      bytes += message.length;
    }
    deliver?.(event);
  };
  let readyFor = '';
  room.onStateChange(({ phase, clockStamp }) => {
    if (`${phase} ${clockStamp}` === readyFor) return;
    readyFor = `${phase} ${clockStamp}`;
    room.send(Message.intent, { id: 0, kind: 'ready', ready: true });
  });
  await untilTrue(() => room.state.phase === 'over');
  const generations = 3;
  expect(frames).toBe(2 * generations);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes / (6 * 30 * generations)).toBeLessThanOrEqual(8);
  expect(wire.received()).toBeGreaterThan(bytes);
  await room.leave();
  await wire.close();
});
