/** Keeps the keys of seats in this browser, so that a reload or another tab finds its seat in a room again. */
import { keptByRoom } from './kept-by-room.ts';

export interface SeatKeys {
  get(roomId: string): string | undefined;
  put(roomId: string, token: string): void;
}

/**
 * A console's keys: kept apart from those of seats, so that a teacher can also sit down as a pupil in the same browser. `key`: one
 * brought from another machine.
 */
export const consoleKeys = (keys: SeatKeys, key?: string): SeatKeys => ({
  get: (roomId) => key ?? keys.get(`host:${roomId}`),
  put: (roomId, token) => keys.put(`host:${roomId}`, token),
});

/** The same people have the same places in the room of another match: its keys are those of the room before. */
export function carryKeys(keys: SeatKeys, from: string, to: string): void {
  for (const whose of ['', 'host:']) {
    const token = keys.get(`${whose}${from}`);
    if (token !== undefined) keys.put(`${whose}${to}`, token);
  }
}

/** Rooms end within hours; only the latest are worth keeping. */
const KEPT = 20;

export const browserSeatKeys = (): SeatKeys =>
  keptByRoom('twinfold.seats', KEPT, (kept) => (typeof kept === 'string' ? kept : undefined));
