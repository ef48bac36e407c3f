import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../shared/sim/settings.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { decideBirths } from '../../shared/sim/world/births.ts';
import { allowedOf, checkCommand, layCommands } from '../../shared/sim/world/commands.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { carryingCapacity } from '../../shared/sim/world/duel.ts';
import { conditionsFor, growWith } from '../../shared/sim/world/grow.ts';
import { isSheltered } from '../../shared/sim/world/interventions.ts';
import { RULES_VERSION } from '../../shared/sim/world/rules.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { type GenerationPlayed, NO_TRAITS } from '../../shared/sim/world/step.ts';
import { type Command, FOUNDER_PARENT, type PressureCommand, type World } from '../../shared/sim/world/world.ts';
import { playTiny, TINY_FOUNDER, tinyGrow, tinySettings } from '../support/tiny-match.ts';

const settings = tinySettings({ game: 'drift', habitats: 4, rounds: 1, migration: 500, population: 30 });
const fresh = createWorld(settings, TINY_FOUNDER);

const card = (seat: number, name: PressureCommand['card'], level: number): PressureCommand => ({
  kind: 'pressure',
  tick: 0,
  seat,
  card: name,
  level,
});

describe('a drift duel', () => {
  it('sets 10 creatures against 200, two habitats a pair, under one climate on one ground', () => {
    expect(fresh.habitats.map(({ id }) => carryingCapacity(settings, id))).toEqual([10, 200, 10, 200]);
    const { counts } = decideBirths(fresh, secretFromSeed(1), [], NO_TRAITS);
    expect(counts).toEqual([10, 200, 10, 200]);
    for (const even of [0, 2]) {
      const [small, large] = [fresh.habitats[even], fresh.habitats[even + 1]];
      expect(large?.background).toEqual(small?.background);
      expect(conditionsFor(fresh, { habitat: even + 1 })).toEqual(conditionsFor(fresh, { habitat: even }));
      expect(small?.neighbours).toContain(even + 1);
    }
  });

  it('lays a card of either steward on both habitats, within one budget, and either takes it back', () => {
    const laid: Command[] = [card(0, 'frost', 2), card(1, 'hunters', 2)];
    const both = [
      { card: 'frost', level: 2 },
      { card: 'hunters', level: 2 },
    ];
    expect(layCommands(fresh, laid)).toEqual([both, both, [], []]);
    expect(checkCommand(fresh, card(1, 'drought', 2), laid)?.reason).toBe('budget');
    expect(checkCommand(fresh, card(3, 'drought', 2), laid)).toBeNull();
    expect(layCommands(fresh, [...laid, card(1, 'frost', 0)])).toEqual([[both[1]], [both[1]], [], []]);
    const wishes = [0, 1, 2, 3].map((seat) => card(seat, 'canopy', 3)).concat(card(1, 'frost', 3));
    expect(allowedOf(fresh, wishes)).toEqual(wishes.slice(0, 4));
  });

  it('knows no migration: not in play, and not in frames that claim it', async () => {
    const generations: GenerationPlayed[] = [];
    await playTiny(2, { settings, onGeneration: (played) => generations.push(played) });
    let before: World | null = null;
    for (const { world } of generations) {
      for (const { mother, habitat } of world.creatures) {
        if (before !== null && mother !== FOUNDER_PARENT) expect(before.creatures[mother]?.habitat).toBe(habitat);
      }
      before = world;
    }
    const world = generations[0]?.world ?? fresh;
    const births = decideBirths(world, secretFromSeed(2), [], growWith(tinyGrow, world));
    const last = world.creatures.findLastIndex(({ cause }) => cause === 0);
    const other = world.creatures.findLastIndex(({ cause }, index) => cause === 0 && index < last);
    const forged = { ...births, mothers: births.mothers.with(2, last), fathers: births.fathers.with(2, other) };
    expect(() => applyFrame(world, births)).not.toThrow();
    expect(() => applyFrame(world, forged)).toThrow(/impossible parents/);
  });

  it('settles an emptied habitat by the founder, whoever lives next door', () => {
    const born = applyFrame(fresh, decideBirths(fresh, secretFromSeed(1), [], NO_TRAITS));
    const world: World = {
      ...born,
      tick: 2,
      generation: 1,
      stage: 'births',
      creatures: born.creatures.map((each) => (each.habitat === 0 ? { ...each, cause: 2 } : each)),
    };
    const births = decideBirths(world, secretFromSeed(1), [], growWith(tinyGrow, born));
    expect(births.counts[0]).toBe(5);
    expect([...births.mothers.subarray(0, 5)].every((mother) => mother === FOUNDER_PARENT)).toBe(true);
  });

  it('shares interventions as it shares cards, and has nothing to bridge or to fence', () => {
    const born = applyFrame(fresh, decideBirths(fresh, secretFromSeed(1), [], NO_TRAITS));
    const shelter = { kind: 'intervention', tick: 1, seat: 1, intervention: 'shelter' } as const;
    const sheltered = { ...born, interventions: [shelter] };
    expect([0, 1, 2, 3].map((id) => isSheltered(sheltered, id))).toEqual([true, true, false, false]);
    expect(checkCommand(born, { ...shelter, seat: 0 }, [shelter])?.reason).toBe('already');
    for (const intervention of ['bridges', 'fence'] as const) {
      expect(checkCommand(born, { ...shelter, intervention })?.reason).toBe('noMigration');
    }
  });

  it('refuses an odd number of habitats, too many pairs, and says why', () => {
    for (const habitats of [1, 3, 12, 40]) {
      expect(checkSettings({ ...settings, habitats })).toMatch(/in pairs of habitats: 2 to 10, an even number, not /);
    }
    for (const habitats of [2, 10]) expect(checkSettings({ ...settings, habitats })).toBeNull();
  });
});

describe('settings', () => {
  it.each([
    [{ game: 'sculptor', habitats: 1 }, /there must be somebody else/],
    [{ game: 'open', habitats: 40, population: 31 }, /the population can be 30 at most/],
    [{ rules: 1, shock: true }, /By rules 1 there were no disasters/],
    [{ rules: RULES_VERSION + 1 }, /This Twinfold knows rules 1 to/],
  ] as const)('%j are refused with a sentence', (changes, sentence) => {
    expect(checkSettings(tinySettings(changes))).toMatch(sentence);
  });
});
