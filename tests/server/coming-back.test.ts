/** A page that has lost its room asks where it is, patiently, and comes in as soon as it is there. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLiveSource, type LiveSource } from '../../client/net/live-source.ts';
import { createFrontDoor } from '../../server/cluster/front-door.ts';
import { createProcesses, freePort } from '../support/processes.ts';
import { memorySeatKeys, openPage, QUICK, until, untilTrue } from '../support/server.ts';

const processes = createProcesses();
let folder: string;
let port: number;
let page: LiveSource;
let standIn: Server | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-coming-back-'));
  port = await freePort();
});
afterEach(async () => {
  page.close();
  await leave();
  processes.killAll();
  await rm(folder, { recursive: true, force: true });
});

/** Stands where the server stood, until `leave`. Tells what it is asked. */
async function stand(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<string[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(response, request);
  });
  standIn = server;
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return asked;
}

async function leave(): Promise<void> {
  standIn?.closeAllConnections();
  await new Promise((resolve) => (standIn ? standIn.close(resolve) : resolve(null)));
  standIn = undefined;
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

/** Plays in a room whose server then dies. */
async function loseRoom(): Promise<string> {
  const server = await processes.serve(folder, port);
  page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  await page.send({ kind: 'pace', action: 'start' });
  await server.kill();
  await until(() => page.link.value === 'reconnecting');
  return page.roomId.value;
}

test('while a room is being taken up, or whoever stands before it knows nothing, a page asks on and does not try to come in', async () => {
  const roomId = await loseRoom();
  let turn = 0;
  const asked = await stand((response) => {
    turn++;
    if (turn % 4 === 0) response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    else if (turn % 4 === 1) response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not here</h1>');
    else if (turn % 4 === 2) response.destroy();
    else json(response, 503, { reason: 'comingBack', error: 'This room is on its way back. Try again in a moment.' });
  });
  await untilTrue(() => asked.length >= 6);
  expect(new Set(asked)).toEqual(new Set([`GET /api/rooms/${roomId}`]));
  expect([page.link.value, page.trouble.value]).toEqual(['reconnecting', '']);
  await leave();
  await processes.serve(folder, port);
  await until(() => page.link.value === 'open');
  expect([page.seat.value, page.host.value, page.table.value.phase]).toEqual([0, true, 'predict']);
});

test('a server that takes the question and never answers does not keep a page waiting', async () => {
  await loseRoom();
  const asked = await stand(() => {});
  await untilTrue(() => asked.length >= 2);
  await leave();
  await processes.serve(folder, port);
  await until(() => page.link.value === 'open');
});

test('who comes while a room is on its way waits for it, by its code or its id, and is let in', async () => {
  const roomId = await loseRoom();
  const { code } = page.table.value;
  const asked: string[] = [];
  let isBack = false;
  const door = createFrontDoor(() => [{ path: '/1', port }]);
  const before = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (isBack) door.emit('request', request, response);
    else if (request.method === 'GET') json(response, 503, { reason: 'comingBack', error: 'It is on its way back.' });
    else json(response, 522, { code: 522, error: `room "${roomId}" not found` });
  });
  before.on('upgrade', (...line) => door.emit('upgrade', ...line));
  await once(before.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${portOf(before)}`;
  const late = [
    createLiveSource({ kind: 'join', code }, { origin, seatKeys: memorySeatKeys() }),
    createLiveSource({ kind: 'join', roomId, watch: true }, { origin, seatKeys: memorySeatKeys() }),
  ];
  const times = (what: string): number => asked.filter((each) => each.includes(what)).length;
  await untilTrue(() => times(code) >= 2 && times('matchmake') >= 2);
  for (const { link, trouble } of late) expect([link.value, trouble.value]).toEqual(['connecting', '']);
  await processes.serve(folder, port);
  isBack = true;
  await until(() => late.every(({ link }) => link.value === 'open'));
  expect(late.map(({ seat }) => seat.value)).toEqual([1, -1]);
  for (const each of late) each.close();
  before.closeAllConnections();
  before.close();
});

test('a room that is no more is told as such, at once', async () => {
  await loseRoom();
  const asked = await stand((response) =>
    json(response, 404, { reason: 'noRoom', error: 'This room is no longer open.' }),
  );
  await until(() => page.trouble.value !== '');
  expect([asked.length, page.trouble.value]).toEqual([1, expect.stringContaining('no longer open')]);
});
