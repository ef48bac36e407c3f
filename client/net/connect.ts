/** One way into a room: which request is made, and what is said when it fails. */
import type { Room } from 'colyseus.js';
import type { Table } from '../../server/rooms/schema.ts';
import type { JoinOptions } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { findRoom } from './api.ts';
import { createClient } from './client.ts';
import type { LiveOptions } from './live-options.ts';
import { away, explain, type NoWay } from './no-way.ts';
import { createPatience } from './patience.ts';
import type { SeatKeys } from './seat-keys.ts';
import { findLostRoom } from './whereabouts.ts';
import { words } from './words.ts';

export type TableRoom = Room<unknown, Table>;

export type Way = { readonly room: TableRoom } | NoWay;

const ENTER_TIMEOUT_MS = 15_000;
/** As long as a first try to come in waits for a room that is being taken up. */
const COMING_BACK_MS = 20_000;

/**
 * Enters a room by `options`; resolves in any case. Who comes while the room is on its way to another process waits for it a little.
 * `origin`: the server's address, such as http://localhost:2567.
 */
export async function enterRoom(options: LiveOptions, origin: string, seatKeys: SeatKeys): Promise<Way> {
  const patience = createPatience(COMING_BACK_MS);
  for (;;) {
    const way = await enterNow(options, origin, seatKeys);
    const waitMs = 'comingBack' in way && way.comingBack ? patience.nextMs() : null;
    if (waitMs === null) return way;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

async function enterNow(options: LiveOptions, origin: string, seatKeys: SeatKeys): Promise<Way> {
  const client = createClient(origin);
  if (options.kind === 'create') {
    return attempt(origin, () => client.create<Table>(ROOM, { ...options.create, protocol: PROTOCOL_VERSION }));
  }
  let roomId: string;
  if ('roomId' in options) roomId = options.roomId;
  else {
    const found = await findRoom(options.code, origin);
    if (!found.ok) return { trouble: found.error, again: false, comingBack: found.reason === 'comingBack' };
    roomId = found.value.roomId;
  }
  const ready = 'ready' in options && options.ready ? { ready: true } : {};
  return joinRoom(roomId, { ...mannerOf(options), ...ready }, origin, seatKeys);
}

/** Who only watches, and who leads; `ready` is said once, and not by who comes back. */
export type Manner = Pick<JoinOptions, 'watch' | 'host' | 'ready'>;

export function mannerOf(options: LiveOptions): Manner {
  if (options.kind === 'create')
    return { watch: options.create.watch ?? false, ...(options.host ? { host: true } : {}) };
  return 'host' in options ? { watch: true, host: true } : { watch: options.watch ?? false };
}

/**
 * Comes back into a room that may be on its way to another process: it is asked for first, since an attempt to come in is answered
 * only after seconds where the process has died.
 */
export async function rejoinRoom(roomId: string, manner: Manner, origin: string, seatKeys: SeatKeys): Promise<Way> {
  switch (await findLostRoom(roomId, origin)) {
    case 'here':
      return joinRoom(roomId, manner, origin, seatKeys);
    case 'gone':
      return { trouble: words.roomGone, again: false };
    case 'away':
      return away();
    case 'unreachable':
      return { trouble: words.unreachable, again: true };
  }
}

/** Comes into a room by its id, into one's own seat where this browser has its key. */
function joinRoom(roomId: string, manner: Manner, origin: string, seatKeys: SeatKeys): Promise<Way> {
  const token = seatKeys.get(roomId);
  const seat = token === undefined ? {} : { token };
  const client = createClient(origin);
  return attempt(
    origin,
    () => client.joinById<Table>(roomId, { protocol: PROTOCOL_VERSION, ...manner, ...seat }),
    roomId,
  );
}

/** Leaves a room without looking back: what becomes of the goodbye, on a line that may be dead, does not matter. */
export function part(room: TableRoom, forGood = true): void {
  room.reconnection.enabled = false;
  room.leave(forGood).catch(() => {});
}

/** `roomId`: of the room that is entered, if it should be there already. */
async function attempt(origin: string, enter: () => Promise<TableRoom>, roomId = ''): Promise<Way> {
  const entering = enter();
  try {
    return { room: await withinTime(entering) };
  } catch (error) {
    // Who gets in after all, too late, is not there any more.
    entering.then((room) => part(room, false)).catch(() => {});
    return explain(error, origin, roomId);
  }
}

/** On a line that swallows everything nothing ever fails: who waits must say when it was long enough. */
async function withinTime(entering: Promise<TableRoom>): Promise<TableRoom> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ENTER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([entering, late]);
  } finally {
    clearTimeout(timer);
  }
}
