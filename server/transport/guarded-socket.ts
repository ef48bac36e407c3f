/**
 * The sockets of pages, with bounds in both directions. A page that does not read is let go, since what it is sent would wait for it
 * in memory without end; one that sends far more than any page does is cut off; and what a message does wrong ends its own
 * connection, never the process.
 */
import { WebSocket } from 'ws';
import { type Bucket, fill, take } from './bucket.ts';
import { makesSense, NONSENSE } from './sense.ts';

/** What may wait to be read by one page: several snapshots of the largest world. */
export const MOST_UNREAD_BYTES = 512 * 1024;
/** No page of ours comes near; what is less, and too much, is refused in a sentence (rooms/allowance.ts). */
const FLOOD = { perSecond: 64 * 1024, burst: 512 * 1024 };
/** What the smallest of messages costs. */
const ENVELOPE_BYTES = 32;
/** “Try again later”: its page comes back by itself, with a snapshot in place of all that it did not read. */
const SLOW_READER = 1013;
/** Colyseus’ own code for what a page must not do. */
const WITH_ERROR = 4002;
/** How long a goodbye may take that perhaps nobody reads. */
const GOODBYE_MS = 5_000;

/** `malformed`: what came is no WebSocket’s, or far too long; the socket has closed itself. */
export type Dropped = 'slowReader' | 'flood' | 'fault' | 'malformed';

/** Of the message that a socket has given out last: the framework passes on only what is in it. */
const sizes = new WeakMap<object, number>();
export const lastMessageBytes = (socket: object): number => sizes.get(socket) ?? 0;

/** `onDropped` is told of each that is let go, once. */
export function guardedSocket(onDropped: (why: Dropped, error?: unknown) => void): typeof WebSocket {
  return class GuardedSocket extends WebSocket {
    readonly #flood: Bucket = fill(FLOOD, performance.now());
    #goodbye: NodeJS.Timeout | undefined;

    override emit(event: string | symbol, ...args: unknown[]): boolean {
      if (event === 'error' && isPeersFault(args[0])) {
        onDropped('malformed');
        return true;
      }
      if (event !== 'message' && event !== 'ping') return super.emit(event, ...args);
      if (this.#goodbye !== undefined) return true;
      const [data] = args;
      const bytes = data instanceof Uint8Array ? data.length : 0;
      if (!take(this.#flood, FLOOD, performance.now(), bytes + ENVELOPE_BYTES)) {
        this.#letGo('flood', WITH_ERROR);
        return true;
      }
      sizes.set(this, bytes);
      try {
        if (event === 'message' && data instanceof Uint8Array && !makesSense(data))
          return super.emit(event, NONSENSE, true);
        return super.emit(event, ...args);
      } catch (error) {
        this.#letGo('fault', WITH_ERROR, error);
        return true;
      }
    }

    override send(...args: unknown[]): void {
      if (this.#reads()) Reflect.apply(super.send, this, args);
    }

    /** Answers to pings wait to be read as everything else does. */
    override pong(...args: unknown[]): void {
      if (this.#reads()) Reflect.apply(super.pong, this, args);
    }

    #reads(): boolean {
      if (this.bufferedAmount > MOST_UNREAD_BYTES) this.#letGo('slowReader', SLOW_READER);
      return this.#goodbye === undefined;
    }

    #letGo(why: Dropped, code: number, error?: unknown): void {
      if (this.#goodbye !== undefined) return;
      this.#goodbye = setTimeout(() => this.terminate(), GOODBYE_MS).unref();
      this.once('close', () => clearTimeout(this.#goodbye));
      onDropped(why, error);
      this.close(code);
    }
  };
}

/** The ways in which bytes can be wrong have codes of their own. */
const isPeersFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('WS_ERR_');
