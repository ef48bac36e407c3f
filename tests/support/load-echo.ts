/** A word there and back, again and again: what a connection costs here and now, whatever is said on it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ECHO_MESSAGE, ECHO_ROOM } from '../../shared/protocol/echo.ts';
import { type LoadEnd, openLoadEnd } from './load-end.ts';
import type { LoadMeter } from './load-meter.ts';

const EVERY_MS = 100;
/** Such a room lives for a minute only. */
const TURN_MS = 30_000;

/** Until told to stop. */
export async function keepEchoing(origin: string, { echoMs }: LoadMeter, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    let back: () => void = () => {};
    const end: LoadEnd = await openLoadEnd(
      origin,
      { method: 'create', room: ECHO_ROOM, options: {} },
      { message: () => back(), bytes: () => {}, closed: () => back() },
      { received: 0, sent: 0 },
    );
    const turnEnds = performance.now() + TURN_MS;
    while (performance.now() < turnEnds && !until.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      back = resolve;
      const began = performance.now();
      end.send(ECHO_MESSAGE, 'word');
      await promise;
      echoMs.push(performance.now() - began);
      await sleep(EVERY_MS);
    }
    end.leave();
  }
}
