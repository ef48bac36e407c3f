/** What this browser keeps of each room, for itself: the latest rooms only, since rooms end within hours. */

export interface KeptByRoom<T> {
  get(roomId: string): T | undefined;
  put(roomId: string, value: T): void;
  drop(roomId: string): void;
  /** The latest first. */
  rooms(): readonly string[];
}

/**
 * In local storage; where the browser forbids that, only until the page is closed. `read`: what is kept, as far as it makes sense;
 * undefined where it makes none.
 */
export function keptByRoom<T>(store: string, most: number, read: (kept: unknown) => T | undefined): KeptByRoom<T> {
  let memory: (readonly [roomId: string, value: T])[] = [];
  const entries = (): typeof memory => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(store) ?? '[]');
      return Array.isArray(kept) ? kept.flatMap(entryIn) : [];
    } catch {
      // Storage is forbidden or holds something else: what this page remembers is all there is.
      return memory;
    }
  };
  const entryIn = (entry: unknown): typeof memory => {
    const [roomId, kept]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const value = read(kept);
    return typeof roomId === 'string' && value !== undefined ? [[roomId, value]] : [];
  };
  const keep = (kept: typeof memory): void => {
    memory = kept.slice(0, most);
    try {
      localStorage.setItem(store, JSON.stringify(memory));
    } catch {
      // Forbidden or full: it is kept for as long as the page is open.
    }
  };
  const others = (roomId: string): typeof memory => entries().filter(([id]) => id !== roomId);
  return {
    get: (roomId) => entries().find(([id]) => id === roomId)?.[1],
    put: (roomId, value) => keep([[roomId, value] as const, ...others(roomId)]),
    drop: (roomId) => keep(others(roomId)),
    rooms: () => entries().map(([id]) => id),
  };
}
