/** The load bench's server as its parent sees it: started, listened to, and its processor time and memory read from the system. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FrameReport, isFromServer, type Look } from './load-reports.ts';

const SERVER = fileURLToPath(new URL('./load-server.ts', import.meta.url));
/** What Linux counts processor time in, on every machine that we know. */
const TICKS_A_SECOND = 100;
/** Threads by the names that the system knows them by. */
const KINDS: Readonly<Record<string, keyof CpuSeconds>> = { WorkerThread: 'growth', database: 'database' };

export interface LoadServer {
  readonly url: string;
  readonly looks: Look[];
  /** Seconds of processor time so far, by kind of thread; null where the system does not tell. */
  cpu(): CpuSeconds | null;
  /** What it measures begins now. */
  begin(): void;
  stop(): Promise<void>;
}

export interface CpuSeconds {
  /** The thread of the rooms. */
  readonly main: number;
  /** Threads that grow embryos. */
  readonly growth: number;
  /** The thread that has the database. */
  readonly database: number;
  /** Everything else: garbage collection and compilation beside, the system's helpers. */
  readonly rest: number;
}

export interface ServerNews {
  frame(report: FrameReport): void;
  log(line: string): void;
}

export async function startLoadServer(folder: string, news: ServerNews): Promise<LoadServer> {
  const child = fork(SERVER, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const looks: Look[] = [];
  const port = new Promise<number>((resolve, reject) => {
    child.on('exit', () => reject(new Error('The server did not come up, or has ended.')));
    child.on('message', (message) => {
      if (!isFromServer(message)) return;
      if (message.kind === 'port') resolve(message.port);
      else if (message.kind === 'look') looks.push(message);
      else if (message.kind === 'frame') news.frame(message);
      else news.log(message.line);
    });
  });
  return {
    url: `http://127.0.0.1:${await port}`,
    looks,
    cpu: () => cpuOf(child.pid ?? 0),
    begin() {
      looks.length = 0;
      child.send('begin');
    },
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function cpuOf(pid: number): CpuSeconds | null {
  const seconds = { main: 0, growth: 0, database: 0, rest: 0 };
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const used = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
      seconds[Number(thread) === pid ? 'main' : (KINDS[name] ?? 'rest')] += used;
    }
    return seconds;
  } catch {
    return null;
  }
}
