/** Several servers as processes of this machine, each started anew when it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../config.ts';
import type { Backend } from './front-door.ts';

const START = fileURLToPath(new URL('../cli/start.ts', import.meta.url));
/** What `npm start` says when it serves. */
const READY = /^Twinfold is ready: http:\/\/[^:]+:(\d+)/;
/** Before one that has ended is started anew: longer each time that it ends without having served. */
const RESTART_MS = 500;
const LONGEST_RESTART_MS = 10_000;

export interface Fleet {
  /**
   * Resolves when all serve, or when it is closed before that; then to false. Rejects when one cannot serve, which has said why,
   * and then the others have ended, too.
   */
  start(): Promise<boolean>;
  backends(): readonly Backend[];
  /** Asks all of them to stop; resolves when they have. */
  close(): Promise<void>;
}

interface Ship {
  readonly path: string;
  port: number | null;
  child: ChildProcess | null;
}

/** `say`: one line for the operator. */
export function createFleet(count: number, environment: Environment, say: (line: string) => void): Fleet {
  const ships = Array.from({ length: count }, (_, at): Ship => ({ path: `/${at + 1}`, port: null, child: null }));
  let closing = false;

  /** `ready` rejects when it ends before it serves. */
  const sail = (ship: Ship): { readonly ready: Promise<void>; readonly ended: Promise<void> } => {
    const child = spawn(process.execPath, [START], {
      env: { ...environment, PORT: '0', HOST: '127.0.0.1', PUBLIC_ADDRESS: ship.path },
      stdio: ['ignore', 'pipe', 'inherit'],
      // ^C is for whoever started us: who hears it from two sides would not end in good order.
      detached: true,
    });
    ship.child = child;
    const name = `Process ${ship.path.slice(1)}`;
    const ended = once(child, 'exit').then(([code, signal]) => {
      ship.port = null;
      ship.child = null;
      if (!closing) say(`${name} has ended (${signal ?? `status ${code}`}).`);
    });
    const ready = new Promise<void>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        const port = READY.exec(line)?.[1];
        if (port === undefined) {
          say(line);
          return;
        }
        ship.port = Number(port);
        say(`${name} is ready, as process ${child.pid} of this machine.`);
        resolve();
      });
      ended.then(() => reject(new Error(`${name} did not start.`)), reject);
    });
    return { ready, ended };
  };

  const launch = async (ship: Ship): Promise<void> => {
    const { ready, ended } = sail(ship);
    await ready;
    keep(ship, ended).catch((error: unknown) => say(`${ship.path} is given up: ${String(error)}`));
  };

  const keep = async (ship: Ship, first: Promise<void>): Promise<void> => {
    let ended = first;
    for (let waitMs = RESTART_MS; ; ) {
      await ended;
      await setTimeout(closing ? 0 : waitMs);
      if (closing) return;
      const next = sail(ship);
      ended = next.ended;
      waitMs = await next.ready.then(
        () => RESTART_MS,
        () => Math.min(LONGEST_RESTART_MS, waitMs * 2),
      );
    }
  };

  const close = async (): Promise<void> => {
    closing = true;
    const ended = ships.flatMap(({ child }) => (child === null ? [] : [once(child, 'exit')]));
    for (const { child } of ships) child?.kill('SIGTERM');
    await Promise.all(ended);
  };

  return {
    async start() {
      try {
        // The first makes the tables; what is wrong with the database is said once.
        const [first, ...others] = ships;
        if (first) await launch(first);
        await Promise.all(others.map(launch));
        return true;
      } catch (error) {
        if (closing) return false;
        await close();
        throw error;
      }
    },
    backends: () => ships,
    close,
  };
}
