import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRoom, listReplays } from '../../client/net/api.ts';
import { type RunningServer, startServer } from '../../server/app.ts';
import { hurry, isOver, memorySeatKeys, openPage, passQuestion, QUICK, until } from '../support/server.ts';

const lines: string[] = [];
let server: RunningServer;
let dataDir: string;
let url: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'twinfold-log-'));
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    growthThreads: 1,
    retentionDays: 30,
    logLevel: 'debug',
  } as const;
  server = await startServer(config, undefined, { write: (line) => void lines.push(line) });
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('the log of a match has a line of JSON an event, and neither names nor tokens, codes or addresses', async () => {
  const browser = memorySeatKeys();
  const other = memorySeatKeys();
  const names = ['Zsuzsanna Qwertz', 'Bartholomew Xylo'];
  const host = await openPage(url, { kind: 'create', create: { ...QUICK, mode: 'private' } }, browser);
  const roomId = host.roomId.value;
  const { code } = host.table.value;
  const pupil = await openPage(url, { kind: 'join', roomId }, other);
  await host.send({ kind: 'class', action: { do: 'rule', rule: 'ownNames', on: true } });
  for (const name of names) await pupil.send({ kind: 'name', names: [name] });
  // What is refused is logged, too: a name that is too long, a wrong code, a wrong key, an address that cannot be read.
  await pupil.send({ kind: 'name', names: ['A name that is far longer than any that is allowed'] });
  await pupil.send({ kind: 'pace', action: 'start' });
  expect((await findRoom(code, url)).ok).toBe(true);
  await findRoom('ACDEFG', url);
  await fetch(`${url}/api/codes/%E0%A4%A`);
  await host.send({ kind: 'pace', action: 'start' });
  await passQuestion(host);
  await host.send({ kind: 'pressure', card: 'frost', level: 1 });
  await hurry(host, isOver(host));
  await listReplays(0, url);
  const { recording } = host.table.value;
  await fetch(`${url}/api/reports/${recording}`, { headers: { authorization: 'Bearer a-key-that-is-wrong' } });
  pupil.close();
  host.close();
  await until(() => host.link.value !== 'open');

  const log = lines.join('');
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  // It is a log, and says which kinds of requests there were and what was refused.
  expect(log).toContain('"path":"/api/codes/:code"');
  expect(log).toContain('"reason":"notHost"');
  expect(log).toContain('a report was asked for with a wrong key');
  const given = [...host.table.value.stewards, ...pupil.table.value.stewards].map(({ name }) => name);
  const secrets = [...names, ...given, code, 'ACDEFG', browser.get(roomId), other.get(roomId)];
  for (const secret of secrets) if (secret) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/127\.0\.0\.1|::1|localhost|user-agent|a-key-that-is-wrong|far longer than/i);
});
