/** Finds connections that are dead and have not said so: each is asked for a sign of life from time to time, at moments of its own. */

/** What a WebSocket of the server can. */
export interface Line {
  on(event: 'pong', heard: () => void): unknown;
  ping(): void;
  terminate(): void;
}

interface Pulse {
  askAt: number;
  unanswered: number;
}

/**
 * To be called with all lines, some times in each `everyMs`. A line is asked once in that time, and ended when it has left
 * `mostUnanswered` questions open. `now`: milliseconds of any steady clock; `random`: from 0 to below 1.
 */
export function createHeartbeat(
  { everyMs, mostUnanswered }: { readonly everyMs: number; readonly mostUnanswered: number },
  now: () => number = () => performance.now(),
  random: () => number = Math.random,
): (lines: Iterable<Line>) => void {
  const pulses = new WeakMap<Line, Pulse>();

  const pulseOf = (line: Line, at: number): Pulse => {
    const known = pulses.get(line);
    if (known) return known;
    const pulse: Pulse = { askAt: at + random() * everyMs, unanswered: 0 };
    line.on('pong', () => {
      pulse.unanswered = 0;
    });
    pulses.set(line, pulse);
    return pulse;
  };

  return (lines) => {
    const at = now();
    for (const line of lines) {
      const pulse = pulseOf(line, at);
      if (at < pulse.askAt) continue;
      pulse.askAt = at + everyMs;
      if (pulse.unanswered >= mostUnanswered) {
        line.terminate();
        continue;
      }
      pulse.unanswered++;
      line.ping();
    }
  };
}
