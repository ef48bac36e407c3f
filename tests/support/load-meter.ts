/** What the load bench notes: how long answers and frames took, what crossed the wire, what went wrong. */
import type { Traffic } from './load-end.ts';
import type { FrameReport } from './load-reports.ts';
import { steadyMs } from './load-reports.ts';

export interface LoadMeter {
  readonly traffic: Traffic;
  /** Milliseconds from sending an intent to its answer. */
  readonly ackMs: number[];
  /** From when a generation's births or season were due to each end's having them. */
  readonly frameMs: number[];
  /** From a birth frame's going out to all of its creatures' being grown, in time lapse. */
  readonly growthMs: number[];
  /** There and back of a mere word. */
  readonly echoMs: number[];
  /** How often each thing went wrong. */
  readonly errors: ReadonlyMap<string, number>;
  wrong(what: string): void;
  /** An end has a frame, now. */
  frameCame(room: string, tick: number): void;
  /** The server has sent it. What the two say of one frame may come in any order. */
  frameTold(report: FrameReport): void;
  /** Forgets all until now. */
  begin(): void;
}

interface Told {
  report?: FrameReport;
  /** Came before the server's own word of it. */
  readonly early: number[];
}

/** Frames about which nothing more can come are forgotten after so many others. */
const KEPT_FRAMES = 1000;

export function createLoadMeter(): LoadMeter {
  const traffic: Traffic = { received: 0, sent: 0 };
  const [ackMs, frameMs, growthMs, echoMs]: [number[], number[], number[], number[]] = [[], [], [], []];
  const errors = new Map<string, number>();
  const frames = new Map<string, Told>();

  const toldOf = (room: string, tick: number): Told => {
    const key = `${room} ${tick}`;
    const known = frames.get(key);
    if (known) return known;
    const fresh: Told = { early: [] };
    frames.set(key, fresh);
    const [oldest] = frames.keys();
    if (frames.size > KEPT_FRAMES && oldest !== undefined) frames.delete(oldest);
    return fresh;
  };

  return {
    ...{ traffic, ackMs, frameMs, growthMs, echoMs, errors },
    wrong: (what) => void errors.set(what, (errors.get(what) ?? 0) + 1),
    frameCame(room, tick) {
      const { report, early } = toldOf(room, tick);
      if (report) frameMs.push(steadyMs() - report.dueAt);
      else early.push(steadyMs());
    },
    frameTold(report) {
      const told = toldOf(report.room, report.tick);
      told.report = report;
      frameMs.push(...told.early.map((at) => at - report.dueAt));
      const births = frames.get(`${report.room} ${report.tick - 1}`)?.report;
      if (births && isLapse(report.tick)) growthMs.push(report.dueAt - births.at);
    },
    begin() {
      for (const values of [ackMs, frameMs, growthMs, echoMs]) values.length = 0;
      traffic.received = 0;
      traffic.sent = 0;
    },
  };
}

/** Odd ticks are seasons; the first of a round's three generations is played out at length. */
const isLapse = (tick: number): boolean => tick % 2 === 1 && ((tick - 1) / 2) % 3 !== 0;

export function percentile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
