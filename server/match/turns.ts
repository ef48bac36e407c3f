/**
 * Rooms take turns at what keeps the thread busy for 5 to 30 ms each time: births and seasons of 1,200 creatures. However many are
 * due at one moment, between two of them the messages that have come are answered. There is one thread for all rooms of a process,
 * so there is one line.
 */
import { setImmediate } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/** Resolves when it is one's turn; the turn lasts until the next await. */
export function takeTurn(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}
