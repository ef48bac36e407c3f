/** `npm run cluster`: several processes on this machine behind one address, to try what takes several machines in earnest. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { wholeNumber } from './arguments.ts';
import { closeOnSignals, run } from './signals.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MOST = 16;

const USAGE = `npm run cluster -- [--processes 3]
  Starts so many servers on this machine (1 to ${MOST}) behind one address, which is PORT (2567). They share the Postgres database at
  DATABASE_URL and the Redis at REDIS_URL: a room of one is found through any, and taken up by another when its process
  dies. One that ends is started anew. ^C ends them all; matches go on at the next start.
  For example: DATABASE_URL=postgres://user@127.0.0.1:5432/twinfold REDIS_URL=redis://127.0.0.1:6379 npm run cluster`;

/** The number of processes; null when help was asked for. Throws an Error whose message says what is wrong. */
function readArguments(): number | null {
  const { values } = parseArgs({
    options: { processes: { type: 'string', default: '3' }, help: { type: 'boolean', default: false } },
  });
  return values.help ? null : wholeNumber(values.processes, 'processes', 1, MOST);
}

function readSurroundings(): Config {
  const read = readConfig(process.env);
  const mistakes = 'mistakes' in read ? read.mistakes : missing(read.config);
  if (mistakes.length > 0 || 'mistakes' in read) throw new Error(mistakes.join('\n'));
  return read.config;
}

const missing = ({ databaseUrl, redisUrl, publicAddress }: Config): string[] => [
  ...(databaseUrl === undefined
    ? [
        'DATABASE_URL is missing: the Postgres database that the processes share, such as postgres://user:password@127.0.0.1:5432/twinfold.',
      ]
    : []),
  ...(redisUrl === undefined
    ? [
        'REDIS_URL is missing: the Redis by which the processes find each other’s rooms, such as redis://127.0.0.1:6379.',
      ]
    : []),
  ...(publicAddress === undefined
    ? []
    : ['PUBLIC_ADDRESS is for one process, and npm run cluster gives each its own: leave it out.']),
];

async function main(): Promise<void> {
  const processes = readArguments();
  if (processes === null) {
    console.log(USAGE);
    return;
  }
  const { port, host } = readSurroundings();
  const { ensureClient } = await import('../http/client-build.ts');
  await ensureClient(ROOT, (line) => console.log(line));
  const { createFrontDoor } = await import('../cluster/front-door.ts');
  const { explainListening, ListenError } = await import('../http/listening.ts');
  const { createFleet } = await import('../cluster/fleet.ts');

  const fleet = createFleet(processes, process.env, (line) => console.log(line));
  const door = createFrontDoor(fleet.backends);
  door.listen(port, host);
  try {
    // An address that is in use is told before anything else is started.
    await once(door, 'listening');
  } catch (error) {
    throw error instanceof Error ? new ListenError(explainListening(error, { port, host })) : error;
  }
  const address = door.address();
  const open = typeof address === 'object' && address !== null ? address.port : port;
  closeOnSignals({
    async close() {
      await fleet.close();
      door.close();
      door.closeAllConnections();
    },
  });
  if (await fleet.start()) console.log(`Twinfold is ready: http://localhost:${open}`);
}

run(main);
