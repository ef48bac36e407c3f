import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRoom, listRooms } from '../../client/net/api.ts';
import { servePages } from '../../server/http/pages.ts';
import { createPublicRooms } from '../../server/http/public-rooms.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { lobbyState } from '../support/class-state.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let pages: string;
let server: TestServer;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'twinfold-pages-'));
  await writeFile(join(pages, 'index.html'), '<title>Twinfold</title>');
  await writeFile(join(pages, 'kernel.wasm'), Uint8Array.of(0, 0x61, 0x73, 0x6d));
  await writeFile(join(pages, '.stamp'), 'not for everyone');
  server = await startTestServer(servePages(pages));
});
afterAll(async () => {
  await server.close();
  await rm(pages, { recursive: true, force: true });
});

test('every path of the page leads to the page, with headers that keep strangers out', async () => {
  for (const path of ['/', '/play', '/room/ACDEFG', '/host', '/rooms', '/replays', '/replay/abc']) {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Twinfold');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
  }
  const wasm = await fetch(`${server.url}/kernel.wasm`);
  expect(wasm.headers.get('content-type')).toBe('application/wasm');
  expect(await (await fetch(`${server.url}/.stamp`)).text()).not.toContain('not for everyone');
});

test('what is asked for and is not there is refused in a sentence', async () => {
  for (const path of [
    '/api/replays/unknown-id',
    '/api/replays/%2e%2e%2fsecret',
    `/api/replays/${'x'.repeat(500)}`,
    '/api/codes/%00',
    '/api/none',
  ]) {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ reason: expect.any(String), error: expect.stringMatching(/\.$/) });
  }
  expect(await (await fetch(`${server.url}/api/replays?page=x`)).json()).toEqual({ replays: [], more: false });
  expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ ok: true });
});

test('the code of a match that is over leads to its replay', async () => {
  const database = await openSqliteRepository(server.dataDir);
  const none = new Uint8Array();
  const kept = { founder: 'embershield', habitats: 1, rounds: 1, header: none, kernel: '', secret: none };
  const id = 'a-match-of-old';
  await database.createMatch({ id, createdAt: 1, mode: 'private', code: 'ACDEFG', ...kept }, lobbyState());
  await database.finishMatch(id, none);
  await database.endLive(id);
  await database.close();
  expect(await findRoom('acdefg', server.url)).toMatchObject({
    ok: false,
    reason: 'over',
    replay: '/replay/a-match-of-old',
  });
});

test('a port in use is explained, and nothing else is disturbed', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-second-'));
  // A second server in one process would share the framework's state, so it is started in its own.
  const { spawnSync } = await import('node:child_process');
  const script = `
    import { startServer } from ${JSON.stringify(new URL('../../server/app.ts', import.meta.url).href)};
    startServer({ port: ${port}, host: '127.0.0.1', dataDir: ${JSON.stringify(folder)}, growthThreads: 1, retentionDays: 30, logLevel: 'silent' })
      .catch((error) => { console.error(error.message); process.exit(1); });`;
  const file = join(folder, 'second.mjs');
  await writeFile(file, script);
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect(stderr).toContain(`Port ${port} is in use by another program`);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
  other.close();
  await rm(folder, { recursive: true, force: true });
});

test('the list of rooms ends after two hundred, the liveliest first', async () => {
  const rooms = Array.from({ length: 500 }, (_, at) => ({
    ...{ roomId: `room-${at}`, founder: 'embershield', habitats: 6, rounds: 8, round: 0, phase: 'choose' as const },
    ...{ language: 'en', people: 6, freeSeats: 0, spectators: 0, bots: 0 },
  }));
  const playNow = async () => ({ roomId: 'room-0' });
  const app = express().use('/api', createPublicRooms({ publicRooms: async () => rooms, playNow }));
  const listening = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  const told = await listRooms('', `http://127.0.0.1:${port}`);
  listening.close();
  expect(told.ok && told.value.map(({ roomId }) => roomId)).toEqual(rooms.slice(0, 200).map(({ roomId }) => roomId));
});
