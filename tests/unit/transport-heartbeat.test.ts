import { expect, test } from 'vitest';
import { createHeartbeat, type Line } from '../../server/transport/heartbeat.ts';

interface Tested extends Line {
  asked: number[];
  ended: number[];
}

function lay(count: number, answers: boolean) {
  let at = 0;
  let seed = 0;
  const beat = createHeartbeat(
    { everyMs: 3000, mostUnanswered: 2 },
    () => at,
    () => (seed++ % count) / count,
  );
  const lines = Array.from({ length: count }, (): Tested => {
    const heard: (() => void)[] = [];
    const asked: number[] = [];
    const ended: number[] = [];
    return {
      ...{ asked, ended },
      on: (_, hear) => heard.push(hear),
      ping() {
        asked.push(at);
        if (answers) for (const hear of heard) hear();
      },
      terminate: () => ended.push(at),
    };
  });
  const pass = (ms: number): void => {
    for (const end = at + ms; at < end; at += 100) beat(lines.filter(({ ended }) => ended.length === 0));
  };
  return { lines, pass };
}

test('each line is asked once in its time, and never all at once', () => {
  const { lines, pass } = lay(60, true);
  pass(30_000);
  const times = lines.flatMap(({ asked }) => asked);
  for (const { asked, ended } of lines) {
    expect(ended).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(9);
    expect(asked.slice(1).map((time, at) => time - (asked[at] ?? 0))).toEqual(asked.slice(1).map(() => 3000));
  }
  for (const time of times) expect(times.filter((other) => other === time).length).toBeLessThanOrEqual(2);
});

test('a line that answers no more is ended after two questions', () => {
  const { lines, pass } = lay(3, false);
  pass(12_000);
  for (const { asked, ended } of lines) {
    expect(asked).toHaveLength(2);
    expect(ended).toEqual([(asked[1] ?? 0) + 3000]);
  }
});
