import { describe, expect, test } from 'vitest';
import { CHAMPION_CLONES, type Champion, championOf, cloneScores, clonesOf } from '../../shared/sim/champion.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measureInto, readTraits } from '../../shared/sim/traits.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { currentKernel } from '../support/kernel.ts';
import { playTiny, tinyGrow, tinySettings } from '../support/tiny-match.ts';

async function ended(): Promise<{ world: World; rows: Int32Array }> {
  const { world } = await playTiny(2);
  return { world, rows: growWith(tinyGrow, world) };
}

function champion(found: Champion | null): Champion {
  if (found === null) throw new Error('Nobody survived.');
  return found;
}

describe('the champion', () => {
  test('is a survivor whom no other survivor of its habitat outdoes', async () => {
    const { world, rows } = await ended();
    for (const { id } of world.habitats) {
      const best = championOf(world, rows, id);
      const living = world.creatures.flatMap((creature, index) =>
        creature.habitat === id && creature.cause === 0 ? [index] : [],
      );
      expect(best === null).toBe(living.length === 0);
      if (best === null) continue;
      expect(living).toContain(best.index);
      for (const index of living) expect(best.scoreOf(readTraits(rows, index))).toBeLessThanOrEqual(best.score);
    }
  });

  test('of the world is the best of the habitats’', async () => {
    const { world, rows } = await ended();
    const local = world.habitats.flatMap(({ id }) => championOf(world, rows, id) ?? []);
    const best = champion(championOf(world, rows));
    expect(best.score).toBe(Math.max(...local.map(({ score }) => score)));
    expect(best.by).toBe('life');
  });

  test('by a brief is the one that meets it best; briefs that no body can meet are left to life', async () => {
    const { world, rows } = await ended();
    const tall = { ...world, settings: { ...world.settings, founder: FOUNDERS[0]?.key ?? '' } };
    const best = champion(championOf(tall, rows, 0, { kind: 'tallSlender', target: '' }));
    expect(best.by).toBe('brief');
    const slender = world.creatures.flatMap(({ habitat, cause }, index) =>
      habitat === 0 && cause === 0 ? [readTraits(rows, index).slenderness] : [],
    );
    expect(readTraits(rows, best.index).slenderness).toBe(Math.max(...slender));
    expect(championOf(world, rows, 0, { kind: 'steadyTwins', target: '' })?.by).toBe('life');
  });

  test('is nobody where nobody survived', async () => {
    const { world, rows } = await ended();
    const dead = { ...world, creatures: world.creatures.map((creature) => ({ ...creature, cause: 1 })) };
    expect(championOf(dead, rows)).toBeNull();
  });
});

describe('its clones', () => {
  test('are forty growths of its genome in its own patch, each with another noise', async () => {
    const { world, rows } = await ended();
    const best = champion(championOf(world, rows));
    const clones = clonesOf(best);
    expect(clones.length).toBe(CHAMPION_CLONES);
    expect(
      clones.every(
        ({ genome, conditions }) => genome === best.seedling.genome && conditions === best.seedling.conditions,
      ),
    ).toBe(true);
    expect(new Set([best.seedling, ...clones].map(({ noiseSeed }) => noiseSeed)).size).toBe(CHAMPION_CLONES + 1);
    expect(best.seedling.conditions).toEqual({
      temperature: world.habitats[best.habitat]?.temperature,
      nutrition: world.habitats[best.habitat]?.nutrition,
      noise: world.settings.noise,
    });
  });

  test('mostly fall short of it, since luck made it the best and luck is not inherited', async () => {
    const { grow } = currentKernel();
    const founder = FOUNDERS[3];
    if (!founder) throw new Error('There is no founder.');
    const settings = tinySettings({
      founder: founder.key,
      habitats: 6,
      population: 24,
      rounds: 1,
      generationsPerRound: 1,
    });
    const { world } = await playTiny(5, {
      settings,
      founderGenome: founder.genome,
      secret: secretFromSeed(5),
      growAll: async (each) => growWith(grow, each),
      commandsFor: () => [],
    });
    const rows = growWith(grow, world);
    const below = world.habitats.flatMap(({ id }) => {
      const best = championOf(world, rows, id);
      if (best === null) return [];
      const grown = new Int32Array(CHAMPION_CLONES * TRAITS.length);
      for (const [at, { genome, noiseSeed, conditions }] of clonesOf(best).entries()) {
        measureInto(grow(genome, noiseSeed, conditions), grown, at * TRAITS.length);
      }
      const { scores, mean, below } = cloneScores(best, grown);
      expect(scores.length).toBe(CHAMPION_CLONES);
      expect(mean).toBeLessThan(best.score);
      expect(below).toBe(scores.filter((score) => score < best.score).length);
      return [below];
    });
    expect(below.length).toBeGreaterThan(3);
    const typical = [...below].sort((a, b) => a - b)[Math.floor(below.length / 2)];
    expect(typical).toBeGreaterThan(CHAMPION_CLONES / 2);
  });
});
