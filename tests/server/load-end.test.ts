import { Client } from 'colyseus.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Table } from '../../server/rooms/schema.ts';
import type { IntentBody } from '../../shared/protocol/messages.ts';
import { Message, PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { type LoadEnd, openLoadEnd } from '../support/load-end.ts';
import { QUICK, startTestServer, type TestServer, untilTrue } from '../support/server.ts';
import { layWire } from '../support/wire.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const INTENTS: readonly IntentBody[] = [
  { kind: 'ready', ready: false },
  { kind: 'pressure', card: 'frost', level: 2 },
  { kind: 'predict', round: 0, prediction: { kind: 'histogram', chips: [3, 3, 2, 1, 1] } },
];

test('the load bench’s end of the line says what the SDK says, and hears what it hears', async () => {
  const heardBySdk: unknown[] = [];
  const heardByEnd: unknown[] = [];
  const saidBySdk: number[][] = [];
  const saidByEnd: number[][] = [];
  const create = { ...QUICK, mode: 'private', protocol: PROTOCOL_VERSION, watch: true };
  const room = await new Client(server.url).create<Table>(ROOM, create);
  room.reconnection.enabled = false;
  const sendOn = room.connection.send.bind(room.connection);
  room.connection.send = (data) => {
    saidBySdk.push(Array.from(data));
    sendOn(data);
  };
  for (const kind of [Message.welcome, Message.own, Message.self, Message.roster, Message.frame])
    room.onMessage(kind, () => {});
  room.onMessage(Message.snapshot, (bytes: Uint8Array) => void heardBySdk.push(Array.from(bytes)));
  room.onMessage(Message.answer, (answer) => void heardBySdk.push(answer));

  const wire = await layWire(server.port);
  let state: unknown;
  let closed = 0;
  const traffic = { received: 0, sent: 0 };
  const end: LoadEnd = await openLoadEnd(
    wire.url,
    { method: 'joinById', room: room.roomId, options: { protocol: PROTOCOL_VERSION, watch: true } },
    {
      message(type, payload) {
        if (type === Message.answer) heardByEnd.push(payload);
      },
      bytes: (type, bytes) => void (type === Message.snapshot && heardByEnd.push(Array.from(bytes))),
      state: (now) => {
        state = now;
      },
      closed: (code) => {
        closed = code;
      },
    },
    traffic,
  );
  const { socket } = end;
  const passOn = socket.send.bind(socket);
  socket.send = (data: Uint8Array) => {
    saidByEnd.push(Array.from(data));
    passOn(data);
  };
  const before = traffic.sent;
  for (const [id, intent] of INTENTS.entries()) {
    room.send(Message.intent, { ...intent, id });
    end.send(Message.intent, { ...intent, id });
  }
  await untilTrue(() => heardBySdk.length === 4 && heardByEnd.length === 4);
  expect(heardByEnd).toEqual(heardBySdk);
  expect(saidByEnd).toEqual(saidBySdk);
  expect(traffic.sent - before).toBe(saidBySdk.flat().length);
  await untilTrue(() => JSON.stringify(state) === JSON.stringify(room.state));
  expect(traffic.received).toBeGreaterThan(0);
  expect(traffic.received).toBeLessThan(wire.received());
  end.leave();
  await untilTrue(() => closed !== 0);
  await room.leave();
  await wire.close();
});
