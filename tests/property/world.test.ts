import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import type { MatchPlan } from '../../shared/replay/play-match.ts';
import { decodeRecording, encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { BOT_POLICIES, botCommands } from '../../shared/sim/bots.ts';
import { BUDGET, CARD_IDS, MAX_CARDS } from '../../shared/sim/cards.ts';
import { INTERVENTION_IDS } from '../../shared/sim/interventions.ts';
import { totalPoints } from '../../shared/sim/pressures.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { allowedOf, checkCommand, layCommands } from '../../shared/sim/world/commands.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { drawMap } from '../../shared/sim/world/map.ts';
import type { Command, World } from '../../shared/sim/world/world.ts';
import { chanceIntervenes, playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const settings = fc
  .record({
    habitats: fc.integer({ min: 1, max: 5 }),
    rounds: fc.integer({ min: 1, max: 2 }),
    generationsPerRound: fc.integer({ min: 1, max: 3 }),
    population: fc.integer({ min: 4, max: 12 }),
    migration: fc.integer({ min: 0, max: 500 }),
    mapSeed: fc.nat(),
    shock: fc.boolean(),
  })
  .map(tinySettings);

/** Duels of one pair or two: many creatures, so few generations. */
const duels = fc
  .record({ habitats: fc.constantFrom(2, 4), shock: fc.boolean(), mapSeed: fc.nat() })
  .map((changes) => tinySettings({ ...changes, game: 'drift', rounds: 2, generationsPerRound: 2 }));

/** Wishes of stewards, some impossible; those that can be are laid. */
const wishes = fc.array(fc.record({ seat: fc.nat(6), card: fc.constantFrom(...CARD_IDS), level: fc.nat(4) }), {
  maxLength: 25,
});
type Wish = { seat: number; card: (typeof CARD_IDS)[number]; level: number };

const allowed = (world: World, wished: readonly Wish[]): Command[] =>
  allowedOf(
    world,
    wished.map((wish) => ({ ...wish, tick: world.tick, kind: 'pressure' })),
  );

/** Plays, replays, and goes on from a snapshot at `percent` of the match: three ways to one state. */
async function playThreeWays(seed: number, changes: Partial<MatchPlan>, percent: number): Promise<Recording> {
  const { world, recording } = await playTiny(seed, { interveneIn: chanceIntervenes(seed), ...changes });
  const timeline = openTimeline(decodeRecording(encodeRecording(recording)));
  expect(timeline.worldAt(timeline.frames.length)).toEqual(world);
  const cut = Math.floor((percent * timeline.frames.length) / 100);
  let resumed = decodeSnapshot(encodeSnapshot(timeline.worldAt(cut)));
  expect(resumed).toEqual(timeline.worldAt(cut));
  for (const frame of timeline.frames.slice(cut)) resumed = applyFrame(resumed, frame);
  expect(resumed).toEqual(world);
  return recording;
}

describe('any match', () => {
  it('reaches one hash live, replayed, and from a snapshot at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(settings, fc.nat(), wishes, fc.nat(100), async (chosen, seed, wished, percent) => {
        const plan = { settings: chosen, commandsFor: (now: World) => allowed(now, wished) };
        await playThreeWays(seed, plan, percent);
      }),
      { numRuns: 40 },
    );
  });

  it('does so in a drift duel too, with interventions and a disaster', async () => {
    await fc.assert(
      fc.asyncProperty(duels, fc.nat(), wishes, fc.nat(100), async (chosen, seed, wished, percent) => {
        const plan = { settings: chosen, commandsFor: (now: World) => allowed(now, wished) };
        const { frames } = await playThreeWays(seed, plan, percent);
        const born = frames.filter((frame) => frame.kind === 'births');
        for (const { counts } of born) {
          counts.forEach((count, habitat) => {
            expect(count).toBeLessThanOrEqual(habitat % 2 === 0 ? 10 : 200);
          });
        }
        expect(born.filter(({ shock }) => shock !== null)).toHaveLength(chosen.shock ? 1 : 0);
      }),
      { numRuns: 5 },
    );
  });
});

describe('any forged claim', () => {
  const made = playTiny(31, {
    settings: tinySettings({ rounds: 2, generationsPerRound: 3, shock: true, migration: 200 }),
    interveneIn: chanceIntervenes(31),
  });
  const claimed = fc.array(
    fc.record({
      seat: fc.nat(4),
      intervention: fc.constantFrom(...INTERVENTION_IDS),
      late: fc.constantFrom(-1, 0, 0, 1),
    }),
    { maxLength: 4 },
  );

  it('of interventions given or not given is refused by the end of its generation', async () => {
    const { recording } = await made;
    await fc.assert(
      fc.asyncProperty(fc.nat(recording.frames.length - 1), claimed, async (at, claims) => {
        const frame = recording.frames[at];
        if (frame === undefined) return;
        const given = frame.commands.filter(({ kind }) => kind === 'pressure');
        const commands: Command[] = [
          ...given,
          ...claims.map(({ late, ...claim }) => ({ ...claim, tick: at + late, kind: 'intervention' as const })),
        ];
        // Two ways to write down one command are no forgery.
        fc.pre(!isDeepStrictEqual(commands, frame.commands));
        const forged = { ...recording, frames: recording.frames.with(at, { ...frame, commands }) };
        const generation = new RegExp(`damaged in generation ${Math.floor(at / 2) + 1}\\.`);
        expect(() => openTimeline(forged)).toThrow(DecodeError);
        expect(() => openTimeline(forged)).toThrow(generation);
      }),
      { numRuns: 300 },
    );
  });

  it('of a disaster, come or not come, is refused by the end of its generation', async () => {
    const { recording } = await made;
    fc.assert(
      fc.property(
        fc.nat(recording.frames.length / 2 - 1),
        fc.option(fc.record({ card: fc.constantFrom(...CARD_IDS), level: fc.integer({ min: 1, max: 3 }) })),
        (generation, shock) => {
          const frame = recording.frames[2 * generation];
          if (frame?.kind !== 'births') return;
          fc.pre(JSON.stringify(shock) !== JSON.stringify(frame.shock));
          const forged = { ...recording, frames: recording.frames.with(2 * generation, { ...frame, shock }) };
          expect(() => openTimeline(forged)).toThrow(new RegExp(`damaged in generation ${generation + 1}\\.`));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('any table', () => {
  it('keeps within the budget and the number of cards, whatever stewards wish', () => {
    fc.assert(
      fc.property(settings, wishes, (chosen, wished) => {
        const world = createWorld(chosen, TINY_FOUNDER);
        for (const laid of layCommands(world, allowed(world, wished))) {
          expect(totalPoints(laid)).toBeLessThanOrEqual(BUDGET);
          expect(laid.length).toBeLessThanOrEqual(MAX_CARDS);
          expect(new Set(laid.map(({ card }) => card)).size).toBe(laid.length);
        }
      }),
    );
  });

  it('is never overdrawn by a bot', () => {
    fc.assert(
      fc.property(settings, fc.nat(), fc.constantFrom(...BOT_POLICIES), fc.nat(4), (chosen, seed, policy, seat) => {
        const world = createWorld(chosen, TINY_FOUNDER);
        const commands = botCommands(policy, world, Math.min(seat, chosen.habitats - 1), seed);
        expect(commands.length).toBeGreaterThan(0);
        commands.forEach((command, at) => {
          expect(checkCommand(world, command, commands.slice(0, at))).toBeNull();
        });
        expect(botCommands(policy, world, commands[0]?.seat ?? 0, seed)).toEqual(commands);
      }),
    );
  });
});

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('any map', () => {
  it('of pairs has both of each side by side', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 20 }), (seed, pairs) => {
        const map = drawMap(seed, 2 * pairs, true);
        for (const { id, neighbours } of map) expect(neighbours).toContain(id % 2 === 0 ? id + 1 : id - 1);
      }),
    );
  });

  it('is one land with mutual neighbours and numbers in range', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), fc.boolean(), (seed, count, paired) => {
        const map = drawMap(seed, count, paired);
        expect(drawMap(seed, count, paired)).toEqual(map);
        expect(new Set(map.map(({ q, r }) => `${q} ${r}`)).size).toBe(count);
        const reached = new Set([0]);
        for (const id of reached) for (const next of map[id]?.neighbours ?? []) reached.add(next);
        expect(reached.size).toBe(count);
        for (const { id, neighbours, temperature, nutrition, background } of map) {
          for (const next of neighbours) expect(map[next]?.neighbours).toContain(id);
          for (const climate of [temperature, nutrition]) expect(Math.abs(climate)).toBeLessThanOrEqual(100);
          for (const value of [background.red, background.green, background.blue, background.contrast]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(255);
          }
        }
      }),
    );
  });
});
