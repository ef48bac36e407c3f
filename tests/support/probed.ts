/** Servers as processes of their own that can be asked how they are, and whose disk can be full. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROBE = fileURLToPath(new URL('./probe.ts', import.meta.url));

/** What such a process says. */
export type ToParent =
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'done'; readonly bytes: number };

export interface Probed {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** All that it has logged so far. */
  readonly log: readonly string[];
  /** Whether it still runs. */
  isAlive(): boolean;
  /** Bytes that it holds once all garbage is collected. */
  memory(): Promise<number>;
  /** From here on nothing can be written in its folder; or again. */
  fillDisk(): Promise<void>;
  freeDisk(): Promise<void>;
  /** Tells every page in it some 32 KB. */
  shout(): Promise<void>;
  kill(): Promise<void>;
  /** Asks it to stop, and removes its folder. */
  stop(): Promise<void>;
}

export interface ProbedOptions {
  /** Beside PORT, HOST and DATA_DIR. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Gives its data folder a disk of its own, of so many megabytes. */
  readonly diskMegabytes?: number;
}

/** Whether a process may have a disk of its own here. */
const mayMount = (): boolean =>
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', tmpdir()]).status === 0;

const MOUNT = 'mount -t tmpfs -o size="$1" none "$2" && shift 2 && exec "$@"';

export async function startProbed({ environment = {}, diskMegabytes }: ProbedOptions = {}): Promise<Probed> {
  const dataDir = await mkdtemp(join(tmpdir(), 'twinfold-probed-'));
  const own = diskMegabytes !== undefined && mayMount();
  const node = [process.execPath, '--expose-gc', PROBE];
  const [command = '', ...given] = own
    ? ['unshare', '-rm', 'sh', '-c', MOUNT, 'sh', `${diskMegabytes}m`, dataDir, ...node]
    : node;
  const child = spawn(command, given, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, GROWTH_THREADS: '1', ...environment, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
  });
  const log: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The server did not come up: ${log.join('')}`)));
    child.on('message', (report: ToParent) => {
      if (report.kind === 'log') log.push(report.line);
      if (report.kind === 'port') resolve(report.port);
    });
  });
  const gone = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return {
    ...{ url: `http://127.0.0.1:${port}`, port, dataDir, log },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    memory: () => ask(child, 'memory'),
    fillDisk: async () => (own ? void (await ask(child, 'fill')) : limitFiles(child, '1024')),
    freeDisk: async () => (own ? void (await ask(child, 'free')) : limitFiles(child, 'unlimited')),
    shout: async () => void (await ask(child, 'shout')),
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ask(child: ChildProcess, what: 'memory' | 'fill' | 'free' | 'shout'): Promise<number> {
  const answered = new Promise<number>((resolve, reject) => {
    const gone = (): void => reject(new Error('The server has ended.'));
    const hear = (report: ToParent): void => {
      if (report.kind !== 'done') return;
      child.off('message', hear);
      child.off('exit', gone);
      resolve(report.bytes);
    };
    child.on('message', hear);
    child.once('exit', gone);
  });
  child.send(what);
  return answered;
}

/** Where no disk can be mounted: the system lets the process write no file beyond so many bytes. */
function limitFiles(child: ChildProcess, bytes: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The size of files could not be limited: ${stderr}`);
}
