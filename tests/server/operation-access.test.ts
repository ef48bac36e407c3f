import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/app.ts';
import { memorySeatKeys, openPage, QUICK } from '../support/server.ts';

const PASSWORD = 'correct horse battery';
const TOKEN = 'staple-staple-staple';

let server: RunningServer;
let dataDir: string;
let url: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'twinfold-access-'));
  server = await startServer({
    ...{ port: 0, host: '127.0.0.1', dataDir, growthThreads: 1, retentionDays: 30, logLevel: 'error' },
    ...{ monitorPassword: PASSWORD, metricsToken: TOKEN },
  });
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const right = basic('operator', PASSWORD);
const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(url + path, { headers });

test('with a token, who brings it is told the metrics, and nobody else', async () => {
  expect((await ask('/metrics')).status).toBe(401);
  expect((await ask('/metrics', { authorization: 'Bearer staple' })).status).toBe(401);
  const told = await ask('/metrics', { authorization: `Bearer ${TOKEN}` });
  expect(told.status).toBe(200);
  expect(told.headers.get('content-type')).toContain('version=0.0.4');
});

test('the monitor shows rooms to who has the password, and neither codes nor names of people', async () => {
  const seatKeys = memorySeatKeys();
  const page = await openPage(url, { kind: 'create', create: { ...QUICK, mode: 'private' } }, seatKeys);
  const roomId = page.roomId.value;
  expect(await (await ask('/monitor/', right)).text()).toContain('<div id="app">');
  const rooms = await (await ask('/monitor/api', right)).text();
  expect(rooms).toContain(roomId);
  const room = await (await ask(`/monitor/api/room?roomId=${roomId}`, right)).text();
  expect(JSON.parse(room)).toMatchObject({ roomId, state: { phase: 'lobby', mode: 'private' }, metadata: null });
  const { code, stewards } = page.table.value;
  const secrets = [code, seatKeys.get(roomId) ?? '', ...stewards.map(({ name }) => name)].filter((each) => each !== '');
  expect(secrets.length).toBeGreaterThan(2);
  for (const secret of secrets) expect(rooms + room).not.toContain(secret);
  page.close();
});

test('the monitor only shows: nothing can be done to a room from there', async () => {
  const page = await openPage(url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  const call = `roomId=${page.roomId.value}&method=disconnect&args=${encodeURIComponent('[]')}`;
  const refused = await ask(`/monitor/api/room/call?${call}`, right);
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('only shows')]);
  expect((await page.send({ kind: 'timers', on: true })).ok).toBe(true);
  page.close();
});

test('wrong passwords are refused, and after a few even the right one has to wait', async () => {
  const asked = await ask('/monitor/api');
  expect([asked.status, asked.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Basic')]);
  const wrong = [
    basic('operator', 'password'),
    basic('operator', ''),
    basic('admin', PASSWORD),
    { authorization: `Bearer ${PASSWORD}` },
  ];
  for (const headers of wrong) expect((await ask('/monitor/api', headers)).status).toBe(401);
  expect((await ask('/monitor/api', right)).status).toBe(200);
  const statuses: number[] = [];
  for (let turn = 0; turn < 12; turn++) {
    statuses.push((await ask('/monitor/assets/index.js', basic('operator', `guess ${turn}`))).status);
  }
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect((await ask('/monitor/api', right)).status).toBe(429);
});
