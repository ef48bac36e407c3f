/** Servers as processes of their own, to be killed as life kills them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url));

export interface ServerProcess {
  readonly port: number;
  readonly url: string;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop, as a restart does; resolves when it is gone. */
  stop(): Promise<void>;
  /** Halts it, and lets it go on. */
  freeze(): void;
  thaw(): void;
  isGone(): boolean;
}

export interface Processes {
  /**
   * Starts one with its database in `folder`; `port` 0: any; `environment`: beside the test's own. Rejects with what it said when
   * it does not come up.
   */
  serve(folder: string, port?: number, environment?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  killAll(): void;
}

export function createProcesses(): Processes {
  const running = new Set<ChildProcess>();
  return {
    async serve(folder, port = 0, environment = {}) {
      const child = spawn(process.execPath, [SERVE, folder, String(port)], {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      let said = '';
      child.stderr.on('data', (part) => {
        said += String(part);
      });
      const gone = once(child, 'exit').then(() => void running.delete(child));
      // What it logs comes the same way as its port.
      const ready = new Promise<string>((resolve) => {
        createInterface(child.stdout).on('line', (line) => /^\d+$/.test(line) && resolve(line));
      });
      const line = await Promise.race([ready, gone.then(() => null)]);
      if (line === null) throw new Error(said);
      const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
        child.kill(signal);
        await gone;
      };
      return {
        port: Number(line),
        url: `http://127.0.0.1:${line}`,
        kill: end('SIGKILL'),
        stop: end('SIGTERM'),
        freeze: () => void child.kill('SIGSTOP'),
        thaw: () => void child.kill('SIGCONT'),
        isGone: () => !running.has(child),
      };
    },
    killAll() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
