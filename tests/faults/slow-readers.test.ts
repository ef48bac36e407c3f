/** Pages that do not read what they are sent: it would wait for them in memory without end. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { type Dropped, guardedSocket, MOST_UNREAD_BYTES } from '../../server/transport/guarded-socket.ts';
import { type Probed, startProbed } from '../support/probed.ts';
import { openRawPage } from '../support/raw-page.ts';
import { openPage, untilTrue } from '../support/server.ts';

const CLASS = 40;

let server: Probed;
beforeAll(async () => {
  server = await startProbed();
});
afterAll(() => server.stop());

test('what waits for one socket is bounded: it is let go with a code by which its page comes back', async () => {
  const dropped: Dropped[] = [];
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, WebSocket: guardedSocket((why) => dropped.push(why)) });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const open = async (): Promise<{ near: WebSocket; far: WebSocket }> => {
    const accepted = new Promise<WebSocket>((resolve) => sockets.once('connection', resolve));
    const near = new WebSocket(`ws://127.0.0.1:${port}`);
    await new Promise((resolve) => near.once('open', resolve));
    return { near, far: await accepted };
  };
  const reader = await open();
  const sleeper = await open();
  sleeper.near.pause();
  let heard = 0;
  reader.near.on('message', (data: Buffer) => {
    heard += data.length;
  });
  const piece = new Uint8Array(16 * 1024);
  let sent = 0;
  let most = 0;
  while (sleeper.far.readyState === WebSocket.OPEN) {
    for (const { far } of [reader, sleeper]) far.send(piece);
    sent += piece.length;
    most = Math.max(most, sleeper.far.bufferedAmount);
    await untilTrue(() => heard === sent);
  }
  expect(most).toBeLessThan(MOST_UNREAD_BYTES + 2 * piece.length);
  expect([dropped, reader.far.readyState]).toEqual([['slowReader'], WebSocket.OPEN]);
  // It hears of it when it reads again.
  const code = new Promise<number>((resolve) => sleeper.near.once('close', resolve));
  sleeper.near.resume();
  expect(await code).toBe(1013);
  reader.near.terminate();
  await new Promise<void>((resolve) => sockets.close(() => http.close(() => resolve())));
});

test('a page that stops reading is let go, and forty others do not feel it', async () => {
  const create = { habitats: CLASS, population: 4, mode: 'private', share: true, watch: true } as const;
  const host = await openPage(server.url, { kind: 'create', create });
  const { value: roomId } = host.roomId;
  // The SDK would complain of what is only said here.
  host.close();
  const readers = await Promise.all(Array.from({ length: CLASS }, () => openRawPage(server.url, roomId)));
  const sleeper = await openRawPage(server.url, roomId);
  const before = await server.memory();
  sleeper.socket.pause();
  // Signs of life it still gives, as a page does whose script hangs: only what it does not read gives it away.
  const awake = setInterval(() => sleeper.socket.pong(), 1_000);
  let most = before;
  for (let id = 1; !isDropped(); id++) {
    await server.shout();
    for (const reader of readers) await reader.settled();
    if (id % 20 !== 0) continue;
    most = Math.max(most, await server.memory());
    const answers = await Promise.all(readers.map((reader) => reader.ask({ id, kind: 'ready', ready: id % 40 === 0 })));
    expect(answers.filter((answer) => answer?.ok !== true)).toEqual([]);
  }
  clearInterval(awake);
  expect([most - before, (await server.memory()) - before].every((grown) => grown < 8 * 1024 * 1024)).toBe(true);
  expect(readers.filter((reader) => reader.closed() !== undefined)).toEqual([]);
  // Reading again, it hears why it has to come back, if it is not too late for that.
  const code = new Promise<number>((resolve) => sleeper.socket.once('close', resolve));
  sleeper.socket.resume();
  expect([1006, 1013]).toContain(await code);
  for (const { socket } of readers) socket.terminate();
});

const isDropped = (): boolean => server.log.some((line) => line.includes('slowReader'));
