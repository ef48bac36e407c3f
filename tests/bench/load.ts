/**
 * `npm run bench -- load [--rooms 50] [--players 40] [--minutes 3] [--together]`: one server process with all its defaults, full
 * of public rooms at life's pace; this process is all of its people. They come into the lobby within ten seconds, answer what
 * they are asked, lay two or three cards, say when ready, help now and then, watch, look about when the match is over, leave, and
 * begin another. A room has one habitat a player, each with the usual population: of 40, 1,200 creatures.
 *
 * Rooms open one after another over the length of a round, as people who do not know each other open them; with --together all
 * at once, so that whatever rooms do, they do in the same second. What is measured begins when all are full and lasts --minutes.
 *
 * - Acknowledgement: from sending an intent to having its answer, here. A word there and back (echo) is its baseline.
 * - Frame: from when births or a season were due on the server to when an end of the line has the frame, counted at each of them.
 *   Due: when the phase before has passed or all were ready, late timers, waiting and growing included; for a season in time
 *   lapse, which is told as soon as its creatures have grown, when they had. How long they took to grow is a row of its own.
 * - Bytes are payload. Memory is flat when the last third of the time takes no more than the second did, but for a little: the first
 *   still warms up. Of the process, that is what the system counts, on average; of the heap, the least that collecting garbage
 *   leaves. Only a run of longer than a match (20 minutes) says much about it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepEchoing } from '../support/load-echo.ts';
import { heapThirds, residentThirds, type Thirds } from '../support/load-memory.ts';
import { createLoadMeter, type LoadMeter, percentile } from '../support/load-meter.ts';
import { type CpuSeconds, type LoadServer, startLoadServer } from '../support/load-process.ts';
import type { Look } from '../support/load-reports.ts';
import { playOn } from '../support/load-room.ts';
import { type Bench, type BenchOptions, type BenchRow, type Chosen, row } from './harness.ts';

export const options: BenchOptions = {
  rooms: { type: 'string', default: '50' },
  players: { type: 'string', default: '40' },
  minutes: { type: 'string', default: '3' },
  together: { type: 'boolean', default: false },
};

/** Over which rooms open: what predicting, choosing, a generation at length, two in time lapse and the reveal take. */
const ROUND_MS = 147_000;
const BARS = { ackMs: 100, frameMs: 100, growthOfMemory: 1.1, growthOfHeap: 1.05 };
const SHORTEST_FOR_MEMORY = 10;
/** Words there and back before anybody is there. */
const QUIET_MS = 3000;

export const bench: Bench = async (chosen) => {
  const [rooms, players, minutes] = [number(chosen, 'rooms'), number(chosen, 'players'), number(chosen, 'minutes')];
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-load-'));
  const meter = createLoadMeter();
  const server = await startLoadServer(folder, {
    frame: (report) => meter.frameTold(report),
    log: (line) => meter.wrong(`log: ${line.trim()}`),
  });
  const end = new AbortController();
  try {
    const echoing = keepEchoing(server.url, meter, end.signal);
    await sleep(QUIET_MS);
    const quietEchoMs = percentile(meter.echoMs, 0.5);
    const playing = await fill(
      server.url,
      meter,
      { rooms, players, spreadMs: chosen.together ? 0 : ROUND_MS },
      end.signal,
    );
    const measured = await measure(server, meter, minutes);
    end.abort();
    await Promise.all([echoing, ...playing]);
    return [...rowsOf(meter, measured, rooms * players, quietEchoMs), ...memoryRows(server.looks, minutes)];
  } finally {
    end.abort();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

function number(chosen: Chosen, name: string): number {
  const value = Number(chosen[name]);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} should be a number above 0, not “${chosen[name]}”.`);
}

/** Opens one room after another; resolves when all are full, to what ends when they have stopped playing. */
async function fill(
  origin: string,
  meter: LoadMeter,
  { rooms, players, spreadMs }: { rooms: number; players: number; spreadMs: number },
  until: AbortSignal,
): Promise<Promise<void>[]> {
  const full: Promise<void>[] = [];
  const playing = Array.from({ length: rooms }, async (_, at) => {
    const here = Promise.withResolvers<void>();
    full.push(here.promise);
    await sleep((at / rooms) * spreadMs);
    await playOn({ origin, players, meter, until }, here.resolve);
  });
  await Promise.all(full);
  return playing;
}

interface Measured {
  readonly seconds: number;
  readonly cpu: CpuSeconds | null;
  readonly driverCpu: number;
}

async function measure(server: LoadServer, meter: LoadMeter, minutes: number): Promise<Measured> {
  meter.begin();
  server.begin();
  const [began, before, usage] = [performance.now(), server.cpu(), process.cpuUsage()];
  await sleep(minutes * 60_000);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(usage);
  const after = server.cpu();
  const share = (kind: keyof CpuSeconds): number => ((after?.[kind] ?? 0) - (before?.[kind] ?? 0)) / seconds;
  return {
    seconds,
    cpu: before &&
      after && { main: share('main'), growth: share('growth'), database: share('database'), rest: share('rest') },
    driverCpu: (user + system) / 1e6 / seconds,
  };
}

function rowsOf(
  meter: LoadMeter,
  { seconds, cpu, driverCpu }: Measured,
  players: number,
  quietEchoMs: number,
): BenchRow[] {
  const { ackMs, frameMs, growthMs, echoMs, errors, traffic } = meter;
  const [load = 0] = loadavg();
  for (const [what, times] of errors) process.stderr.write(`${times} × ${what}\n`);
  const times = (name: string, values: readonly number[], most?: number): BenchRow[] => [
    row({ name: `${name}, median`, value: percentile(values, 0.5), unit: 'ms', baseline: percentile(echoMs, 0.5) }),
    row({
      ...{ name: `${name}, p99 of ${values.length}`, value: percentile(values, 0.99), unit: 'ms' },
      baseline: percentile(echoMs, 0.99),
      ...(most === undefined ? {} : { bar: { of: 'value', most } }),
    }),
  ];
  return [
    row({ name: 'errors and refusals', value: sum([...errors.values()]), unit: '', bar: { of: 'value', most: 0 } }),
    row({
      name: 'echo under load, median (baseline: before it)',
      value: percentile(echoMs, 0.5),
      unit: 'ms',
      baseline: quietEchoMs,
    }),
    ...times('acknowledgement', ackMs, BARS.ackMs),
    ...times('generation due to frame', frameMs, BARS.frameMs),
    row({ name: 'growth of a generation in time lapse, median', value: percentile(growthMs, 0.5), unit: 'ms' }),
    row({
      name: `growth of a generation in time lapse, p99 of ${growthMs.length}`,
      value: percentile(growthMs, 0.99),
      unit: 'ms',
    }),
    row({ name: 'intents', value: ackMs.length / seconds, unit: '/s' }),
    row({ name: 'to a client', value: traffic.received / players / seconds, unit: 'bytes/s' }),
    row({ name: 'from a client', value: traffic.sent / players / seconds, unit: 'bytes/s' }),
    ...(cpu === null
      ? []
      : [
          row({
            name: 'processor, server',
            value: cpu.main + cpu.growth + cpu.database + cpu.rest,
            unit: 'cores',
            parts: { ...cpu },
          }),
        ]),
    row({ name: 'processor, driver', value: driverCpu, unit: 'cores' }),
    row({ name: 'load of the machine, over a minute', value: load, unit: 'processes' }),
  ];
}

function memoryRows(looks: readonly Look[], minutes: number): BenchRow[] {
  const memory = (name: string, thirds: Thirds | null, most: number): BenchRow[] => {
    if (thirds === null) return [];
    const { second, third, ...rest } = thirds;
    const measured = { name: `${name}, last third (baseline: the second)`, value: third, unit: 'MB', baseline: second };
    return [
      row({
        ...{ ...measured, parts: { first: rest.first, 'a minute': rest.perMinute } },
        ...(minutes >= SHORTEST_FOR_MEMORY ? { bar: { of: 'ratio', most } } : {}),
      }),
    ];
  };
  const last = looks.at(-1);
  return [
    ...memory('memory of the process', residentThirds(looks), BARS.growthOfMemory),
    ...memory('heap, collected', heapThirds(looks), BARS.growthOfHeap),
    ...(last === undefined
      ? []
      : [row({ name: 'event loop late, p99', value: last.lagMs, unit: 'ms', parts: { worst: last.worstLagMs } })]),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
