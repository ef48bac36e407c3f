/** A Postgres of a test's own, which it may stop in the middle: on a free port, in a folder of its own, gone afterwards. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './processes.ts';

export interface OwnPostgres {
  readonly url: string;
  /** At once, as when its machine dies. */
  stop(): void;
  start(): void;
  remove(): void;
}

/** Debian keeps its programs out of the way; elsewhere they are where all programs are. */
const FOLDERS = [...globSync('/usr/lib/postgresql/*/bin').sort().reverse(), '/usr/local/bin', '/usr/bin'];
const programs = FOLDERS.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
export const postgresPrograms: boolean = programs !== undefined;

/** Postgres refuses to run as root: then it runs as somebody with fewer rights. Undefined: as oneself. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((each) => each.startsWith('postgres:')) ?? users.find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const port = await freePort();
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'twinfold-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const run = (program: string, ...given: string[]): void => {
    const { status, stderr, stdout } = spawnSync(join(programs ?? '', program), given, {
      ...{ ...user, cwd: folder, encoding: 'utf8' as const },
      // What it starts goes on running: it must not keep our ends of its pipes.
      stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
    });
    if (status !== 0)
      throw new Error(`${program}: ${stderr ?? ''}${stdout ?? ''}${existsSync(log) ? readFileSync(log) : ''}`);
  };
  run('initdb', '-D', data, '-U', 'twinfold', '--auth=trust', '--no-sync');
  const start = (): void =>
    run('pg_ctl', '-D', data, '-l', log, '-w', '-o', `-p ${port} -h 127.0.0.1 -k ${folder}`, 'start');
  const stop = (): void => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
  start();
  return {
    url: `postgres://twinfold@127.0.0.1:${port}/postgres`,
    ...{ start, stop },
    remove() {
      if (existsSync(join(data, 'postmaster.pid'))) stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
