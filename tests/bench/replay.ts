/**
 * `npm run bench -- replay`: a recorded match of 40 habitats, 8 rounds of 3 generations, 1,200 creatures: how large it is, how soon any
 * moment of it can be shown, how much quicker than life it can be proved, and what a "what if" costs.
 */
import { availableParallelism } from 'node:os';
import { createGrowthPool } from '../../server/growth/pool.ts';
import { phaseLengthMs } from '../../server/match/phases.ts';
import { branchOff } from '../../shared/replay/branch.ts';
import { playMatch } from '../../shared/replay/play-match.ts';
import { decodeRecording, encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline, type Timeline } from '../../shared/replay/timeline.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { allowedOf } from '../../shared/sim/world/commands.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { GrowAll } from '../../shared/sim/world/step.ts';
import type { Settings, World } from '../../shared/sim/world/world.ts';
import { openTheatreSeeks } from '../support/theatre-seeks/seeks.ts';
import { type Bench, type BenchRow, median, percentile, row } from './harness.ts';

const SEED = 8;
const SEEKS = 300;
/** How often the theatre is opened for seeks to what it has never shown. */
const OPENINGS = 5;
const BARS = { bytes: 200_000, seekMs: 150, verifyTimes: 80, branchMs: 1_000 };

const [founder] = FOUNDERS;

const settings: Settings = {
  ...DEFAULT_SETTINGS,
  founder: founder?.key ?? '',
  ...{ habitats: 40, rounds: 8, generationsPerRound: 3, population: 30, mapSeed: 11 },
};

export const bench: Bench = async () => {
  const pool = createGrowthPool(availableParallelism());
  const growAll: GrowAll = (world) => pool.growAll(world);
  try {
    const recording = await play(growAll);
    const bytes = encodeRecording(recording);
    const timeline = openTimeline(decodeRecording(bytes));
    const [near, far, bare]: [number[], number[], number[]] = [[], [], []];
    for (let number = 0; number < SEEKS; number++) {
      // Every generation is asked for, in no order: births and seasons alike.
      const tick = 1 + ((number * 37) % (timeline.frames.length - 1));
      const habitat = number % settings.habitats;
      bare.push(await timed(async () => void timeline.worldAt(tick)));
      near.push(await timed(() => growAll(onlyOf(timeline.worldAt(tick), habitat))));
      far.push(await timed(() => growAll(timeline.worldAt(tick))));
    }
    const inTheatre = await seekInTheatre(timeline);
    const proving = await timed(async () => {
      const verdict = await verifyRecording(recording, growAll);
      if (!verdict.accepted) throw new Error(verdict.sentence);
    });
    const branching: number[] = [];
    for (let from = 0; from < 24; from += 3) {
      const plan = {
        from,
        anew: { parts: ['development'] as const, secret: secretFromSeed(from) },
        cards: [],
        generations: 1,
      };
      branching.push(await timed(() => branchOff(recording, plan, growAll)));
    }
    const played = playedMs();
    return [
      row({
        name: 'a whole match as a file',
        value: bytes.length,
        unit: 'bytes',
        bar: { of: 'value', most: BARS.bytes },
      }),
      row({
        name: `seek, p99 of ${SEEKS}, the bodies of the habitat in view grown (baseline: the world alone)`,
        ...{ value: percentile(near), unit: 'ms', baseline: percentile(bare) },
        bar: { of: 'value', most: BARS.seekMs },
      }),
      row({
        name: 'seek, p99, all 1,200 bodies grown by the server’s pool (part: the median)',
        ...{ value: percentile(far), unit: 'ms', baseline: percentile(bare), parts: { 'median, ms': median(far) } },
      }),
      ...inTheatre,
      row({
        name: 'verified, every embryo regrown: times quicker than it was played',
        ...{ value: played / proving, unit: '×', bar: { of: 'value', least: BARS.verifyTimes } },
        parts: { 'played, s': played / 1000, 'verified, s': proving / 1000 },
      }),
      row({
        name: 'branch of one generation, the slowest of 8',
        ...{ value: Math.max(...branching), unit: 'ms', bar: { of: 'value', most: BARS.branchMs } },
      }),
    ];
  } finally {
    await pool.close();
  }
};

/**
 * The whole map as the theatre's own page has it, with its two workers: every body grown and painted. First to generations of which
 * no body has been grown yet; then to any, after the page has grown the match in the background.
 */
async function seekInTheatre(timeline: Timeline): Promise<BenchRow[]> {
  const first: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    const page = openTheatreSeeks(timeline);
    // As opening the page does: the workers start.
    await page.seek(0);
    for (const generation of shuffled(timeline.generations)) {
      if (generation > 0) first.push(await page.seek(generation));
    }
    await page.close();
  }
  const page = openTheatreSeeks(timeline);
  try {
    await page.seek(0);
    const aheadMs = await page.growAhead();
    const any: number[] = [];
    while (any.length < SEEKS)
      for (const generation of shuffled(timeline.generations)) any.push(await page.seek(generation));
    return [
      row({
        name: `seek in the theatre, p99 of ${any.length}, all 1,200 bodies of the whole map grown and painted`,
        ...{ value: percentile(any), unit: 'ms', bar: { of: 'value', most: BARS.seekMs } },
        parts: { 'median, ms': median(any), 'whole match grown in the background, s': aheadMs / 1000 },
      }),
      row({
        name: `the same before the background has come there, p99 of ${first.length}: each body grown for the first time`,
        ...{ value: percentile(first), unit: 'ms', parts: { 'median, ms': median(first) } },
      }),
    ];
  } finally {
    await page.close();
  }
}

/** Every generation once, in no order. */
const shuffled = (generations: number): number[] =>
  Array.from({ length: generations }, (_, at) => (3 + at * 7) % generations);

async function play(growAll: GrowAll): Promise<Recording> {
  if (founder === undefined) throw new Error('There is no founder species.');
  const { recording } = await playMatch({
    settings,
    founderGenome: founder.genome,
    secret: secretFromSeed(SEED),
    kernel: CURRENT_KERNEL,
    growAll,
    commandsFor: (world) =>
      allowedOf(
        world,
        world.habitats.flatMap(({ id }) => botCommands(botPolicyFor(id, SEED), world, id, SEED)),
      ),
  });
  return recording;
}

/** The world with the creatures of one habitat alone: those that a page grows first. */
const onlyOf = (world: World, habitat: number): World => ({
  ...world,
  creatures: world.creatures.filter((creature) => creature.habitat === habitat),
});

/** How long the match lasts as people play it, by the clocks of a match with timers, everybody taking all of their time. */
function playedMs(): number {
  const length = (phase: Parameters<typeof phaseLengthMs>[0]): number => phaseLengthMs(phase, true, 1);
  const round =
    length('predict') +
    length('choose') +
    length('grow') +
    length('season') +
    length('reveal') +
    (settings.generationsPerRound - 1) * length('lapse');
  return settings.rounds * round + length('grow') + length('season');
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await what();
  return performance.now() - began;
}
