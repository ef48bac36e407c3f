import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from '../../shared/protocol/snapshot.ts';
import { decodeRecording, encodeRecording } from '../../shared/replay/recording.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { BOT_POLICIES, botCommands } from '../../shared/sim/bots.ts';
import { BUDGET, CARD_IDS, MAX_CARDS } from '../../shared/sim/cards.ts';
import { totalPoints } from '../../shared/sim/pressures.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { checkCommand, layCommands } from '../../shared/sim/world/commands.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { drawMap } from '../../shared/sim/world/map.ts';
import type { Command, World } from '../../shared/sim/world/world.ts';
import { playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const settings = fc
  .record({
    habitats: fc.integer({ min: 1, max: 5 }),
    rounds: fc.integer({ min: 1, max: 2 }),
    generationsPerRound: fc.integer({ min: 1, max: 3 }),
    population: fc.integer({ min: 4, max: 12 }),
    migration: fc.integer({ min: 0, max: 500 }),
    mapSeed: fc.nat(),
  })
  .map(tinySettings);

/** Wishes of stewards, some impossible; those that can be are laid. */
const wishes = fc.array(fc.record({ seat: fc.nat(6), card: fc.constantFrom(...CARD_IDS), level: fc.nat(4) }), {
  maxLength: 25,
});
type Wish = { seat: number; card: (typeof CARD_IDS)[number]; level: number };

function allowed(world: World, wished: readonly Wish[]): Command[] {
  const queued: Command[] = [];
  for (const wish of wished) {
    const command: Command = { ...wish, tick: world.tick, kind: 'pressure' };
    if (checkCommand(world, command, queued) === null) queued.push(command);
  }
  return queued;
}

describe('any match', () => {
  it('reaches one hash live, replayed, and from a snapshot at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(settings, fc.nat(), wishes, fc.nat(100), async (chosen, seed, wished, percent) => {
        const { world, recording } = await playTiny(seed, {
          settings: chosen,
          commandsFor: (now) => allowed(now, wished),
        });
        const timeline = openTimeline(decodeRecording(encodeRecording(recording)));
        expect(timeline.worldAt(timeline.frames.length)).toEqual(world);
        const cut = Math.floor((percent * timeline.frames.length) / 100);
        let resumed = decodeSnapshot(encodeSnapshot(timeline.worldAt(cut)));
        for (const frame of timeline.frames.slice(cut)) resumed = applyFrame(resumed, frame);
        expect(resumed).toEqual(world);
      }),
      { numRuns: 40 },
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

describe('any map', () => {
  it('is one land with mutual neighbours and numbers in range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const map = drawMap(seed, count);
        expect(drawMap(seed, count)).toEqual(map);
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
