import { describe, expect, it } from 'vitest';
import { causeOfCard } from '../../shared/sim/causes.ts';
import { explainDeath } from '../../shared/sim/explain.ts';
import { HAZARDS } from '../../shared/sim/pressures.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { createWorld, laidOn, pressuresInForce } from '../../shared/sim/world/create.ts';
import { FrameError } from '../../shared/sim/world/error.ts';
import { maskOf } from '../../shared/sim/world/exam.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { shockGeneration } from '../../shared/sim/world/shock.ts';
import type { GenerationPlayed } from '../../shared/sim/world/step.ts';
import type { BirthFrame, Frame, Settings, World } from '../../shared/sim/world/world.ts';
import { playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const settings = tinySettings({ habitats: 2, rounds: 4, generationsPerRound: 2, population: 20, shock: true });

async function play(seed: number, changes: Partial<Settings> = {}) {
  const generations: GenerationPlayed[] = [];
  const { world, recording } = await playTiny(seed, {
    settings: { ...settings, ...changes },
    onGeneration: (played) => generations.push(played),
  });
  const at = generations.findIndex(({ births }) => births.shock !== null);
  return { world, recording, generations, at };
}

const birthsAt = (frames: readonly Frame[], generation: number): BirthFrame => {
  const frame = frames[2 * generation];
  if (frame?.kind !== 'births') throw new Error(`There are no births of generation ${generation}.`);
  return frame;
};

describe('the disaster', () => {
  it('is announced from the start: a hazard at level 3, and no other comes', async () => {
    for (let mapSeed = 0; mapSeed < 12; mapSeed++) {
      const { shockCard } = createWorld({ ...settings, mapSeed }, TINY_FOUNDER);
      expect(shockCard?.level).toBe(3);
      if (shockCard) expect(HAZARDS[shockCard.card]).toBeDefined();
    }
    expect(createWorld({ ...settings, shock: false }, TINY_FOUNDER).shockCard).toBeNull();
    const { world, generations, at } = await play(1);
    expect(generations[at]?.births.shock).toEqual(world.shockCard);
  });

  it('comes once, when a round opens, neither in the first round nor in the exam, at a moment that the secret decides', async () => {
    const moments = new Set<number>();
    for (let seed = 0; seed < 24; seed++) moments.add(shockGeneration(settings, secretFromSeed(seed)));
    expect(moments).toEqual(new Set([2, 4, 6]));
    for (const seed of [1, 2, 3]) {
      const { world, generations, at } = await play(seed);
      expect(generations.filter(({ births }) => births.shock !== null)).toHaveLength(1);
      expect(at).toBe(shockGeneration(settings, secretFromSeed(seed)));
      expect(world.shockedAt).toBe(at);
    }
  });

  it('comes also where there is but one round', () => {
    expect(shockGeneration({ ...settings, rounds: 1 }, secretFromSeed(1))).toBe(0);
  });

  it('is in force in every habitat for one generation, beside the cards that lie there, and kills', async () => {
    const { generations, at } = await play(2);
    generations.forEach(({ world, traits }, generation) => {
      const { shockCard } = world;
      if (shockCard === null) throw new Error('No disaster was announced.');
      for (const { id } of world.habitats) {
        const met = pressuresInForce({ ...world, generation }, id);
        const laid = laidOn({ ...world, generation }, id).filter(({ card }) => card !== shockCard.card);
        if (generation === at) expect(met).toEqual([...laid, shockCard]);
        else expect(met).toEqual(laidOn({ ...world, generation }, id));
      }
      const told = world.creatures.flatMap((_, index) => explainDeath(world, index, traits)?.shock ?? []);
      expect(told.some((shock) => shock)).toBe(generation === at);
      const named = world.creatures.flatMap((_, index) => explainDeath(world, index, traits) ?? []);
      for (const { shock, cause, sentence } of named) {
        expect(sentence.includes('in the disaster')).toBe(shock);
        if (shock) expect(cause.card).toBe(shockCard.card);
      }
    });
  });

  it('is nobody’s lesson: the season counts the points of the cards laid alone', async () => {
    const { world, generations, at } = await play(3);
    const shocked = generations[at]?.world;
    if (shocked === undefined) throw new Error('The disaster did not come.');
    for (const { id } of world.habitats) {
      expect(shocked.history[id]?.at(-1)?.points).toBe(generations[at + 1]?.world.history[id]?.at(-1)?.points);
    }
  });

  it('and the cards it met count as met together when the exam asks for what nobody met', async () => {
    const { generations, at } = await play(3);
    const { world } = generations[at] ?? raise();
    for (const { id } of world.habitats) {
      const met = pressuresInForce({ ...world, generation: at }, id).map(({ card }) => card);
      expect(world.played).toContain(maskOf(met));
    }
  });
});

describe('a frame is refused', () => {
  const refused = (world: World, frame: Frame, sentence: RegExp): void => {
    expect(() => applyFrame(world, frame)).toThrow(FrameError);
    expect(() => applyFrame(world, frame)).toThrow(sentence);
  };
  const worldsOf = (frames: readonly Frame[], first: World): World[] => {
    const worlds = [first];
    for (const frame of frames) worlds.push(applyFrame(worlds.at(-1) ?? first, frame));
    return worlds;
  };

  it('with a disaster that nobody announced, at a wrong moment, another, or a second one', async () => {
    const { recording, at } = await play(4);
    const { frames } = recording;
    const worlds = worldsOf(frames, createWorld(recording.settings, TINY_FOUNDER));
    const worldBefore = (generation: number): World => worlds[2 * generation] ?? raise();
    const { shockCard } = worldBefore(0);
    if (shockCard === null) throw new Error('No disaster was announced.');
    const withShock = (generation: number, shock = shockCard): BirthFrame => ({
      ...birthsAt(frames, generation),
      shock,
    });
    refused(worldBefore(0), withShock(0), /at a moment when it cannot/);
    refused(worldBefore(1), withShock(1), /at a moment when it cannot/);
    refused(worldBefore(at), withShock(at, { ...shockCard, level: 1 }), /another disaster/);
    const other = shockCard.card === 'frost' ? 'drought' : 'frost';
    refused(worldBefore(at), withShock(at, { card: other, level: 3 }), /another disaster/);
    refused(worldBefore(at + 2), withShock(at + 2), /at a moment when it cannot|a second time/);
    const calm = createWorld({ ...settings, shock: false }, TINY_FOUNDER);
    refused(calm, withShock(0), /nobody announced/);
  });

  it('with a death in the disaster where there was none', async () => {
    const { recording, at } = await play(4);
    const worlds = worldsOf(recording.frames, createWorld(recording.settings, TINY_FOUNDER));
    const tick = at === 2 ? 9 : 5;
    const [world, frame] = [worlds[tick], recording.frames[tick]];
    if (world === undefined || frame?.kind !== 'season' || world.shockCard === null) throw new Error('No such season.');
    const { card } = world.shockCard;
    const free = world.creatures.findIndex(
      ({ habitat }) => !pressuresInForce(world, habitat).some((pressure) => pressure.card === card),
    );
    expect(free).toBeGreaterThanOrEqual(0);
    refused(world, { ...frame, causes: frame.causes.with(free, causeOfCard(card)) }, /which was not there/);
  });

  it('when it opens the exam and the disaster has not come', async () => {
    const { recording, generations, at } = await play(4);
    const exam = generations.length - 1;
    const before = generations[exam - 1]?.world ?? raise();
    expect(before.shockedAt).toBe(at);
    const births = birthsAt(recording.frames, exam);
    expect(() => applyFrame(before, births)).not.toThrow();
    refused({ ...before, shockedAt: null }, births, /has not come/);
  });
});

function raise(): never {
  throw new Error('The match is shorter than it should be.');
}
