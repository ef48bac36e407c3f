/** A Redis of a test's own, to be killed and started again. Without the program on this machine, such tests say so and are skipped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from './processes.ts';

export const redisIsHere: boolean = spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  readonly url: string;
  /** kill -9: what it knew is lost. */
  kill(): Promise<void>;
  /** Halts it, and lets it go on: its connections stand, and nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
}

/** Keeps nothing on disk. Resolves when it answers. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      createInterface(started.stdout).on('line', (line) => line.includes('Ready to accept connections') && resolve());
      started.once('exit', () => reject(new Error('redis-server did not start.')));
      started.once('error', reject);
    });
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    start,
  };
}
