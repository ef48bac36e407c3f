/** Keeps the keys of seats in this browser, so that a reload or another tab finds its seat in a room again. */

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

const STORE = 'twinfold.seats';
/** Rooms end within hours; only the latest are worth keeping. */
const KEPT = 20;

type Entry = readonly [roomId: string, token: string];

const isEntry = (value: unknown): value is Entry =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/** In local storage; where the browser forbids that, only until the page is closed. */
export function browserSeatKeys(): SeatKeys {
  let memory: Entry[] = [];
  const read = (): Entry[] => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isEntry) : [];
    } catch {
      // Storage is forbidden or holds something else: what this page remembers is all there is.
      return memory;
    }
  };
  return {
    get: (roomId) => read().find(([id]) => id === roomId)?.[1],
    put(roomId, token) {
      const entry: Entry = [roomId, token];
      memory = [entry, ...read().filter(([id]) => id !== roomId)].slice(0, KEPT);
      try {
        localStorage.setItem(STORE, JSON.stringify(memory));
      } catch {
        // Forbidden or full: the seat is kept for as long as the page is open.
      }
    },
  };
}
