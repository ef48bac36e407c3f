/** Colyseus' presence, made to bear that Redis is gone: the framework waits for few of these calls, and catches the failures of fewer. */
import type { RedisPresence } from '@colyseus/redis-presence';
import type { Ask } from './listings.ts';

/**
 * What tells others something fails in silence: they ask again, and subscriptions stand again when Redis does. What asks for
 * something still rejects, and by `ask` in words for pages where pages wait for it. `shutdown`: ends the connections, also those
 * that do not stand.
 */
export function bearOutages(presence: RedisPresence, ask: Ask, shutdown: () => void): void {
  const { subscribe, unsubscribe, publish, hset, hdel, srem, incr, expire, del } = presence;
  const bear = async <Result>(told: Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await told;
    } catch {
      return otherwise;
    }
  };
  presence.subscribe = (topic, callback) => bear(subscribe.call(presence, topic, callback), presence);
  presence.unsubscribe = (topic, callback) => bear(unsubscribe.call(presence, topic, callback), presence);
  presence.publish = (topic, data) => bear(publish.call(presence, topic, data), undefined);
  presence.hset = (key, field, value) => bear(hset.call(presence, key, field, value), false);
  presence.hdel = (key, field) => bear(hdel.call(presence, key, field), false);
  presence.srem = (key, value) => bear(srem.call(presence, key, value), 0);
  // A lock is asked for, and given back as well as that can be done.
  presence.incr = (key) => ask(() => incr.call(presence, key));
  presence.expire = (key, seconds) => bear(expire.call(presence, key, seconds), false);
  presence.del = (key) => bear(del.call(presence, key), 0);
  presence.shutdown = shutdown;
}
