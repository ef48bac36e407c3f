import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { memorySeatKeys, openPage, passQuestion, QUICK, until } from '../support/server.ts';

const SIGNALS = new URL('../../server/cli/signals.ts', import.meta.url).href;
const SERVE = fileURLToPath(new URL('../support/serve.ts', import.meta.url));

let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-stopping-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** The first line it printed. */
  readonly line: string;
  /** Its exit code, and what it complained of. */
  readonly end: Promise<{ code: number | null; complaint: string }>;
}

async function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let complaint = '';
  child.stderr.on('data', (part) => {
    complaint += String(part);
  });
  const end = once(child, 'exit').then(() => ({ code: child.exitCode, complaint }));
  const [line] = await once(child.stdout, 'data');
  return { child, line: String(line).trim(), end };
}

/** A server whose closing takes for ever. */
const startStuck = (graceSeconds: number): Promise<Started> =>
  start(
    '--input-type=module',
    '-e',
    `import { closeOnSignals } from ${JSON.stringify(SIGNALS)};
     setInterval(() => {}, 1000);
     const close = () => { console.log('closing'); return new Promise(() => {}); };
     closeOnSignals({ port: 0, url: '', close }, ${graceSeconds});
     console.log('ready');`,
  );

test('a server that is asked to stop in mid-match ends with 0, and the match goes on at the next start', async () => {
  const browser = memorySeatKeys();
  const first = await start(SERVE, folder);
  const page = await openPage(
    `http://127.0.0.1:${first.line}`,
    { kind: 'create', create: { ...QUICK, mode: 'private' } },
    browser,
  );
  await page.send({ kind: 'pace', action: 'start' });
  await passQuestion(page);
  await page.send({ kind: 'pressure', card: 'frost', level: 2 });
  first.child.kill('SIGTERM');
  expect(await first.end).toEqual({ code: 0, complaint: '' });
  page.close();

  const second = await start(SERVE, folder);
  const back = await openPage(`http://127.0.0.1:${second.line}`, { kind: 'join', roomId: page.roomId.value }, browser);
  await until(() => back.table.value.phase === 'choose');
  expect(back.table.value.laid[0]).toEqual([expect.objectContaining({ card: 'frost', level: 2 })]);
  back.close();
});

test('a server that cannot stop in good order is ended when its time is up, with a sentence', async () => {
  const { child, end } = await startStuck(1);
  child.kill('SIGTERM');
  expect(await end).toEqual({ code: 1, complaint: expect.stringContaining('did not stop within 1 seconds') });
});

test('a second signal ends a server at once', async () => {
  const { child, end } = await startStuck(600);
  const closing = once(child.stdout ?? child, 'data');
  child.kill('SIGTERM');
  await closing;
  child.kill('SIGINT');
  expect(await end).toEqual({ code: 1, complaint: '' });
});
