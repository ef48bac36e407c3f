/** Where a room is that a page has lost: a question that costs little, and is answered at once, unlike an attempt to come in. */

/** `away`: on its way back, or nobody knows. */
export type Whereabouts = 'here' | 'away' | 'gone' | 'unreachable';

/** A server that dies while it is asked may never answer. */
const TIMEOUT_MS = 3_000;

/** `origin`: the server's address. Never rejects. */
export async function findLostRoom(roomId: string, origin: string): Promise<Whereabouts> {
  const url = `${origin}/api/rooms/${encodeURIComponent(roomId)}`;
  try {
    const response = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return 'here';
    // Only our own server knows that there is no such room; what stands before it may know nothing of rooms.
    return response.status === 404 && reasonIn(await response.json()) === 'noRoom' ? 'gone' : 'away';
  } catch (error) {
    return error instanceof SyntaxError ? 'away' : 'unreachable';
  }
}

const reasonIn = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'reason' in answer ? answer.reason : undefined;
