/** Whether live connections pass between this page and its server, and how long a word takes there and back. */
import { ECHO_MESSAGE, ECHO_ROOM } from '../../shared/protocol/echo.ts';
import { createClient } from './client.ts';

const WORDS = 8;
const PATIENCE_MS = 8_000;

/** Milliseconds there and back, in the median; null when the connection does not come about or does not answer. */
export async function measureEcho(origin: string = location.origin): Promise<number | null> {
  try {
    return await within(PATIENCE_MS, talk(origin));
  } catch {
    // Whatever stopped it: no live connection passes here.
    return null;
  }
}

async function talk(origin: string): Promise<number> {
  const room = await createClient(origin).create(ECHO_ROOM);
  room.reconnection.enabled = false;
  room.onError(() => {});
  try {
    let heard: (text: string) => void = () => {};
    room.onMessage<string>(ECHO_MESSAGE, (text) => heard(text));
    const took: number[] = [];
    for (let word = 0; word < WORDS; word++) {
      const began = performance.now();
      const answered = new Promise<string>((resolve) => {
        heard = resolve;
      });
      room.send(ECHO_MESSAGE, `word ${word}`);
      if ((await answered) !== `word ${word}`) throw new Error('The echo came back changed.');
      took.push(performance.now() - began);
    }
    return took.sort((a, b) => a - b)[WORDS / 2] ?? 0;
  } finally {
    room.leave().catch(() => {});
  }
}

function within<T>(ms: number, task: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), ms);
  });
  return Promise.race([task, late]).finally(() => clearTimeout(timer));
}
