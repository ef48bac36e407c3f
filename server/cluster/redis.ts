/**
 * Redis, by which several processes find each other's rooms: Colyseus' own driver and presence, made to bear that Redis is gone
 * for a while. What is being played does not need it.
 */
import type { Presence } from '@colyseus/core';
import { matchMaker } from '@colyseus/core';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { refuse } from '../rooms/refuse.ts';
import { type Ask, createListings, type Listings, listeners } from './listings.ts';
import { bearOutages } from './presence.ts';

/** Longer than any answer takes on a network that works. */
const PATIENCE_MS = 2_000;
/** Short, since rooms are not listed until Redis is found again. */
const RETRY_MS = 500;
const UNAVAILABLE = 503;

export interface Directory {
  readonly driver: Listings;
  readonly presence: Presence;
  /** Throws a refusal for pages while Redis cannot be reached. */
  check(): void;
  /** From now on others can tell by Redis whether this process is connected. */
  appear(owner: string): Promise<void>;
  /** Which of these are not; none while Redis cannot tell. */
  ended(owners: readonly string[]): Promise<ReadonlySet<string>>;
  close(): void;
}

/** Where a Redis is, without the name and the password that may be in its address. */
export function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Resolves when Redis has answered; rejects with a sentence. */
export async function openDirectory(url: string, log: Logger): Promise<Directory> {
  const client = new Redis(url, {
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    // Nobody is to wait for a Redis that is not there: whoever asks is told so at once.
    maxRetriesPerRequest: 0,
    retryStrategy: () => RETRY_MS,
  });
  await answered(client, url);
  const check = (): void => {
    if (client.status !== 'ready') throw unavailable();
  };
  const ask: Ask = async (question) => {
    check();
    try {
      return await question();
    } catch {
      // Gone just now, or there and silent.
      throw unavailable();
    }
  };
  const driver = createListings(client, ask);
  // Who hears needs a connection of its own, which the presence makes from ours.
  const connections = [client];
  const { duplicate } = client;
  client.duplicate = (changes) => {
    const hearing = duplicate.call(client, changes);
    connections.push(hearing);
    return hearing;
  };
  const presence = new RedisPresence(client);
  // The framework's listeners would write a line for every try to reach a Redis that is gone.
  for (const each of connections) each.removeAllListeners('error').on('error', () => {});
  const close = (): void => {
    for (const each of connections) each.disconnect();
  };
  tellOutages(client, log, async () => {
    await driver.restore();
    await matchMaker.stats.persist(true);
  });
  bearOutages(presence, ask, close);
  return {
    driver,
    presence,
    check,
    async appear(owner) {
      await presence.subscribe(channelOf(owner), () => {});
    },
    async ended(owners) {
      try {
        const heard = await listeners(client, owners.map(channelOf));
        return new Set(owners.filter((_, at) => heard[at] === 0));
      } catch {
        // Their silence will tell.
        return new Set();
      }
    },
    close,
  };
}

/** Redis ends a subscription with its connection, and that with its process. */
const channelOf = (owner: string): string => `twinfold:${owner}`;

const unavailable = (): Error =>
  refuse(
    UNAVAILABLE,
    'noDirectory',
    'Rooms cannot be found or opened just now. What is being played goes on. Try again in a minute.',
  );

async function answered(client: Redis, url: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      client.once('ready', resolve);
      client.once('error', reject);
    });
  } catch (error) {
    client.disconnect();
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Redis cannot be reached at ${placeOf(url)}: ${why}. Start it, mend REDIS_URL, or leave REDIS_URL out to run as one process.`,
    );
  }
}

/** One line when it goes and one when it is back. */
function tellOutages(client: Redis, log: Logger, restore: () => Promise<void>): void {
  let gone = false;
  client.on('close', () => {
    if (gone || client.status === 'end') return;
    gone = true;
    log.warn('Redis is gone: rooms that are played go on, none can be found or opened until it is back');
  });
  client.on('ready', () => {
    if (!gone) return;
    gone = false;
    restore().then(
      () => log.warn('Redis is back, and the rooms of this process are listed again'),
      (error: unknown) => log.error({ reason: String(error) }, 'rooms could not be listed again'),
    );
  });
}
