/**
 * The list of rooms that all processes share, in Redis as Colyseus' driver keeps it, with three things besides: a process writes
 * over nobody else's entry, rooms of a process that has died are not there, and what could not be written while Redis was gone is
 * written when it is back.
 */
import { type IRoomCache, type MatchMakerDriver, matchMaker } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import type { Redis } from 'ioredis';

/** Where Colyseus' driver keeps the entries: room ids, and JSON. */
const KEY = 'roomcaches';
/** Where it counts rooms and connections, by process. */
const COUNTS = 'roomcount';

/** A room that another process has taken up is no more ours to describe. */
const PUT = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known and cjson.decode(known).processId ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;
const REMOVE = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known and cjson.decode(known).processId == ARGV[2] then return redis.call('HDEL', KEYS[1], ARGV[1]) end
return 0`;

/** How many listen to each of these channels. */
export async function listeners(client: Redis, channels: readonly string[]): Promise<number[]> {
  const counts = await client.pubsub('NUMSUB', ...channels);
  // Each channel is followed by its number.
  return channels.map((_, at) => Number(counts[2 * at + 1]));
}

export interface Listings extends MatchMakerDriver {
  /** The room is this process's now, whoever had it: what is listed of it is removed, and its next entry holds. */
  claim(roomId: string): Promise<void>;
  /** Removes what processes have left that have died. */
  sweep(): Promise<void>;
  /** Writes all of this process's entries again. */
  restore(): Promise<void>;
}

/** Rejects with a refusal for pages when Redis does not answer. */
export type Ask = <Answer>(question: () => Promise<Answer>) => Promise<Answer>;

/** `ask`: by which everything is read that somebody waits for. */
export function createListings(client: Redis, ask: Ask): Listings {
  let driver = new RedisDriver(client);
  /** The rooms of this process, as the framework describes them. */
  const own = new Map<string, IRoomCache>();
  /** Closed while nobody could be told. */
  const closed = new Set<string>();
  const claimed = new Set<string>();

  const read: Ask = (question) =>
    ask(async () => {
      try {
        return await question();
      } catch (error) {
        // It shares one request among all who ask at the same moment, and for ever gives out one that has failed.
        driver = new RedisDriver(client);
        throw error;
      }
    });

  const put = async (room: IRoomCache): Promise<boolean> => {
    if (!room.roomId) return false;
    own.set(room.roomId, room);
    try {
      const written = Number(await client.eval(PUT, 1, KEY, room.roomId, room.processId, JSON.stringify(room))) > 0;
      if (!written) own.delete(room.roomId);
      return written;
    } catch {
      // Redis is gone: `restore` writes it.
      return false;
    }
  };
  const remove = async (roomId: string): Promise<boolean> => {
    own.delete(roomId);
    closed.add(roomId);
    try {
      const removed = await client.eval(REMOVE, 1, KEY, roomId, matchMaker.processId);
      closed.delete(roomId);
      return Number(removed) > 0;
    } catch {
      // Redis is gone: `restore` removes it.
      return false;
    }
  };

  /** Which of these processes are no more. Redis knows at once when the connection of one has ended. */
  const endedOf = async (processIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const others = [...new Set(processIds)].filter((id) => id !== matchMaker.processId);
    if (others.length === 0) return new Set();
    const channels = others.map((id) => `p:${id}`);
    const heard = await listeners(client, channels);
    return new Set(others.filter((_, at) => heard[at] === 0));
  };

  const living = async (rooms: readonly IRoomCache[]): Promise<IRoomCache[]> => {
    const ended = await endedOf(rooms.map(({ processId }) => processId));
    return rooms.filter(({ processId }) => !ended.has(processId));
  };

  return {
    has: (roomId) => own.has(roomId) || driver.has(roomId),

    query: (conditions, sortOptions) => read(async () => living(await driver.query(conditions, sortOptions))),

    async findOne(conditions, sortOptions) {
      const { roomId } = conditions;
      const mine = roomId === undefined ? undefined : own.get(roomId);
      // Who comes back to a room of this very process needs no Redis.
      if (mine !== undefined) return mine;
      const [alive] = await read(async () => {
        const found: (IRoomCache | undefined)[] =
          roomId === undefined ? await driver.query(conditions, sortOptions) : [await driver.findOne({ roomId })];
        return living(found.filter((room) => room !== undefined));
      });
      // Colyseus' types do not say that there may be none.
      return alive as IRoomCache;
    },

    async findByIds(roomIds) {
      return read(async () => {
        const found = await living([...(await driver.findByIds(roomIds)).values()]);
        return new Map(found.map((room) => [room.roomId, room]));
      });
    },

    update(room, { $set = {}, $inc = {} }) {
      Object.assign(room, $set);
      if ($inc.clients !== undefined) room.clients += $inc.clients;
      return put(room);
    },

    persist: put,

    async insert(room) {
      own.set(room.roomId, room);
      const text = JSON.stringify(room);
      try {
        if (claimed.delete(room.roomId)) await client.hset(KEY, room.roomId, text);
        else if ((await client.hsetnx(KEY, room.roomId, text)) === 0) {
          own.delete(room.roomId);
          return false;
        }
      } catch {
        // Redis is gone: `restore` lists it.
      }
      return true;
    },

    remove,

    async cleanup(processId) {
      if (processId !== matchMaker.processId) return;
      await Promise.all([...own.keys()].map(remove));
    },

    async claim(roomId) {
      claimed.add(roomId);
      closed.delete(roomId);
      try {
        await client.hdel(KEY, roomId);
      } catch {
        // Redis is gone: the next entry replaces it.
      }
    },

    async sweep() {
      try {
        const all = await read(() => driver.query({}));
        const alive = new Set((await living(all)).map(({ roomId }) => roomId));
        const dead = all.map(({ roomId }) => roomId).filter((roomId) => !alive.has(roomId));
        if (dead.length > 0) await client.hdel(KEY, ...dead);
        const ended = await endedOf(await client.hkeys(COUNTS));
        if (ended.size > 0) await client.hdel(COUNTS, ...ended);
      } catch {
        // Redis is gone: whoever starts next sweeps. Nobody sees what is left.
      }
    },

    async restore() {
      for (const roomId of closed) await remove(roomId);
      for (const room of own.values()) await put(room);
    },

    async clear() {
      await driver.clear();
    },

    // The connection is the presence's, too, which ends it.
    shutdown() {},
  };
}
