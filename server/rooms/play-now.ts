/** A seat at once for whoever wants to play: in the best public room, or in one that is opened for them. */
import { matchMaker } from '@colyseus/core';
import type { CodeAnswer, RoomListing } from '../../shared/protocol/listings.ts';
import { createSerialWhile } from '../match/serial.ts';
import { BUSY } from './doors.ts';
import { type ListedRoom, listedRooms } from './lists.ts';
import { openRoom } from './opening.ts';
import { planForNow, type RoomPlan } from './options.ts';
import { refuse } from './refuse.ts';
import type { Tickets } from './taking-up.ts';

/** How long a page takes to come in, once it knows where: meanwhile its seat is nobody else's. */
const PROMISED_MS = 5_000;
/** Where several processes share their rooms, one at a time looks for a seat and opens a room. */
const LOCK = 'play-now';
const LOCK_SECONDS = 2;
const LOCK_RETRY_MS = 25;

/** Whoever asks for a seat at once has better things to do by then. */
const LONGEST_WAIT_MS = 5_000;

const TOO_MANY_REQUESTS = 429;
const INTERNAL = 500;

/** `promised`: seats of a room that pages are on their way to. Undefined when no room has a seat worth having. */
export function bestRoom(
  rooms: readonly ListedRoom[],
  language: string,
  promised: (roomId: string) => number,
): RoomListing | undefined {
  const comers = ({ roomId, people }: RoomListing): number => people + promised(roomId);
  const open = rooms.filter(
    // A match that its people have left half-way is nobody's to take up where one of one's own can begin at once; and whoever
    // gathers people in a room of their own and has left is not to be waited for.
    ({ listing, owned }) =>
      listing.freeSeats > promised(listing.roomId) && (comers(listing) > 0 || (!owned && listing.phase === 'lobby')),
  );
  const worth = open.map(({ listing }) => listing).filter(isWorthComing);
  const [best] = worth.sort(
    (a, b) =>
      comers(b) - comers(a) ||
      Number(b.language === language) - Number(a.language === language) ||
      Number(b.phase === 'lobby') - Number(a.phase === 'lobby'),
  );
  return best;
}

/** In the last round there is little left to play. */
const isWorthComing = ({ phase, round, rounds }: RoomListing): boolean =>
  phase === 'lobby' || (phase !== 'over' && round < rounds - 1);

/** Two who ask at once are sent to one room. `language`: two letters, or empty. */
export function createPlayNow(plans: Tickets<RoomPlan>): (language: string) => Promise<CodeAnswer> {
  const serial = createSerialWhile(LONGEST_WAIT_MS);
  const promises = new Map<string, readonly number[]>();

  const promised = (roomId: string): number => promises.get(roomId)?.length ?? 0;
  const forgetOld = (now: number): void => {
    for (const [roomId, times] of promises) {
      const fresh = times.filter((at) => now - at < PROMISED_MS);
      if (fresh.length === 0) promises.delete(roomId);
      else promises.set(roomId, fresh);
    }
  };

  const open = (language: string): Promise<string> => {
    const plan = planForNow(language);
    if ('error' in plan) throw refuse(INTERNAL, plan.reason, plan.error);
    return openRoom(plans, plan);
  };

  return async (language) => {
    const seat = await serial(() =>
      alone(async () => {
        const now = performance.now();
        forgetOld(now);
        const roomId = bestRoom(await listedRooms(), language, promised)?.roomId ?? (await open(language));
        promises.set(roomId, [...(promises.get(roomId) ?? []), now]);
        return { roomId };
      }),
    );
    if (seat === null) throw refuse(TOO_MANY_REQUESTS, BUSY.reason, BUSY.error);
    return seat;
  };
}

/** Runs a task while no other process runs its own; one that died in the middle of it is not waited for longer than it may take. */
async function alone<T>(task: () => Promise<T>): Promise<T> {
  const { presence } = matchMaker;
  const patience = performance.now() + LOCK_SECONDS * 1000;
  while ((await presence.incr(LOCK)) !== 1 && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
  await presence.expire(LOCK, LOCK_SECONDS);
  try {
    return await task();
  } finally {
    await presence.del(LOCK);
  }
}
