/** One way into a room: which request is made, and what is said when it fails. */
import { Client, type Room } from 'colyseus.js';
import type { Table } from '../../server/rooms/schema.ts';
import { refusalSchema } from '../../shared/protocol/listings.ts';
import { PROTOCOL_VERSION, ROOM } from '../../shared/protocol/messages.ts';
import { findRoom } from './api.ts';
import type { LiveOptions } from './live-options.ts';
import type { SeatKeys } from './seat-keys.ts';
import { refusalWords, words } from './words.ts';

export type TableRoom = Room<unknown, Table>;

/** `again`: the same way may work in a moment. */
export type Way = { readonly room: TableRoom } | { readonly trouble: string; readonly again: boolean };

const SHUTTING_DOWN = 503;
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
  return rejoinRoom(roomId, options.watch ?? false, origin, seatKeys);
}

/** Comes (back) into a room by its id, into one's own seat where this browser has its key. */
export function rejoinRoom(roomId: string, watch: boolean, origin: string, seatKeys: SeatKeys): Promise<Way> {
  const token = seatKeys.get(roomId);
  const seat = token === undefined ? {} : { token };
  const client = new Client(origin);
  return attempt(origin, () => client.joinById<Table>(roomId, { protocol: PROTOCOL_VERSION, watch, ...seat }));
}

async function attempt(origin: string, enter: () => Promise<TableRoom>): Promise<Way> {
  try {
    return { room: await enter() };
  } catch (error) {
    return explain(error, origin);
  }
}

async function explain(error: unknown, origin: string): Promise<{ trouble: string; again: boolean }> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const sentence = error instanceof Error ? error.message : '';
  if (code === INVALID_ROOM) return { trouble: words.roomGone, again: false };
  if (code === SHUTTING_DOWN) return { trouble: words.shutDown, again: true };
  if (typeof code !== 'number' || code >= WEBSOCKET_CODES) {
    // No answer, or a connection that broke before it stood. If plain requests pass, it is the live connection that does not.
    return { trouble: (await isReachable(origin)) ? words.noWebSocket : words.unreachable, again: true };
  }
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
