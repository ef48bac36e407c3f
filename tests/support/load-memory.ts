/** Whether memory grows: the three thirds of a run, compared. */
import type { Look } from './load-reports.ts';

export interface Thirds {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** From the middle of the second third to that of the third, a minute. */
  readonly perMinute: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const least = (values: readonly number[]): number => Math.min(...values);

/** What the process takes of the machine's memory, in MB: the mean of each third. Null when there was too little time. */
export const residentThirds = (looks: readonly Look[]): Thirds | null => thirdsOf(looks, ({ rss }) => rss, mean);

/** What is left of the heap when garbage has been collected, in MB: the least of each third. Null as above. */
export const heapThirds = (looks: readonly Look[]): Thirds | null => thirdsOf(looks, ({ heapUsed }) => heapUsed, least);

function thirdsOf(
  looks: readonly Look[],
  of: (look: Look) => number,
  sumUp: (values: readonly number[]) => number,
): Thirds | null {
  const [begin, end] = [looks[0]?.at, looks.at(-1)?.at];
  if (looks.length < 3 || begin === undefined || end === undefined) return null;
  const bound = (third: number): number => Math.round((third * looks.length) / 3);
  const [first, second, third] = [0, 1, 2].map((at) => sumUp(looks.slice(bound(at), bound(at + 1)).map(of)) / 1e6);
  if (first === undefined || second === undefined || third === undefined) return null;
  return { first, second, third, perMinute: (third - second) / ((end - begin) / 3 / 60_000) };
}
