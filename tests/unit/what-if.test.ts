import { describe, expect, test } from 'vitest';
import { startBranch } from '../../client/session/branch-source.ts';
import { causesIn, divergenceIn, placesOf } from '../../client/session/divergence.ts';
import { survivalFates, type Tape, traitFates } from '../../client/session/tapes.ts';
import { startTapes } from '../../client/session/tapes-source.ts';
import type { Play } from '../../client/worker/branch-desk.ts';
import type { Outcome } from '../../client/worker/branch-jobs.ts';
import { outcomeOf, placesIn, playBranch, playTape, whatHappened } from '../../client/worker/branching.ts';
import { type BranchPlan, branchOff } from '../../shared/replay/branch.ts';
import { encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import { sameBytes } from '../../shared/sim/hash.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { conditionsFor, growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { playTiny, tinyGrow, tinyGrowAll, tinySettings } from '../support/tiny-match.ts';

const match = playTiny(5, { settings: tinySettings({ rounds: 3, migration: 100 }) });
const EXAM = 6;

/** Plays as the worker does, in the tests' own thread. */
const playHere =
  (parent: Recording): Play =>
  (request, tell) => {
    let ended = false;
    const say: typeof tell = (reply) => {
      if (!ended) tell(reply);
    };
    const run = async (): Promise<void> => {
      await Promise.resolve();
      if (request.kind === 'branch') {
        const branch = await playBranch(parent, request.plan, tinyGrow, (branched) =>
          say({ kind: 'generation', branched }),
        );
        say({ kind: 'branched', recording: encodeRecording(branch) });
        return;
      }
      say({ kind: 'start', ...whatHappened(parent, request.from, tinyGrow) });
      for (const secret of request.secrets) {
        const outcome = await playTape(parent, request.from, secret, tinyGrow, () => say({ kind: 'step' }));
        say({ kind: 'tape', secret, outcome });
      }
    };
    run().catch((error: unknown) => say({ kind: 'failed', error: error instanceof Error ? error.message : '' }));
    return () => {
      ended = true;
    };
  };

async function branched(plan: BranchPlan) {
  const { recording } = await match;
  const timeline = openTimeline(recording);
  const source = startBranch({ timeline, bytes: encodeRecording(recording), plan, play: playHere(recording) });
  await settled(source.state);
  return { source, timeline, recording, state: source.state.value };
}

const settled = (state: { value: { standing: string }; subscribe: (tell: () => void) => () => void }): Promise<void> =>
  new Promise((resolve) => {
    const stop = state.subscribe(() => {
      if (state.value.standing === 'running') return;
      // Signals tell at once, before there is anything to stop.
      queueMicrotask(() => stop());
      resolve();
    });
  });

const anew = (part: 'development' | 'heredity' | 'encounters', from = 2): BranchPlan => ({
  from,
  anew: { parts: [part], secret: secretFromSeed(99) },
  cards: [],
});

describe('a branch held against what happened', () => {
  test('is the very same history where nothing was changed', async () => {
    const { state, source } = await branched({ from: 1, anew: null, cards: [] });
    expect(state.standing).toBe('done');
    expect(state.generations.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5, EXAM]);
    expect(source.expected).toBe(6);
    for (const each of state.generations) {
      const { places, sameGenomes, otherFates, apart, traits, most, was, is } = divergenceIn(each, null);
      expect(places).toBeGreaterThan(20);
      expect([sameGenomes, otherFates, apart, traits, most]).toEqual([places, 0, 0, 0, null]);
      expect(was).toEqual(is);
    }
  });

  test('has one genome and another body in each place of the first generation, when development is drawn anew', async () => {
    const { state, timeline } = await branched(anew('development'));
    const [first] = state.generations;
    if (!first) throw new Error('Nothing was played.');
    for (const habitat of [0, 1, 2]) {
      const places = placesOf(first, habitat);
      expect(places.length).toBe(12);
      expect(places.every(({ twins }) => twins)).toBe(true);
    }
    const born = timeline.worldAt(5);
    const [place] = placesOf(first, 1);
    const [was, is] = [born.creatures[place?.was?.index ?? -1], first.is.born.creatures[place?.is?.index ?? -1]];
    if (!was || !is) throw new Error('The place is empty.');
    expect(sameBytes(was.genome, is.genome)).toBe(true);
    const bodies = [was, is].map((each) => tinyGrow(each.genome, each.noiseSeed, conditionsFor(born, each)));
    expect(place?.apart).toBe(divergence(bodies[0] ?? new Uint8Array(), bodies[1] ?? new Uint8Array()));
    expect(divergenceIn(first, null).apart).toBeGreaterThan(0);
  });

  test('has the same bodies and other fates in the first generation, when encounters are drawn anew', async () => {
    const [first] = (await branched(anew('encounters'))).state.generations;
    if (!first) throw new Error('Nothing was played.');
    const { places, sameGenomes, otherFates, apart, traits } = divergenceIn(first, null);
    expect([sameGenomes, apart, traits]).toEqual([places, 0, 0]);
    expect(otherFates).toBeGreaterThan(0);
  });

  test('tells who lived and what the others died of, as the branch and the recording have it', async () => {
    const { state, timeline } = await branched(anew('heredity'));
    for (const each of state.generations) {
      const after = timeline.worldAt(2 * each.generation + 2);
      const living = after.creatures.filter(({ habitat, cause }) => habitat === 2 && cause === 0).length;
      const { was, is } = divergenceIn(each, 2);
      expect(was?.survived).toBe(living);
      const dead = causesIn(each.is, 2).reduce((sum, [, count]) => sum + count, 0);
      expect(dead).toBe(is.born - is.survived);
    }
  });

  test('measures means apart in standard deviations of both populations together', async () => {
    const { state } = await branched(anew('heredity'));
    const last = state.generations.at(-1);
    if (!last?.was) throw new Error('Nothing was played.');
    const column = TRAITS.indexOf('size');
    const values = (side: typeof last.is): number[] =>
      side.born.creatures.flatMap(({ habitat }, index) =>
        habitat === 0 ? [side.traits[index * TRAITS.length + column] ?? 0] : [],
      );
    const mean = (of: number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    const variance = (of: number[]): number => mean(of.map((value) => (value - mean(of)) ** 2));
    const [was, is] = [values(last.was), values(last.is)];
    const gap = (mean(is) - mean(was)) / Math.sqrt((variance(was) + variance(is)) / 2);
    const { most, traits } = divergenceIn(last, 0);
    expect(Math.abs(most?.gap ?? 0)).toBeGreaterThanOrEqual(Math.abs(gap) - 1e-9);
    expect(traits).toBeGreaterThan(0);
    if (most?.trait === 'size') expect(most.gap).toBeCloseTo(gap, 9);
  });

  test('comes with its own file, which is the branch that Node plays', async () => {
    const plan: BranchPlan = {
      from: 2,
      anew: null,
      cards: [{ round: 1, habitat: 1, cards: [{ card: 'frost', level: 3 }] }],
    };
    const { state, recording } = await branched(plan);
    expect(state.file).toEqual(encodeRecording(await branchOff(recording, plan, tinyGrowAll)));
  });

  test('that is stopped keeps what was played, and says why it failed where it did', async () => {
    const { recording } = await match;
    const options = { timeline: openTimeline(recording), bytes: encodeRecording(recording), play: playHere(recording) };
    const stopped = startBranch({ ...options, plan: anew('heredity') });
    stopped.stop();
    expect(stopped.state.value).toMatchObject({ standing: 'stopped', file: null });
    const failing = startBranch({ ...options, plan: { from: 99, anew: null, cards: [] } });
    await settled(failing.state);
    expect(failing.state.value).toMatchObject({ standing: 'failed', trouble: expect.stringContaining('1 to 8') });
  });
});

test('a place is the same number in the same habitat, whoever lives elsewhere', async () => {
  const { world } = await match;
  const { creatures } = world;
  const fewer = creatures.filter(({ habitat }, index) => habitat !== 0 || index > 3);
  const places = placesIn(creatures, fewer);
  const first = fewer.filter(({ habitat }) => habitat === 0).length;
  expect([...places.slice(0, first)]).toEqual(Array.from({ length: first }, (_, at) => at));
  expect([...places.slice(first, first + 4)]).toEqual([-1, -1, -1, -1]);
  expect(places[first + 4]).toBe(first);
});

describe('the tape, replayed', () => {
  test('ends as branches with all chances anew do, and in what happened as the recording did', async () => {
    const { recording, world } = await match;
    const secrets = [1, 2, 3].map(secretFromSeed);
    const timeline = openTimeline(recording);
    const source = startTapes({
      timeline,
      bytes: encodeRecording(recording),
      from: 4,
      secrets,
      play: playHere(recording),
    });
    await settled(source.state);
    const { tapes, steps, happened, start, standing } = source.state.value;
    expect([standing, steps, source.steps]).toEqual(['done', 9, 9]);
    expect(tapes.map(({ secret }) => secret)).toEqual(secrets);
    expect(happened).toEqual(outcomeOf(world, growWith(tinyGrow, timeline.worldAt(2 * EXAM + 1))));
    const branch = await branchOff(
      recording,
      {
        from: 4,
        anew: { parts: ['development', 'heredity', 'encounters'], secret: secrets[1] ?? new Uint8Array() },
        cards: [],
      },
      tinyGrowAll,
    );
    const end = openTimeline(branch);
    expect(tapes[1]?.outcome).toEqual(
      outcomeOf(end.worldAt(2 * EXAM + 2), growWith(tinyGrow, end.worldAt(2 * EXAM + 1))),
    );
    const [size = 0] = start[0]?.means ?? [];
    const rows = growWith(tinyGrow, timeline.worldAt(7));
    expect(size).toBeCloseTo(
      rows.filter((_, at) => at % TRAITS.length === 0 && at < 12 * TRAITS.length).reduce((a, b) => a + b, 0) / 12,
    );
  });

  const column = TRAITS.indexOf('size');
  const outcome = (size: number, survived: number): Outcome => [
    { born: 10, survived, means: Float64Array.from(TRAITS, (_, at) => (at === column ? size : 0)) },
  ];
  const start = {
    means: Float64Array.from(TRAITS, (_, at) => (at === column ? 100 : 0)),
    spreads: Float64Array.from(TRAITS, () => 20),
  };
  const tapesOf = (sizes: readonly number[], survived: readonly number[] = []): Tape[] =>
    sizes.map((size, at) => ({ secret: Uint8Array.of(at), outcome: outcome(size, survived[at] ?? 5) }));
  const sizeIn = (sizes: readonly number[]) => {
    const fates = traitFates(tapesOf(sizes), start, outcome(140, 9), 0);
    const size = fates.find(({ trait }) => trait === 'size');
    if (!size) throw new Error('There is no such trait.');
    return { size, first: fates[0]?.trait };
  };

  test('tells a trait that nearly always goes the same way from one that was luck', () => {
    const recurring = sizeIn([130, 140, 150, 120, 130, 140, 150, 120, 130, 100]);
    expect(recurring.size).toMatchObject({ verdict: 'recurs', up: 9, down: 0, happened: 2 });
    expect(recurring.first).toBe('size');
    expect(sizeIn([130, 140, 70, 60, 130, 100, 80, 120, 130, 60]).size).toMatchObject({
      verdict: 'luck',
      up: 5,
      down: 4,
    });
    expect(sizeIn([130, 140, 100, 100, 130, 100, 100, 120, 130, 100]).size.verdict).toBe('leaning');
    expect(sizeIn([101, 99, 100, 100, 102, 100, 100, 98, 100, 100]).size.verdict).toBe('stays');
  });

  test('tells whether survival comes back, by how far apart the middle half of the tapes lies', () => {
    const shares = (survived: readonly number[]) =>
      survivalFates(
        tapesOf(
          survived.map(() => 100),
          survived,
        ),
        outcome(100, 9),
        0,
      );
    expect(shares([5, 5, 6, 5, 5])).toMatchObject({
      verdict: 'recurs',
      low: 0.5,
      middle: 0.5,
      high: 0.5,
      happened: 0.9,
    });
    expect(shares([0, 2, 5, 8, 10]).verdict).toBe('luck');
    expect(shares([3, 4, 5, 6, 7]).verdict).toBe('leaning');
  });
});
