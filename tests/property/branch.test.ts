/** Live, replayed, from a snapshot, and branched off without a change: one hash. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { type BranchPlan, branchOff } from '../../shared/replay/branch.ts';
import { decodeRecording, encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { GAMES } from '../../shared/sim/settings.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { opensRound } from '../../shared/sim/world/create.ts';
import { CHANCE_PARTS, secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { chanceIntervenes, playTiny, tinyGrowAll, tinySettings } from '../support/tiny-match.ts';

const plan = (from: number, changes: Partial<BranchPlan> = {}): BranchPlan => ({
  ...{ from, anew: null, cards: [] },
  ...changes,
});

const match = fc.record({
  seed: fc.nat(10_000),
  settings: fc.record({
    habitats: fc.constantFrom(2, 4),
    rounds: fc.integer({ min: 1, max: 3 }),
    generationsPerRound: fc.integer({ min: 1, max: 3 }),
    population: fc.integer({ min: 6, max: 14 }),
    migration: fc.nat(300),
    shock: fc.boolean(),
    game: fc.constantFrom(...GAMES),
  }),
});

const play = ({ seed, settings }: { seed: number; settings: Parameters<typeof tinySettings>[0] }) =>
  playTiny(seed, { settings: tinySettings(settings), interveneIn: chanceIntervenes(seed) });

const endOf = (recording: Recording): World => {
  const timeline = openTimeline(recording);
  return timeline.worldAt(timeline.frames.length);
};

async function acceptedEnd(recording: Recording): Promise<string> {
  const verdict = await verifyRecording(decodeRecording(encodeRecording(recording)), tinyGrowAll);
  return verdict.accepted ? verdict.hash : verdict.sentence;
}

const pressuresOf = (recording: Recording, tick: number): unknown => openTimeline(recording).worldAt(tick).pressures;

describe('any match', () => {
  it('comes to one hash live, replayed, on from a snapshot, and branched off without a change', async () => {
    await fc.assert(
      fc.asyncProperty(match, fc.nat(1_000_000), async (made, moment) => {
        const { world, recording } = await play(made);
        const live = hexOf(world.hash);
        const { frames } = recording;
        const tick = moment % frames.length;
        const timeline = openTimeline(recording);
        let resumed = decodeSnapshot(encodeSnapshot(timeline.worldAt(tick)));
        for (const frame of frames.slice(tick)) resumed = applyFrame(resumed, frame);
        const branch = await branchOff(recording, plan(tick >> 1), tinyGrowAll);
        expect(hexOf(timeline.worldAt(frames.length).hash)).toBe(live);
        expect(hexOf(resumed.hash)).toBe(live);
        expect(hexOf(endOf(branch).hash)).toBe(live);
        expect(branch.frames).toEqual(frames);
        expect(await acceptedEnd(branch)).toBe(live);
      }),
      { numRuns: 25 },
    );
  });

  it('branches off into another that verifies, whatever is drawn anew or laid otherwise, and shares what was before', async () => {
    await fc.assert(
      fc.asyncProperty(
        match,
        fc.nat(1_000_000),
        fc.subarray([...CHANCE_PARTS]),
        fc.nat(1_000),
        fc.boolean(),
        async (made, moment, parts, seed, relaid) => {
          const { recording } = await play(made);
          const { settings } = recording;
          const from = moment % (recording.frames.length / 2);
          const round = Math.ceil(from / settings.generationsPerRound);
          const cards = relaid ? [{ round, habitat: 0, cards: [{ card: 'frost' as const, level: 3 }] }] : [];
          const branch = await branchOff(
            recording,
            plan(from, { anew: parts.length === 0 ? null : { parts, secret: secretFromSeed(seed) }, cards }),
            tinyGrowAll,
          );
          expect(branch.frames.slice(0, 2 * from)).toEqual(recording.frames.slice(0, 2 * from));
          expect(branch.frames.length).toBe(recording.frames.length);
          expect(await acceptedEnd(branch)).toBe(hexOf(endOf(branch).hash));
          // A branch can be branched off from: without a change, to the same end.
          const again = await branchOff(branch, plan(from >> 1), tinyGrowAll);
          expect(again.frames).toEqual(branch.frames);
          expect(await acceptedEnd(again)).toBe(hexOf(endOf(branch).hash));
          const opening = round * settings.generationsPerRound;
          if (relaid && round < settings.rounds && opensRound(settings, opening)) {
            expect(pressuresOf(branch, 2 * opening + 1)).toMatchObject({ 0: [{ card: 'frost', level: 3 }] });
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('in the first generation of a branch', () => {
  const grown = playTiny(3, { settings: tinySettings({ rounds: 3 }) });
  const branchWith = async (part: (typeof CHANCE_PARTS)[number]): Promise<[World, World, World, World]> => {
    const { recording } = await grown;
    const branch = await branchOff(
      recording,
      plan(2, { anew: { parts: [part], secret: secretFromSeed(77) } }),
      tinyGrowAll,
    );
    const [was, is] = [openTimeline(recording), openTimeline(branch)];
    return [was.worldAt(5), is.worldAt(5), was.worldAt(6), is.worldAt(6)];
  };
  const genomes = ({ creatures }: World): string[] => creatures.map(({ genome }) => hexOf(genome));
  const noise = ({ creatures }: World): number[] => creatures.map(({ noiseSeed }) => noiseSeed);
  const fates = ({ creatures }: World): number[] => creatures.map(({ cause, moment }) => cause * 256 + moment);

  it('development drawn anew gives the same genomes other bodies', async () => {
    const [was, is] = await branchWith('development');
    expect(genomes(is)).toEqual(genomes(was));
    expect(noise(is).filter((seed, at) => seed === noise(was)[at])).toEqual([]);
  });

  it('heredity drawn anew gives other genomes, and to each place the same noise', async () => {
    const [was, is] = await branchWith('heredity');
    expect(noise(is).slice(0, 5)).toEqual(noise(was).slice(0, 5));
    expect(genomes(is)).not.toEqual(genomes(was));
  });

  it('encounters drawn anew give the same creatures other fates', async () => {
    const [was, is, wasAfter, isAfter] = await branchWith('encounters');
    expect(genomes(is)).toEqual(genomes(was));
    expect(noise(is)).toEqual(noise(was));
    expect(fates(isAfter)).not.toEqual(fates(wasAfter));
  });
});
