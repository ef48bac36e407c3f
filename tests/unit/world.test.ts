import { describe, expect, it } from 'vitest';
import { CARDS } from '../../shared/sim/cards.ts';
import { causeOf, NATURAL_CAUSES } from '../../shared/sim/causes.ts';
import { BODY_BYTES } from '../../shared/sim/embryo/body.ts';
import { explainDeath } from '../../shared/sim/explain.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { decideBirths } from '../../shared/sim/world/births.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { FrameError } from '../../shared/sim/world/error.ts';
import { maskOf } from '../../shared/sim/world/exam.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { type GenerationPlayed, NO_TRAITS, playGeneration } from '../../shared/sim/world/step.ts';
import {
  type BirthFrame,
  FOUNDER_PARENT,
  NO_TWIN,
  type SeasonFrame,
  type World,
} from '../../shared/sim/world/world.ts';
import {
  botsLay,
  playTiny,
  TINY_FOUNDER,
  tinyGrow,
  tinyGrowAll,
  tinyPlan,
  tinySettings,
} from '../support/tiny-match.ts';

async function playedGenerations(seed: number, settings = tinySettings()): Promise<GenerationPlayed[]> {
  const all: GenerationPlayed[] = [];
  await playTiny(seed, { settings, onGeneration: (played) => all.push(played) });
  return all;
}

describe('a match', () => {
  it('comes to the same hash from the same inputs, and to another from another secret', async () => {
    const [one, again, other] = await Promise.all([playTiny(1), playTiny(1), playTiny(2)]);
    expect(hexOf(one.world.hash)).toBe(hexOf(again.world.hash));
    expect(hexOf(one.world.hash)).not.toBe(hexOf(other.world.hash));
    expect(one.world.stage).toBe('over');
    expect(one.recording.frames).toHaveLength(2 * (2 * 2 + 1));
  });

  it('leaves the world that a frame is applied to as it was', async () => {
    const plan = tinyPlan();
    const world = createWorld(plan.settings, plan.founderGenome);
    const before = structuredClone(world);
    await playGeneration(world, plan.secret, botsLay(1)(world), NO_TRAITS, tinyGrowAll);
    expect(world).toEqual(before);
  });

  it('keeps creatures sorted by habitat and within what a habitat carries', async () => {
    for (const { world } of await playedGenerations(3)) {
      const places = world.creatures.map(({ habitat }) => habitat);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const { id } of world.habitats) {
        expect(places.filter((place) => place === id).length).toBeLessThanOrEqual(world.settings.population);
      }
    }
  });

  it('bears one pair of twins in each habitat when a round opens, and none later in it', async () => {
    for (const { world, births } of await playedGenerations(4)) {
      for (const { id } of world.habitats) {
        const twins = world.creatures.filter(({ habitat, twin }) => habitat === id && twin !== NO_TWIN);
        expect(twins).toHaveLength(births.generation % 2 === 0 ? 2 : 0);
        const [first, second] = twins;
        if (first === undefined || second === undefined) continue;
        expect(second.genome).toBe(first.genome);
        expect(second.noiseSeed).not.toBe(first.noiseSeed);
        expect(world.creatures[first.twin]).toBe(second);
        expect(world.creatures[second.twin]).toBe(first);
      }
    }
  });

  it('draws parents from survivors of the habitat itself or its neighbours, two different ones', async () => {
    let previous: World | null = null;
    for (const { world, births } of await playedGenerations(5)) {
      births.mothers.forEach((mother, index) => {
        const father = births.fathers[index] ?? -1;
        if (previous === null) expect([mother, father]).toEqual([FOUNDER_PARENT, FOUNDER_PARENT]);
        if (previous === null || mother === FOUNDER_PARENT) return;
        expect(mother).not.toBe(father);
        const home = previous.creatures[mother]?.habitat ?? -1;
        expect(previous.creatures[mother]?.cause).toBe(0);
        expect(previous.creatures[father]?.cause).toBe(0);
        const child = world.creatures[index]?.habitat ?? -1;
        expect(child === home || world.habitats[child]?.neighbours.includes(home)).toBe(true);
      });
      previous = world;
    }
  });

  it('lets nobody migrate between islands', async () => {
    let previous: World | null = null;
    for (const { world } of await playedGenerations(6, tinySettings({ migration: 0 }))) {
      const before: World | null = previous;
      for (const { mother, habitat } of world.creatures) {
        if (before !== null && mother !== FOUNDER_PARENT) expect(before.creatures[mother]?.habitat).toBe(habitat);
      }
      previous = world;
    }
  });

  it('settles an emptied habitat from its neighbours, and an empty world from the founder', () => {
    const settings = tinySettings();
    const world = createWorld(settings, TINY_FOUNDER);
    const secret = secretFromSeed(1);
    const born = applyFrame(world, decideBirths(world, secret, [], NO_TRAITS));
    const rows = growWith(tinyGrow, born);
    const afterLoss = (lost: (habitat: number) => boolean): World => ({
      ...born,
      tick: 2,
      generation: 1,
      stage: 'births',
      creatures: born.creatures.map((creature) => (lost(creature.habitat) ? { ...creature, cause: 2 } : creature)),
    });
    const oneLost = decideBirths(
      afterLoss((habitat) => habitat === 0),
      secret,
      [],
      rows,
    );
    expect(oneLost.counts[0]).toBe(6);
    expect([...oneLost.mothers.subarray(0, 6)].every((mother) => (born.creatures[mother]?.habitat ?? 0) !== 0)).toBe(
      true,
    );
    const allLost = decideBirths(
      afterLoss(() => true),
      secret,
      [],
      rows,
    );
    expect(allLost.counts).toEqual([6, 6, 6]);
    expect(allLost.mothers.every((mother) => mother === FOUNDER_PARENT)).toBe(true);
  });

  it('tells of every death what it came from, when, and which number decided', async () => {
    for (const { world, traits } of await playedGenerations(7)) {
      world.creatures.forEach(({ cause, moment }, index) => {
        const told = explainDeath(world, index, traits);
        if (cause === 0) {
          expect(told).toBeNull();
          expect(moment).toBe(0);
          return;
        }
        expect(told?.cause).toBe(causeOf(cause));
        expect(told?.sentence).toContain(String(told?.value));
        expect(told?.chance).toBeGreaterThan(0);
      });
    }
  });

  it('loses embryos that did not develop at the very first moment', async () => {
    const plan = tinyPlan(1, { growAll: async (world) => growWith(() => new Uint8Array(BODY_BYTES), world) });
    const world = createWorld(plan.settings, plan.founderGenome);
    const { season } = await playGeneration(world, plan.secret, [], NO_TRAITS, plan.growAll);
    expect(season.causes.every((cause) => cause === NATURAL_CAUSES.failedToDevelop)).toBe(true);
    expect(season.moments.every((moment) => moment === 0)).toBe(true);
  });

  it('asks in the exam two hazards that no habitat met together', async () => {
    const { world } = await playTiny(8);
    const exam = world.examPressures.map(({ card }) => card);
    expect(exam).toHaveLength(2);
    expect(world.pressures.every((laid) => laid.length === 0)).toBe(true);
    expect(world.played.length).toBeGreaterThan(0);
    for (const mask of world.played) expect(mask & maskOf(exam)).not.toBe(maskOf(exam));
    // Each at its hardest: 3 points, or 4 for the fiercer ones.
    const asked = exam.reduce((sum, card) => sum + (CARDS[card].cost === 1 ? 3 : 4), 0);
    expect(world.history.every((seasons) => seasons.at(-1)?.points === asked)).toBe(true);
  });
});

describe('a frame is refused', () => {
  async function firstGeneration(): Promise<{ world: World; born: World; births: BirthFrame; season: SeasonFrame }> {
    const plan = tinyPlan();
    const world = createWorld(plan.settings, plan.founderGenome);
    const played = await playGeneration(world, plan.secret, botsLay(1)(world), NO_TRAITS, tinyGrowAll);
    return { world, born: applyFrame(world, played.births), births: played.births, season: played.season };
  }
  const refused = (act: () => World, sentence: RegExp): void => {
    expect(act).toThrow(FrameError);
    expect(act).toThrow(sentence);
  };

  it('out of turn', async () => {
    const { world, born, births, season } = await firstGeneration();
    refused(() => applyFrame(world, season), /came where births were due/);
    refused(() => applyFrame(born, births), /came where season were due/);
    refused(() => applyFrame(world, { ...births, generation: 1 }), /generation 2 came where generation 1/);
  });

  it('with parents that cannot be', async () => {
    const { world, births } = await firstGeneration();
    refused(() => applyFrame(world, { ...births, mothers: births.mothers.map(() => 3) }), /impossible parents/);
    refused(() => applyFrame(world, { ...births, mothers: births.mothers.slice(1) }), /parents are missing/);
    refused(() => applyFrame(world, { ...births, counts: [200, 200, 200] }), /overfull/);
  });

  it('with deaths that cannot be', async () => {
    const { born, season } = await firstGeneration();
    refused(() => applyFrame(born, { ...season, causes: season.causes.map(() => 255) }), /dies of nothing known/);
    refused(() => applyFrame(born, { ...season, causes: season.causes.slice(1) }), /number of creatures/);
    refused(() => applyFrame(born, { ...season, moments: season.moments.map(() => 9) }), /hour of death/);
  });

  it('when one death is taken back: the hash is not met', async () => {
    const { born, season } = await firstGeneration();
    const at = season.causes.findIndex((cause) => cause !== 0);
    const causes = season.causes.map((cause, index) => (index === at ? 0 : cause));
    const moments = season.moments.map((moment, index) => (index === at ? 0 : moment));
    refused(() => applyFrame(born, { ...season, causes, moments }), /hash differs/);
  });

  it('with a card over budget', async () => {
    const { world, births } = await firstGeneration();
    const commands = (['jaws', 'famine'] as const).map((card) => ({
      tick: 0,
      seat: 0,
      kind: 'pressure' as const,
      card,
      level: 2,
    }));
    refused(() => applyFrame(world, { ...births, commands }), /costs 4 points; you have 1 left of 5/);
  });
});
