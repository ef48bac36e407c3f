import { request } from 'node:http';
import express from 'express';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createHealth } from '../../server/http/health.ts';
import { answerFaults } from '../../server/http/requests.ts';
import { createLog } from '../../server/operation/log.ts';
import { createMetrics } from '../../server/operation/metrics.ts';
import { createReadiness } from '../../server/operation/readiness.ts';
import { hurry, isOver, openPage, QUICK, startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Serves an express app on a free port; returns its address. */
async function serve(app: express.Express): Promise<string> {
  const listening = app.listen(0, '127.0.0.1');
  closing.push(() => listening.close());
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** The status of a request that says of itself what `fetch` would not let it say. */
const statusOf = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

/** The value of one series; undefined when nothing has been counted in it. */
const figureOf = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

test('a server that is well says so', async () => {
  expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ ok: true });
  const ready = await fetch(`${server.url}/ready`);
  expect(ready.status).toBe(200);
  expect(ready.headers.get('cache-control')).toBe('no-store');
  expect(await ready.json()).toEqual({ ready: true, parts: { running: true, matchmaker: true, database: true } });
});

test('a part that says no, fails or is silent makes the server not ready, and is named', async () => {
  const never = new Promise<boolean>(() => {});
  const readiness = createReadiness({
    running: () => false,
    matchmaker: () => true,
    database: () => Promise.reject(new Error('gone')),
    redis: () => never,
  });
  const url = await serve(express().use(createHealth(readiness)));
  const response = await fetch(`${url}/ready`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    ready: false,
    parts: { running: false, matchmaker: true, database: false, redis: false },
  });
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('whoever asks over and over does not keep the database busy', async () => {
  let asked = 0;
  const readiness = createReadiness({
    database: () => {
      asked++;
      return true;
    },
  });
  await Promise.all(Array.from({ length: 100 }, () => readiness()));
  expect(asked).toBe(1);
});

test('a match leaves its figures in the metrics, and nothing of who played it', async () => {
  const page = await openPage(server.url, { kind: 'create', create: { ...QUICK, mode: 'private' } });
  const look = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  expect(figureOf(await look(), 'twinfold_rooms{mode="private",phase="lobby"}')).toBe(1);
  expect(figureOf(await look(), 'twinfold_people')).toBe(1);
  await page.send({ kind: 'pressure', card: 'frost', level: 1 });
  await page.send({ kind: 'pace', action: 'start' });
  await hurry(page, isOver(page));
  const text = await look();
  for (const series of [
    'twinfold_intents_total{kind="pace",ok="true"}',
    'twinfold_intents_total{kind="pressure",ok="false"}',
    'twinfold_refusals_total{reason="notNow"}',
    'twinfold_acknowledgement_seconds_count',
    'twinfold_embryos_grown_total',
    'twinfold_growth_seconds_total',
    'twinfold_write_seconds_count',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    expect(figureOf(text, series), series).toBeGreaterThan(0);
  }
  // Births and season of two rounds of two generations, and of the exam.
  expect(figureOf(text, 'twinfold_frame_bytes_count')).toBe(10);
  expect(figureOf(text, 'twinfold_generation_to_frame_seconds_count')).toBe(10);
  expect(figureOf(text, 'twinfold_rooms{mode="private",phase="over"}')).toBe(1);
  for (const series of ['twinfold_growth_queue', 'twinfold_matches_unrecorded', 'twinfold_matches_taken_up_total']) {
    expect(figureOf(text, series), series).toBe(0);
  }
  const { code, recording } = page.table.value;
  for (const secret of [code, recording, page.roomId.value]) expect(text).not.toContain(secret);
  page.close();
});

test('words that come from outside never become labels without end', async () => {
  const metrics = createMetrics();
  for (let turn = 0; turn < 500; turn++) metrics.refused(`made up ${turn}`);
  const word = (turn: number): string => `r${String.fromCharCode(97 + (turn % 26), 97 + Math.floor(turn / 26))}`;
  for (let turn = 0; turn < 500; turn++) metrics.refused(word(turn));
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('twinfold_refusals_total{'));
  expect(lines).toHaveLength(101);
  expect(lines).toContain('twinfold_refusals_total{reason="other"} 900');
});

test('without a token only this machine is told the metrics, and not who comes through a proxy on it', async () => {
  const url = `${server.url}/metrics`;
  const host = new URL(url).host;
  expect(await statusOf(url, { host })).toBe(200);
  expect(await statusOf(url, { host: 'play.example.org' })).toBe(403);
  expect(await statusOf(url, { host, 'x-forwarded-for': '203.0.113.9' })).toBe(403);
  expect(await statusOf(url, { host, forwarded: 'for=203.0.113.9' })).toBe(403);
});

test('nothing is at the monitor’s address unless it was asked for', async () => {
  for (const path of [
    '/monitor',
    '/monitor/',
    '/monitor/api',
    '/monitor/api/room/call?roomId=x&method=disconnect&args=[]',
  ]) {
    expect((await fetch(server.url + path)).status).toBe(404);
  }
});

test('a fault is answered with a sentence and logged with its reason, without a stack going out', async () => {
  const lines: string[] = [];
  const log = createLog('error', { write: (line) => void lines.push(line) });
  const metrics = createMetrics();
  const app = express()
    .get('/broken', () => {
      throw Object.assign(new Error('The spring broke.'), { detail: 'Key (name)=(Ann) exists', parameters: ['Ann'] });
    })
    .use(answerFaults({ log, metrics }));
  const response = await fetch(`${await serve(app)}/broken`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    reason: 'fault',
    error: 'Something went wrong on the server. Try again in a moment.',
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('The spring broke.');
  expect(lines[0]).not.toContain('Ann');
  expect(figureOf(await metrics.text(), 'twinfold_errors_total{where="http"}')).toBe(1);
  expect((await fetch(`${server.url}/api/codes/%E0%A4%A`)).status).toBe(400);
});
