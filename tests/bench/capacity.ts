/**
 * `npm run bench -- capacity [--players 40] [--pace 8]`: what a process without rooms and what one whole match cost, on the embedded
 * database and, where Redis and Postgres are installed, as one process of several: for server/operation/CAPACITY.md.
 *
 * What is counted is counted a match, from creating its room to its end, and read where it arises: from the server's own /metrics,
 * from a Redis and a Postgres that nobody else uses. So neither the pace nor what else the machine does changes it; only processor
 * time is a little higher on a busy machine. Bytes are payload.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openPostgresRepository } from '../../server/persistence/postgres.ts';
import type { NewMatch } from '../../server/persistence/repository.ts';
import { DATABASE_FILE } from '../../server/persistence/sqlite.ts';
import { lobbyState } from '../support/class-state.ts';
import { askPostgres } from '../support/databases.ts';
import { createLoadMeter } from '../support/load-meter.ts';
import { playOn } from '../support/load-room.ts';
import { postgresPrograms, startOwnPostgres } from '../support/own-postgres.ts';
import { createProcesses, type ServerProcess } from '../support/processes.ts';
import { redisIsHere, startRedis } from '../support/redis.ts';
import { type Bench, type BenchOptions, type BenchRow, type Chosen, row } from './harness.ts';

export const options: BenchOptions = {
  players: { type: 'string', default: '40' },
  pace: { type: 'string', default: '8' },
};

/** As many processes and matches as write at once where it is asked how much Postgres bears. */
const WRITERS = { processes: 3, matches: 40 };
const RATE_SECONDS = 5;
/** Public rooms in the list that all processes share. */
const LISTED = [100, 1_000, 2_500];
const LISTINGS = 20;
/** Where Colyseus' driver for Redis keeps the list. */
const LIST_KEY = 'roomcaches';
/** Of a card that is laid. */
const COMMAND_BYTES = 56;
/** A process that has just started still compiles. */
const SETTLING_MS = 3_000;
const IDLE_SECONDS = 20;
const LOOK_MS = 250;
/** Postgres tells what was done a second late. */
const STATISTICS_MS = 2_000;

interface Costs {
  readonly name: string;
  readonly unit: string;
  /** Whether it is worth telling of a process without rooms. */
  readonly idles?: boolean;
  /** Counted since the beginning. */
  read(): Promise<number>;
}

export const bench: Bench = async (chosen) => {
  const [players, pace] = [number(chosen, 'players'), number(chosen, 'pace')];
  const processes = createProcesses();
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-capacity-'));
  try {
    const alone = await processes.serve(folder);
    const rows = await measure('alone', alone, { players, pace }, ownCosts(alone));
    // Only a database that was closed has everything in its file.
    await alone.stop();
    const { size } = await stat(join(folder, DATABASE_FILE));
    const shared = redisIsHere && postgresPrograms ? await amongSeveral(processes, { players, pace }) : [];
    const [load = 0] = loadavg();
    return [
      ...rows,
      row({ name: 'alone, after that match: database file', value: size, unit: 'bytes' }),
      ...shared,
      row({ name: 'load of the machine, over a minute', value: load, unit: 'processes' }),
    ];
  } finally {
    processes.killAll();
    await rm(folder, { recursive: true, force: true });
  }
};

interface Plan {
  readonly players: number;
  readonly pace: number;
}

async function amongSeveral(processes: ReturnType<typeof createProcesses>, plan: Plan): Promise<BenchRow[]> {
  const [redis, postgres] = await Promise.all([startRedis(), startOwnPostgres()]);
  const client = new Redis(redis.url);
  try {
    const server = await processes.serve('', 0, { DATABASE_URL: postgres.url, REDIS_URL: redis.url });
    const rows = await measure('of several', server, plan, [
      ...ownCosts(server),
      ...redisCosts(client),
      ...postgresCosts(postgres.url),
    ]);
    const lists = await measureList(server, client);
    await server.stop();
    return [...rows, ...lists, ...(await measureRates(postgres.url, client))];
  } finally {
    client.disconnect();
    await redis.kill();
    postgres.remove();
  }
}

async function measure(kind: string, server: ServerProcess, plan: Plan, costs: readonly Costs[]): Promise<BenchRow[]> {
  await sleep(SETTLING_MS);
  const readAll = async (): Promise<number[]> => {
    await sleep(STATISTICS_MS);
    return Promise.all(costs.map(({ read }) => read()));
  };
  const first = await readAll();
  const memory = await figure(server, 'process_resident_memory_bytes');
  await sleep(IDLE_SECONDS * 1000 - STATISTICS_MS);
  const second = await readAll();
  const { clientBytes, minutes } = await playOneMatch(server, plan);
  const third = await readAll();
  const difference = (from: readonly number[], to: readonly number[], at: number): number =>
    (to[at] ?? 0) - (from[at] ?? 0);
  const idle = `${kind}, without rooms`;
  const match = `${kind}, a match of ${plan.players}`;
  return [
    row({ name: `${idle}: memory`, value: memory / 1e6, unit: 'MB' }),
    ...costs.flatMap(({ name, unit, idles = false }, at) =>
      idles
        ? [row({ name: `${idle}: ${name}`, value: difference(first, second, at) / IDLE_SECONDS, unit: `${unit}/s` })]
        : [],
    ),
    row({ name: `${match}: to a client`, value: clientBytes, unit: 'bytes' }),
    ...costs.map(({ name, unit }, at) => {
      // What the process would have done anyway in this time is not the match's.
      const besides = (difference(first, second, at) / IDLE_SECONDS) * minutes * 60;
      return row({ name: `${match}: ${name}`, value: difference(second, third, at) - besides, unit });
    }),
  ];
}

/** What one look at the list of rooms costs, by how many rooms there are: copies of one that is open. */
async function measureList(server: ServerProcess, client: Redis): Promise<BenchRow[]> {
  const meter = createLoadMeter();
  const end = new AbortController();
  const open = Promise.withResolvers<void>();
  const playing = playOn({ origin: server.url, players: 2, meter, until: end.signal }, open.resolve);
  await open.promise;
  // The match before is over, and listed no more.
  const entry = (await client.hvals(LIST_KEY)).find((each) => each.includes('"phase"')) ?? '{}';
  const rows: BenchRow[] = [];
  for (const count of LISTED) {
    const copies = Array.from({ length: count - 1 }, (_, at) => {
      const roomId = `copy${String(at).padStart(5, '0')}`;
      return [roomId, JSON.stringify({ ...JSON.parse(entry), roomId })] as const;
    });
    await client.hset(LIST_KEY, Object.fromEntries(copies));
    const before = await figure(server, 'process_cpu_seconds_total');
    let bytes = 0;
    for (let turn = 0; turn < LISTINGS; turn++) {
      bytes = (await (await fetch(`${server.url}/api/rooms`)).arrayBuffer()).byteLength;
    }
    const seconds = (await figure(server, 'process_cpu_seconds_total')) - before;
    rows.push(
      row({ name: `a look at the list of ${count} rooms: processor`, value: (1000 * seconds) / LISTINGS, unit: 'ms' }),
      row({ name: `a look at the list of ${count} rooms: answer`, value: bytes, unit: 'bytes' }),
    );
  }
  end.abort();
  await playing;
  return rows;
}

/** What the two take on this machine at most: commands that are on disk, and words that Redis has heard. */
async function measureRates(url: string, client: Redis): Promise<BenchRow[]> {
  const repositories = await Promise.all(Array.from({ length: WRITERS.processes }, () => openPostgresRepository(url)));
  const until = (end: number, task: (turn: number) => Promise<unknown>): Promise<number> => {
    const turns = async (turn: number): Promise<number> =>
      performance.now() < end ? task(turn).then(() => turns(turn + 1)) : turn;
    return turns(0);
  };
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const matches = repositories.flatMap((repository, process) =>
    Array.from({ length: WRITERS.matches }, (_, at) => ({ repository, id: `rate-${process}-${at}` })),
  );
  for (const { repository, id } of matches) await repository.createMatch(someMatch(id), lobbyState(id));
  const end = performance.now() + RATE_SECONDS * 1000;
  const written = await Promise.all(
    matches.map(({ repository, id }) =>
      until(end, (seq) => repository.addCommands(id, [{ seq, tick: 0, bytes: new Uint8Array(COMMAND_BYTES) }])),
    ),
  );
  for (const repository of repositories) await repository.close();
  const redisEnd = performance.now() + RATE_SECONDS * 1000;
  const heard = await Promise.all(
    Array.from({ length: WRITERS.matches }, (_, at) =>
      until(redisEnd, (turn) => client.hset('rate', String(at), String(turn))),
    ),
  );
  return [
    row({ name: 'commands that Postgres takes here, on disk', value: sum(written) / RATE_SECONDS, unit: '/s' }),
    row({ name: 'commands that Redis takes here, by one connection', value: sum(heard) / RATE_SECONDS, unit: '/s' }),
  ];
}

const someMatch = (id: string): NewMatch => ({
  ...{ id, createdAt: Date.now(), mode: 'public', code: '', founder: 'embershield', habitats: 1, rounds: 1 },
  ...{ header: new Uint8Array(), kernel: '', secret: new Uint8Array() },
});

/** Resolves when it is over, while its people are still there. */
async function playOneMatch(server: ServerProcess, { players, pace }: Plan) {
  const meter = createLoadMeter();
  const end = new AbortController();
  const began = performance.now();
  const playing = playOn({ origin: server.url, players, meter, speed: pace, until: end.signal }, () => {});
  while ((await figure(server, 'twinfold_rooms{mode="public",phase="over"}')) === 0) await sleep(LOOK_MS);
  const minutes = (performance.now() - began) / 60_000;
  const clientBytes = meter.traffic.received / players;
  end.abort();
  await playing;
  for (const [what, times] of meter.errors) process.stderr.write(`${times} × ${what}\n`);
  return { clientBytes, minutes };
}

const ownCosts = (server: ServerProcess): Costs[] => [
  { name: 'processor', unit: 's', idles: true, read: () => figure(server, 'process_cpu_seconds_total') },
  { name: 'embryos', unit: '', read: () => figure(server, 'twinfold_embryos_grown_total') },
  { name: 'frames', unit: '', read: () => figure(server, 'twinfold_frame_bytes_count') },
  { name: 'bytes of frames', unit: 'bytes', read: () => figure(server, 'twinfold_frame_bytes_sum') },
  { name: 'writes', unit: '', read: () => figure(server, 'twinfold_write_seconds_count') },
  { name: 'intents', unit: '', read: () => figure(server, 'twinfold_acknowledgement_seconds_count') },
];

const redisCosts = (client: Redis): Costs[] => {
  const told = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(await client.info())?.[1] ?? Number.NaN);
  return [
    { name: 'Redis commands', unit: '', idles: true, read: () => told('total_commands_processed') },
    { name: 'to Redis', unit: 'bytes', read: () => told('total_net_input_bytes') },
  ];
};

const postgresCosts = (url: string): Costs[] => {
  const told = (of: string) => async (): Promise<number> => {
    const [answer] = await askPostgres(
      `select ${of} as told from pg_stat_database where datname = current_database()`,
      url,
    );
    return Number(answer?.told);
  };
  return [
    { name: 'Postgres transactions', unit: '', idles: true, read: told('xact_commit') },
    { name: 'Postgres rows written', unit: '', read: told('tup_inserted + tup_updated + tup_deleted') },
    { name: 'Postgres log (WAL)', unit: 'bytes', read: told(`pg_current_wal_lsn() - '0/0'::pg_lsn`) },
    { name: 'Postgres on disk', unit: 'bytes', read: told('pg_database_size(current_database())') },
  ];
};

/** A series of the server's metrics; 0 where nothing was counted. */
async function figure(server: ServerProcess, series: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

function number(chosen: Chosen, name: string): number {
  const value = Number(chosen[name]);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} should be a number above 0, not “${chosen[name]}”.`);
}
