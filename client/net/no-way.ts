/** What is said when there is no way into a room, and whether it is worth another try. */
import { refusalSchema } from '../../shared/protocol/listings.ts';
import { findLostRoom } from './whereabouts.ts';
import { refusalWords, words } from './words.ts';

export interface NoWay {
  readonly trouble: string;
  /** A key for what the room itself refused. */
  readonly reason?: string;
  /** Whether the same way may work in a moment. */
  readonly again: boolean;
  /** Whether that is because another process is taking the room up: a matter of seconds. */
  readonly comingBack?: boolean;
}

const SHUTTING_DOWN = 503;
/** Too many at once: who comes back does so a little later. */
const TOO_MANY = 429;
const GATEWAY_CODES: ReadonlySet<number> = new Set([502, 504]);
/** Colyseus' own answers begin here; below are our room's, whose sentences are for people. */
const COLYSEUS_CODES = 520;
const INVALID_ROOM = 522;
/** Codes from here on are those with which a WebSocket closes. */
const WEBSOCKET_CODES = 1000;

/** On its way to another process, as far as anybody knows. */
export const away = (): NoWay => ({ trouble: words.shutDown, again: true, comingBack: true });

/** `roomId`: of the room that was to be entered, if it should be there already; else empty. */
export async function explain(error: unknown, origin: string, roomId: string): Promise<NoWay> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const sentence = error instanceof Error ? error.message : '';
  if (code === INVALID_ROOM) {
    const isGone = roomId === '' || (await findLostRoom(roomId, origin)) === 'gone';
    return isGone ? { trouble: words.roomGone, again: false } : away();
  }
  // The server says why; what stands before it, or is just stopping, does not.
  if (code === SHUTTING_DOWN) return { ...refusalIn(sentence, words.shutDown), again: true };
  if (typeof code !== 'number' || code >= WEBSOCKET_CODES) {
    // No answer, or a connection that broke before it stood. If plain requests pass, it is the live connection that does not.
    return { trouble: (await isReachable(origin)) ? words.noWebSocket : words.unreachable, again: true };
  }
  // Whoever stands before the server says that it is not there.
  if (GATEWAY_CODES.has(code)) return { trouble: words.unreachable, again: true };
  if (code < COLYSEUS_CODES && sentence !== '') return { ...refusalIn(sentence), again: code === TOO_MANY };
  return { trouble: words.refused, again: true };
}

/** Our rooms' refusals come as JSON in the one string that an error has. Another's sentence is told as it is, or `otherwise`. */
function refusalIn(message: string, otherwise = message): Pick<NoWay, 'trouble' | 'reason'> {
  try {
    const { reason, error } = refusalSchema.parse(JSON.parse(message));
    return { trouble: refusalWords(reason, error), reason };
  } catch {
    return { trouble: otherwise };
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
