/** One way into a room: which request is made, and what is said when it fails. */
import { Client, type Room } from 'colyseus.js';
import type { Table } from '../../server/rooms/schema.ts';
import { refusalSchema } from '../../shared/protocol/listings.ts';
import type { JoinOptions } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION, ROOM } from '../../shared/protocol/wire.ts';
import { findRoom, isComingBack } from './api.ts';
import type { LiveOptions } from './live-options.ts';
import type { SeatKeys } from './seat-keys.ts';
import { refusalWords, words } from './words.ts';

export type TableRoom = Room<unknown, Table>;

/** `again`: the same way may work in a moment. */
export type Way = { readonly room: TableRoom } | { readonly trouble: string; readonly again: boolean };

const ENTER_TIMEOUT_MS = 15_000;

const SHUTTING_DOWN = 503;
const GATEWAY_CODES: ReadonlySet<number> = new Set([502, 504]);
/** Colyseus' own answers begin here; below are our room's, whose sentences are for people. */
const COLYSEUS_CODES = 520;
const INVALID_ROOM = 522;
/** Codes from here on are those with which a WebSocket closes. */
const WEBSOCKET_CODES = 1000;

/** Enters a room by `options`; resolves in any case. `origin`: the server's address, such as http://localhost:2567. */
export async function enterRoom(options: LiveOptions, origin: string, seatKeys: SeatKeys): Promise<Way> {
  const client = new Client(origin);
  if (options.kind === 'create') {
    return attempt(origin, () => client.create<Table>(ROOM, { ...options.create, protocol: PROTOCOL_VERSION }));
  }
  let roomId: string;
  if ('roomId' in options) roomId = options.roomId;
  else {
    const found = await findRoom(options.code, origin);
    if (!found.ok) return { trouble: found.error, again: false };
    roomId = found.value.roomId;
  }
  return rejoinRoom(roomId, mannerOf(options), origin, seatKeys);
}

/** Who only watches, and who leads. */
export type Manner = Pick<JoinOptions, 'watch' | 'host'>;

export function mannerOf(options: LiveOptions): Manner {
  if (options.kind === 'create')
    return { watch: options.create.watch ?? false, ...(options.host ? { host: true } : {}) };
  return 'host' in options ? { watch: true, host: true } : { watch: options.watch ?? false };
}

/** Comes (back) into a room by its id, into one's own seat where this browser has its key. */
export function rejoinRoom(roomId: string, manner: Manner, origin: string, seatKeys: SeatKeys): Promise<Way> {
  const token = seatKeys.get(roomId);
  const seat = token === undefined ? {} : { token };
  const client = new Client(origin);
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

async function explain(error: unknown, origin: string, roomId: string): Promise<{ trouble: string; again: boolean }> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const sentence = error instanceof Error ? error.message : '';
  if (code === INVALID_ROOM) {
    const again = roomId !== '' && (await isComingBack(roomId, origin));
    return { trouble: again ? words.shutDown : words.roomGone, again };
  }
  if (code === SHUTTING_DOWN) return { trouble: words.shutDown, again: true };
  if (typeof code !== 'number' || code >= WEBSOCKET_CODES) {
    // No answer, or a connection that broke before it stood. If plain requests pass, it is the live connection that does not.
    return { trouble: (await isReachable(origin)) ? words.noWebSocket : words.unreachable, again: true };
  }
  // Whoever stands before the server says that it is not there.
  if (GATEWAY_CODES.has(code)) return { trouble: words.unreachable, again: true };
  if (code < COLYSEUS_CODES && sentence !== '') return { trouble: refusalIn(sentence), again: false };
  return { trouble: words.refused, again: true };
}

/** Our rooms' refusals come as JSON in the one string that an error has. */
function refusalIn(message: string): string {
  try {
    const { reason, error } = refusalSchema.parse(JSON.parse(message));
    return refusalWords(reason, error);
  } catch {
    // Another's sentence, told as it is.
    return message;
  }
}

async function isReachable(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    // Whatever the reason, the server cannot be asked.
    return false;
  }
}
