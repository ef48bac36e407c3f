import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { servePages } from '../../server/http/pages.ts';
import { upload } from '../support/library.ts';
import { nginxMissing, startNginx } from '../support/nginx.ts';
import { hurry, isOver, openPage, QUICK, startTestServer } from '../support/server.ts';

const usual = getCACertificates('default');
const closing: (() => unknown)[] = [];
afterEach(async () => {
  setDefaultCACertificates(usual);
  for (const close of closing.splice(0).reverse()) await close();
});

/** A process of ours as nginx sees it: it answers with its own number and the address that it was asked for. */
async function stub(number: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => response.end(`${number} ${request.url}`));
  server.on('upgrade', (request, socket) => {
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Asked: ${number} ${request.url}\r\n\r\n`,
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => server.close());
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

test('a match is played through nginx with TLS, and what is for operators stays inside', async ({ skip }) => {
  skip(nginxMissing !== undefined, nginxMissing);
  const pages = await mkdtemp(join(tmpdir(), 'twinfold-pages-'));
  closing.push(() => rm(pages, { recursive: true, force: true }));
  await writeFile(join(pages, 'index.html'), '<title>Twinfold</title>');
  const server = await startTestServer(servePages(pages));
  closing.push(() => server.close());
  const nginx = await startNginx([server.port]);
  closing.push(() => nginx.close());
  setDefaultCACertificates([...usual, nginx.certificate]);

  const page = await fetch(`${nginx.url}/rooms`);
  expect(await page.text()).toContain('Twinfold');
  expect(page.headers.get('strict-transport-security')).toContain('max-age=31536000');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const plain = await fetch(`${nginx.plainUrl}/room/ACDEFG`, { redirect: 'manual' });
  expect([plain.status, plain.headers.get('location')]).toEqual([301, 'https://localhost/room/ACDEFG']);
  for (const path of ['/metrics', '/1/metrics', '/25/metrics', '/monitor', '/monitor/', '/2/monitor/api']) {
    expect((await fetch(nginx.url + path)).status).toBe(404);
  }
  expect((await fetch(`${nginx.url}/ready`)).status).toBe(200);

  // A recording may be larger than anything else that is sent, and is judged by the server.
  const brought = await upload(nginx.url, new Uint8Array(4_000_000));
  expect([brought.status, await brought.json()]).toMatchObject([422, { reason: 'badRecording' }]);

  const match = await openPage(nginx.url, { kind: 'create', create: { ...QUICK, mode: 'solo' } });
  expect(match.trouble.value).toBe('');
  await hurry(match, isOver(match));
  match.close();
  // No address of anybody, and nothing to complain of.
  expect(await nginx.log()).toBe('');
});

test('nginx leads paths of processes to them, everything else to one that lives, and passes on no address', async ({
  skip,
}) => {
  skip(nginxMissing !== undefined, nginxMissing);
  const stubs = [await stub(1), await stub(2), await stub(3)];
  const nginx = await startNginx(stubs.map(({ port }) => port));
  closing.push(() => nginx.close());
  setDefaultCACertificates([...usual, nginx.certificate]);
  const ask = async (path: string): Promise<string> => (await fetch(nginx.url + path)).text();

  for (const number of [1, 2, 3]) expect(await ask(`/${number}/api/rooms?x=1`)).toBe(`${number} /api/rooms?x=1`);
  const socket = new WebSocket(`${nginx.url.replace('https', 'wss')}/2/process/room?sessionId=x`);
  // What answers is no real server: that it was asked at all is told by the stub.
  const asked = once(stubs[1]?.server ?? createServer(), 'upgrade');
  const [request] = await asked;
  expect(request.url).toBe('/process/room?sessionId=x');
  expect([request.headers['x-forwarded-for'], request.headers['x-real-ip']]).toEqual([undefined, undefined]);
  socket.onerror = () => {};
  socket.close();

  const dead = stubs[0]?.server;
  dead?.closeAllConnections();
  await new Promise((resolve) => dead?.close(resolve));
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask('/api/rooms')));
  expect(new Set(answers)).toEqual(new Set(['2 /api/rooms', '3 /api/rooms']));
});
