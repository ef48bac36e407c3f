/**
 * Several servers behind one address, each a process, with a Redis and a Postgres database of their own. What is missing on this
 * machine is told by the names of the tests that it keeps from being run.
 */
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { LiveSource } from '../../client/net/live-source.ts';
import { createFrontDoor } from '../../server/cluster/front-door.ts';
import { openPostgresRepository } from '../../server/persistence/postgres.ts';
import type { StoredMatch } from '../../server/persistence/repository.ts';
import { createPostgres, postgresIsHere } from './databases.ts';
import { postgresPrograms, startOwnPostgres } from './own-postgres.ts';
import { createProcesses, type ServerProcess } from './processes.ts';
import { redisIsHere, startRedis, type TestRedis } from './redis.ts';
import { until } from './server.ts';

export const clusterIsHere: boolean = redisIsHere && (postgresIsHere || postgresPrograms);

/** Why these tests cannot be run here; empty where they can. */
export const clusterMissing: string = [
  ...(redisIsHere ? [] : ['there is no redis-server on this machine']),
  ...(postgresIsHere || postgresPrograms
    ? []
    : ['there is no Postgres on this machine, and none can be reached at TEST_DATABASE_URL']),
].join(', and ');

/** For the name of what is skipped without them. */
export const CLUSTER = clusterIsHere ? 'three processes' : `three processes: NOT TESTED, since ${clusterMissing}`;

/** One of the processes, and those that came in its place. */
export interface Member {
  /** Such as /2. */
  readonly path: string;
  readonly process: ServerProcess;
  /** Starts another in its place. */
  restart(): Promise<void>;
}

export interface TestCluster {
  /** The one address. */
  readonly url: string;
  readonly members: readonly Member[];
  readonly redis: TestRedis;
  readonly databaseUrl: string;
  /** Who has the room, by the list that they share; undefined while it changes hands. */
  memberOf(roomId: string): Promise<Member | undefined>;
  /** Whose its match is, by the database. */
  ownerOf(roomId: string): Promise<string | undefined>;
  /** How many matches these processes have taken up since they started. */
  takenUp(members?: readonly Member[]): Promise<number>;
  /** From the database, when all that was told of it is there. */
  stored(matchId: string): Promise<StoredMatch>;
  close(): Promise<void>;
}

const entrySchema = z.object({ publicAddress: z.string() });

/** A database of its own: on the Postgres that runs here, or else on one that is started for it. */
async function createDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  if (postgresIsHere) return createPostgres();
  const own = await startOwnPostgres();
  return { url: own.url, drop: async () => own.remove() };
}

/** `databaseUrl`: of a database that whoever asks takes care of. */
export async function startCluster(count = 3, databaseUrl?: string): Promise<TestCluster> {
  const [redis, database] = await Promise.all([
    startRedis(),
    databaseUrl === undefined ? createDatabase() : { url: databaseUrl, drop: async () => {} },
  ]);
  const processes = createProcesses();
  const start = (path: string): Promise<ServerProcess> =>
    processes.serve('', 0, {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      PUBLIC_ADDRESS: path,
    });
  const members = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const path = `/${at + 1}`;
      let running = await start(path);
      return {
        path,
        get process() {
          return running;
        },
        async restart() {
          running = await start(path);
        },
      };
    }),
  );
  const door = createFrontDoor(() =>
    members.map(({ path, process }) => ({ path, port: process.isGone() ? null : process.port })),
  );
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const repository = await openPostgresRepository(database.url);
  const client = new Redis(redis.url, { retryStrategy: () => 100 });
  client.on('error', () => {});
  return {
    url: `http://127.0.0.1:${port}`,
    members,
    redis,
    databaseUrl: database.url,
    async memberOf(roomId) {
      const entry = await client.hget('roomcaches', roomId);
      if (entry === null) return undefined;
      const { publicAddress } = entrySchema.parse(JSON.parse(entry));
      return members.find(({ path }) => publicAddress.endsWith(path));
    },
    ownerOf: async (roomId) => (await repository.findLiveRoom(roomId))?.owner,
    async takenUp(asked = members) {
      const counts = await Promise.all(asked.map(({ process }) => figure(process.url, 'matches_taken_up_total')));
      return counts.reduce((sum, each) => sum + each, 0);
    },
    async stored(matchId) {
      const match = await repository.readMatch(matchId);
      if (match === null) throw new Error('The match is not there.');
      return match;
    },
    async close() {
      client.disconnect();
      processes.killAll();
      door.closeAllConnections();
      door.close();
      await repository.close();
      await redis.kill();
      await database.drop();
    },
  };
}

/** One of the figures that a process counts. */
async function figure(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^twinfold_${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Resolves when every page is back in its room: to the milliseconds that each took from now. */
export function timesOfReturn(pages: readonly LiveSource[]): Promise<number[]> {
  const began = performance.now();
  return Promise.all(
    pages.map(async ({ link }) => {
      await until(() => link.value !== 'open');
      await until(() => link.value === 'open');
      return Math.round(performance.now() - began);
    }),
  );
}
