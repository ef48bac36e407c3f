/** `npm run cluster`: several processes and their front door by one command. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClassAtPlay, startChoosing } from '../support/class-at-play.ts';
import { CLUSTER, clusterIsHere } from '../support/cluster.ts';
import { createPostgres } from '../support/databases.ts';
import { freePort } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { until } from '../support/server.ts';

const COMMAND = fileURLToPath(new URL('../../server/cli/cluster.ts', import.meta.url));

interface Told {
  readonly lines: string[];
  /** Resolves to the first line that matches and has not been waited for. */
  next(wanted: RegExp): Promise<RegExpExecArray>;
}

function listen(child: ChildProcess): Told {
  const lines: string[] = [];
  let read = 0;
  let ended = false;
  let wake = (): void => {};
  if (child.stdout) {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  child.once('close', () => {
    ended = true;
    wake();
  });
  return {
    lines,
    async next(wanted) {
      for (;;) {
        for (; read < lines.length; ) {
          const found = wanted.exec(lines[read++] ?? '');
          if (found) return found;
        }
        if (ended) throw new Error(`It ended without saying ${wanted}, but:\n${lines.join('\n')}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): [number | null, string] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, DATABASE_URL: undefined, REDIS_URL: undefined, ...environment },
    encoding: 'utf8',
  });
  return [status, stdout + stderr];
}

test('what is missing or wrong is told in sentences, all at once, and help on request', () => {
  expect(run(['--help'])).toEqual([0, expect.stringContaining('npm run cluster -- [--processes 3]')]);
  const [status, told] = run([]);
  expect(status).toBe(1);
  expect(told).toMatch(/DATABASE_URL is missing: .*\nREDIS_URL is missing: /);
  expect(run(['--processes', '99'])[1]).toContain('--processes takes a whole number from 1 to 16, not "99".');
});

describe.skipIf(!clusterIsHere)(`npm run cluster with ${CLUSTER}`, () => {
  let redis: TestRedis;
  let database: Awaited<ReturnType<typeof createPostgres>>;
  beforeAll(async () => {
    [redis, database] = await Promise.all([startRedis(), createPostgres()]);
  });
  afterAll(async () => {
    await redis.kill();
    await database.drop();
  });

  test('one address leads to all; who dies is said and started anew, and ^C ends them all', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [COMMAND, '--processes', '3'], {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        PORT: String(port),
        GROWTH_THREADS: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = listen(child);
    await told.next(/^Twinfold is ready: http:\/\/localhost:\d+$/);
    const pids = told.lines.flatMap((line) => /is ready, as process (\d+)/.exec(line)?.[1] ?? []).map(Number);
    expect(pids).toHaveLength(3);
    const url = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${url}/rooms`)).text()).toContain('<!doctype html>');
    const at = await openClassAtPlay(url);
    await startChoosing(at);
    // One after the other, each when the one before is there again: one of them has the room.
    for (const pid of pids) {
      process.kill(pid, 'SIGKILL');
      const [, name] = await told.next(/^Process (\d) has ended \(SIGKILL\)/);
      await told.next(new RegExp(`^Process ${name} is ready`));
      await until(() => at.pages.every(({ link }) => link.value === 'open'));
    }
    const answers = await Promise.all(at.lay('frost'));
    expect(answers.every(({ ok }) => ok)).toBe(true);

    const alive = told.lines.flatMap((line) => /is ready, as process (\d+)/.exec(line)?.[1] ?? []).map(Number);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(alive.filter(isAlive)).toEqual([]);
    await until(() => at.pages.every(({ link }) => link.value === 'reconnecting'));
    for (const page of at.pages) page.close();
  });

  test('a port in use and a Redis that is not there are told in a sentence, without a password', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const shared = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    expect(run([], { ...shared, PORT: port })).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
    other.close();
    const nowhere = `redis://somebody:secret@127.0.0.1:${await freePort()}`;
    const [status, told] = run(['--processes', '1'], { ...shared, REDIS_URL: nowhere, PORT: '0' });
    expect([status, told]).toEqual([1, expect.stringContaining('Redis cannot be reached at redis://127.0.0.1:')]);
    expect(told).not.toContain('secret');
  });
});
