/**
 * Who opens the doors of rooms, and how often. What is bounded is what a process or a room can bear, and how often one token comes
 * back: never an address, so that a whole school may come in at once.
 */
import type { Refusal } from '../match/engine.ts';
import { DEFAULT_MOST_ROOMS } from '../operation/variables.ts';
import { type Bucket, fill, take } from '../transport/bucket.ts';
import { createTurns } from '../transport/turns.ts';

/** A class in which each opens a room of their own, at once; the next such class waits a little. */
const OPENING = { perSecond: 10, burst: 60, longestWaitMs: 5_000 };
/** The check page opens one for some seconds, and a class opens it together. */
const ECHOING = { perSecond: 20, burst: 100, longestWaitMs: 5_000 };
/** Several classes into one room at once. */
const JOINING = { perSecond: 50, burst: 150, longestWaitMs: 5_000 };
/** Of one room: a class with two tabs each, or a public room that many watch. */
const MOST_CONNECTIONS = 250;
export interface RoomDoors {
  /** One more room opens in this process, when it is its turn. Null when it may: it is counted until it closes. `again`: it goes on. */
  open(room: object, again: boolean): Promise<Refusal | null>;
  close(room: object): void;
  /** The same for a room of the check page, which is not counted. */
  openEcho(): Promise<Refusal | null>;
}

export function createDoors(mostRooms: number = DEFAULT_MOST_ROOMS): RoomDoors {
  const rooms = new Set<object>();
  const opening = createTurns(OPENING);
  const echoing = createTurns(ECHOING);
  return {
    async open(room, again) {
      if (!again && rooms.size >= mostRooms) return NO_ROOM_LEFT;
      rooms.add(room);
      if (again || (await opening.next())) return null;
      rooms.delete(room);
      return BUSY;
    },
    close: (room) => void rooms.delete(room),
    openEcho: async () => ((await echoing.next()) ? null : BUSY),
  };
}

const NO_ROOM_LEFT: Refusal = {
  reason: 'tooManyRooms',
  error: 'This server has as many rooms as it can hold. Join one that is open, or try again in a few minutes.',
};
export const BUSY: Refusal = {
  reason: 'busy',
  error: 'Very many people are opening rooms just now. Wait a few seconds, then try again.',
};

/** The door of one room. */
export interface Entrance {
  /** When it is their turn: null. At once why not, where a room cannot bear more or one token comes too often. `token`: empty for who is new. */
  admit(token: string, connections: number): Promise<Refusal | null>;
}

export function createEntrance(now: () => number = () => performance.now()): Entrance {
  const joining = createTurns(JOINING, now);
  const mayReturn = createReturns(now);
  return {
    async admit(token, connections) {
      const known = token !== '';
      // Whoever has been here is let in beyond what others are.
      if (connections > (known ? 2 : 1) * MOST_CONNECTIONS) return CROWDED;
      if (known && !mayReturn(token)) return TOO_OFTEN;
      return (await joining.next()) ? null : BUSY_ROOM;
    },
  };
}

const CROWDED: Refusal = {
  reason: 'crowded',
  error: 'As many people are in this room as it can bear. Try another one, or come back later.',
};
const BUSY_ROOM: Refusal = {
  reason: 'busyRoom',
  error: 'Very many people are coming into this room just now. Wait a few seconds, then try again.',
};
const TOO_OFTEN: Refusal = {
  reason: 'tooOften',
  error: 'This page came back again and again within a minute. Wait a few seconds, then try again.',
};

/** A page that comes back as it should does not do so half as often. */
const RETURNS = { perSecond: 20 / 60, burst: 20 };
const FORGOTTEN_MS = 60_000;
/** Beyond so many, tokens that have not come for a while are forgotten. */
const MOST_TOKENS = 500;

/** Whether a token may come back now: not more than 20 times a minute. */
function createReturns(now: () => number): (token: string) => boolean {
  const known = new Map<string, Bucket>();
  return (token) => {
    const at = now();
    if (known.size >= MOST_TOKENS) {
      for (const [each, { asOf }] of known) if (at - asOf > FORGOTTEN_MS) known.delete(each);
    }
    const bucket = known.get(token) ?? fill(RETURNS, at);
    known.set(token, bucket);
    return take(bucket, RETURNS, at);
  };
}
