/** Sees to it that those who asked for a place in a room also come: neither seats nor messages are kept for ever for who does not. */
import { type Client, ClientState, type Room } from '@colyseus/core';

/** Seats asked for, whose connections have not come yet: a school at the door, and no more. Who asked first is given up first. */
export const MOST_AWAITED = 300;
/** How long a connection may stay without a word after it was let in: until then all that it is told waits in memory. */
const SILENT_MS = 15_000;
const EVERY_MS = 1_000;
/** “Try again later”: a page that was only slow comes back by itself. */
const COME_BACK = 1013;

/** Watches over a room; returns the way to stop. `onDropped` is told of each connection that is let go. */
export function watchAwaited(room: Room, onDropped: () => void): () => void {
  const silentSince = new WeakMap<Client, number>();

  const sweep = (): void => {
    const now = performance.now();
    for (const client of [...room.clients]) {
      if (client.state !== ClientState.JOINING) continue;
      const since = silentSince.get(client) ?? now;
      silentSince.set(client, since);
      if (now - since < SILENT_MS) continue;
      onDropped();
      client.leave(COME_BACK);
    }
    // The framework keeps them by session, in the order in which they were asked for, and lets go of each after a time only.
    const seats: unknown = Reflect.get(room, '_reservedSeats');
    if (typeof seats !== 'object' || seats === null) return;
    for (const session of Object.keys(seats).slice(0, -MOST_AWAITED)) Reflect.deleteProperty(seats, session);
  };

  const timer = setInterval(sweep, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
