import { describe, expect, it } from 'vitest';
import { growBy } from '../../server/growth/kernel.ts';
import { causeOf } from '../../shared/sim/causes.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import {
  FEAST_NUTRITION,
  INTERVENTION_IDS,
  INTERVENTIONS,
  type InterventionId,
} from '../../shared/sim/interventions.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measureInto, readTraits } from '../../shared/sim/traits.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { decideBirths } from '../../shared/sim/world/births.ts';
import { checkCommand, checkCommands } from '../../shared/sim/world/commands.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { FrameError } from '../../shared/sim/world/error.ts';
import { conditionsFor, growWith } from '../../shared/sim/world/grow.ts';
import { habitatNow, interventionsLeft } from '../../shared/sim/world/interventions.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import { type GenerationPlayed, NO_TRAITS } from '../../shared/sim/world/step.ts';
import { wearChance } from '../../shared/sim/world/upkeep.ts';
import {
  type Command,
  FOUNDER_PARENT,
  type InterventionCommand,
  type PressureCommand,
  type Settings,
  type World,
} from '../../shared/sim/world/world.ts';
import { playTiny, TINY_FOUNDER, tinyGrow, tinySettings } from '../support/tiny-match.ts';

/** One round of three generations: births at ticks 0, 2 and 4, seasons at 1, 3 and 5, the exam's at 6 and 7. */
const settings = tinySettings({ habitats: 3, rounds: 1, generationsPerRound: 3, population: 30, migration: 100 });
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

const command = (intervention: InterventionId, tick: number, seat = 0): InterventionCommand => ({
  kind: 'intervention',
  tick,
  seat,
  intervention,
});

const frostAndFangs = (world: World): PressureCommand[] =>
  world.habitats.flatMap(({ id: seat }) => [
    { kind: 'pressure' as const, tick: world.tick, seat, card: 'frost' as const, level: 3 },
    { kind: 'pressure' as const, tick: world.tick, seat, card: 'hunters' as const, level: 2 },
  ]);

/** The generations of a match, with this intervention of seat 0 or without any: all else is equal, the secret too. */
function play(seed: number, given: InterventionCommand | null, changes: Partial<Settings> = {}) {
  const key = JSON.stringify([seed, given, changes]);
  const before = matches.get(key);
  if (before !== undefined) return before;
  const match = playAnew(seed, given, changes);
  matches.set(key, match);
  return match;
}
const matches = new Map<string, Promise<GenerationPlayed[]>>();

async function playAnew(seed: number, given: InterventionCommand | null, changes: Partial<Settings>) {
  const generations: GenerationPlayed[] = [];
  await playTiny(seed, {
    settings: { ...settings, ...changes },
    commandsFor: frostAndFangs,
    interveneIn: ({ tick }) => (given?.tick === tick ? [given] : []),
    onGeneration: (played) => generations.push(played),
  });
  return generations;
}

const generation = (played: readonly GenerationPlayed[], at: number): GenerationPlayed => {
  const found = played[at];
  if (found === undefined) throw new Error(`There is no generation ${at}.`);
  return found;
};

const killedByCards = ({ world }: GenerationPlayed, habitat: number): number =>
  world.creatures.filter((each) => each.habitat === habitat && causeOf(each.cause)?.card != null).length;

/** How many of a habitat's newborn have parents from elsewhere; `before` is the generation before. */
const newcomers = ({ world }: GenerationPlayed, before: GenerationPlayed, habitat: number): number =>
  world.creatures.filter((each) => each.habitat === habitat && before.world.creatures[each.mother]?.habitat !== habitat)
    .length;

async function summed(given: InterventionCommand, count: (played: readonly GenerationPlayed[]) => number) {
  let [plain, changed] = [0, 0];
  for (const seed of SEEDS) {
    plain += count(await play(seed, null));
    changed += count(await play(seed, given));
  }
  return { plain, changed };
}

/** Before the births of generation 1, with as many survivors in habitat 0 as said and none elsewhere. */
function afterLoss(survivors: number, elsewhere = 0): { world: World; rows: Int32Array } {
  const fresh = createWorld(settings, TINY_FOUNDER);
  const born = applyFrame(fresh, decideBirths(fresh, secretFromSeed(1), [], NO_TRAITS));
  const left = [survivors, elsewhere, elsewhere];
  const creatures = born.creatures.map((creature) => {
    const lives = (left[creature.habitat] ?? 0) > 0;
    left[creature.habitat] = (left[creature.habitat] ?? 0) - 1;
    return lives ? creature : { ...creature, cause: 2 };
  });
  return { world: { ...born, tick: 2, generation: 1, stage: 'births', creatures }, rows: growWith(tinyGrow, born) };
}

describe('a shelter', () => {
  it('halves what cards kill in its habitat and season, and touches no other habitat', async () => {
    const shelter = command('shelter', 1);
    const { plain, changed } = await summed(shelter, (played) => killedByCards(generation(played, 0), 0));
    expect(plain).toBeGreaterThan(50);
    expect(changed / plain).toBeGreaterThan(0.35);
    expect(changed / plain).toBeLessThan(0.65);
    const [with1, without] = [generation(await play(3, shelter), 0), generation(await play(3, null), 0)];
    const elsewhere = ({ world }: GenerationPlayed) => world.creatures.filter(({ habitat }) => habitat !== 0);
    expect(elsewhere(with1)).toEqual(elsewhere(without));
  });

  it('costs half the season’s points, and lasts for that season only', async () => {
    const points = (await play(3, command('shelter', 1))).map(({ world }) => world.history[0]?.at(-1)?.points);
    expect(points.slice(0, 3)).toEqual([2, 5, 5]);
    const others = (await play(3, command('shelter', 1))).map(({ world }) => world.history[1]?.at(-1)?.points);
    expect(others.slice(0, 3)).toEqual([5, 5, 5]);
  });

  it('that is given between seasons waits for the next', async () => {
    const points = (await play(3, command('shelter', 2))).map(({ world }) => world.history[0]?.at(-1)?.points);
    expect(points.slice(0, 3)).toEqual([5, 2, 5]);
  });
});

describe('a feast', () => {
  it('raises nutrition for the young of the next births, up to the most there is, and for nobody after', async () => {
    for (const mapSeed of [5, 6, 7]) {
      const played = await play(3, command('feast', 1), { mapSeed });
      const nutrition = played.map(({ world }) => conditionsFor(world, { habitat: 0 }).nutrition);
      const usual = played[0]?.world.habitats[0]?.nutrition ?? 0;
      const feast = Math.min(100, usual + FEAST_NUTRITION);
      expect(nutrition).toEqual([usual, feast, usual, usual]);
      expect(conditionsFor(generation(played, 1).world, { habitat: 1 }).nutrition).toBe(
        played[0]?.world.habitats[1]?.nutrition,
      );
    }
  });

  it('lets each survivor raise one more young, as long as the habitat carries them', () => {
    const { world, rows } = afterLoss(2);
    const count = (commands: Command[], of = world): number | undefined =>
      decideBirths(of, secretFromSeed(1), commands, rows).counts[0];
    expect((count([command('feast', 2)]) ?? 0) - (count([]) ?? 0)).toBe(2);
    expect(count([command('feast', 2)], afterLoss(20).world)).toBe(30);
  });

  it('feeds those it bore through their season', async () => {
    const { world, traits } = generation(await play(3, command('feast', 2)), 1);
    const [habitat] = world.habitats;
    if (habitat === undefined) throw new Error('There is no habitat.');
    const hungry = { ...readTraits(traits, 0), cost: 2000 };
    expect(wearChance(hungry, habitatNow(world, habitat))).toBeLessThan(wearChance(hungry, habitat));
  });

  it('makes bodies that are larger and cost more: in most founder species, and in the mean by a tenth at least', () => {
    const grow = growBy(CURRENT_KERNEL);
    const rows = new Int32Array(TRAITS.length);
    const mean = (genome: Uint8Array, nutrition: number, trait: 'size' | 'cost'): number => {
      let sum = 0;
      for (let noiseSeed = 1; noiseSeed <= 8; noiseSeed++) {
        measureInto(grow(genome, noiseSeed, { temperature: 0, nutrition, noise: 100 }), rows, 0);
        sum += readTraits(rows, 0)[trait];
      }
      return sum / 8;
    };
    for (const trait of ['size', 'cost'] as const) {
      const pairs = FOUNDERS.map(
        ({ genome }) => [mean(genome, 0, trait), mean(genome, FEAST_NUTRITION, trait)] as const,
      );
      expect(pairs.filter(([usual, feast]) => feast > usual).length).toBeGreaterThan(FOUNDERS.length / 2);
      const total = (of: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[of], 0);
      expect(total(1)).toBeGreaterThan(1.1 * total(0));
    }
  });
});

describe('bridges and a fence', () => {
  const fromElsewhere = (played: readonly GenerationPlayed[]): number =>
    newcomers(generation(played, 1), generation(played, 0), 0);

  it('bridges bring about four times as many newcomers at the next births', async () => {
    const { plain, changed } = await summed(command('bridges', 1), fromElsewhere);
    expect(plain).toBeGreaterThan(15);
    expect(changed / plain).toBeGreaterThan(2.5);
    expect(changed / plain).toBeLessThan(6);
  });

  it('bridges last for those births only, and lead into no other habitat', async () => {
    let [later, elsewhere, plain] = [0, 0, 0];
    for (const seed of SEEDS) {
      const played = await play(seed, command('bridges', 1));
      later += newcomers(generation(played, 2), generation(played, 1), 0);
      elsewhere += newcomers(generation(played, 1), generation(played, 0), 1);
      plain += fromElsewhere(played);
    }
    expect(later).toBeLessThan(plain / 2);
    expect(elsewhere).toBeLessThan(plain / 2);
  });

  it('a fence keeps everybody out at the next births, and nobody after', async () => {
    const { plain, changed } = await summed(command('fence', 2), fromElsewhere);
    expect(plain).toBeGreaterThan(15);
    expect(changed).toBe(0);
    const after = await summed(command('fence', 2), (played) =>
      newcomers(generation(played, 2), generation(played, 1), 0),
    );
    expect(after.changed).toBeGreaterThan(15);
  });

  it('behind a fence an emptied habitat is settled by the founder alone', () => {
    const { world, rows } = afterLoss(0, 8);
    const mothers = (commands: Command[]): number[] => {
      const { counts, mothers: all } = decideBirths(world, secretFromSeed(1), commands, rows);
      return [...all.subarray(0, counts[0])];
    };
    expect(mothers([])).not.toContain(FOUNDER_PARENT);
    expect(new Set(mothers([command('fence', 2)]))).toEqual(new Set([FOUNDER_PARENT]));
  });
});

describe('an intervention is refused', () => {
  /** The world of a match without interventions before its step `tick`. */
  async function worldBefore(tick: number, changes: Partial<Settings> = {}): Promise<World> {
    const { recording } = await playTiny(1, { settings: { ...settings, ...changes }, commandsFor: () => [] });
    let world = createWorld(recording.settings, TINY_FOUNDER);
    for (const frame of recording.frames.slice(0, tick)) world = applyFrame(world, frame);
    return world;
  }
  const reason = (world: World, given: Command, queued: readonly Command[] = []): string | undefined =>
    checkCommand(world, given, queued)?.reason;

  it('outside the middle of a round, in the exam and after the match', async () => {
    expect(reason(await worldBefore(0), command('shelter', 0))).toBe('betweenRounds');
    expect(reason(await worldBefore(6), command('shelter', 6))).toBe('exam');
    expect(reason(await worldBefore(7), command('shelter', 7))).toBe('exam');
    expect(reason(await worldBefore(8), command('shelter', 8))).toBe('over');
    expect(reason(await worldBefore(3), command('shelter', 1))).toBe('notNow');
    for (const tick of [1, 2, 3, 4, 5])
      expect(checkCommand(await worldBefore(tick), command('shelter', tick))).toBeNull();
  });

  it('when it comes too late for the round’s births', async () => {
    const world = await worldBefore(5);
    for (const id of ['feast', 'bridges', 'fence'] as const) expect(reason(world, command(id, 5))).toBe('tooLate');
  });

  it('where there is no such habitat, no neighbour, or no migration', async () => {
    expect(reason(await worldBefore(1), command('shelter', 1, 3))).toBe('noSeat');
    expect(reason(await worldBefore(1, { habitats: 1 }), command('bridges', 1))).toBe('noNeighbours');
    expect(reason(await worldBefore(1, { migration: 0 }), command('fence', 1))).toBe('noMigration');
  });

  it('twice for the same step, against its opposite, and beyond two in a round', async () => {
    const world = await worldBefore(1);
    const [shelter, feast, bridges] = [command('shelter', 1), command('feast', 1), command('bridges', 1)];
    expect(reason(world, shelter, [shelter])).toBe('already');
    expect(reason(world, command('fence', 1), [bridges])).toBe('contradicts');
    expect(reason(world, shelter, [command('shelter', 1, 1)])).toBeUndefined();
    expect(reason(world, bridges, [shelter, feast])).toBe('noneLeft');
    expect(interventionsLeft(world, [shelter], 0)).toBe(1);
    expect(interventionsLeft(world, [shelter], 1)).toBe(2);
    // Also across steps: what an earlier frame carried counts until the next round.
    const given = (await play(1, shelter)).map((each) => each.world);
    expect(interventionsLeft(given[0] ?? world, [], 0)).toBe(1);
    expect(interventionsLeft(given[3] ?? world, [], 0)).toBe(2);
  });

  it('with a sentence for each reason', async () => {
    const world = await worldBefore(1);
    const [shelter, feast] = [command('shelter', 1), command('feast', 1)];
    for (const queued of [[shelter], [shelter, feast]]) {
      expect(checkCommand(world, shelter, queued)?.sentence).toMatch(/^[A-Z].+\.$/);
    }
    expect(checkCommands(world, [shelter, shelter])?.reason).toBe('already');
    expect(reason(world, { kind: 'pressure', tick: 1, seat: 0, card: 'frost', level: 1 })).toBe('notNow');
  });

  it('by the world itself, in a frame that carries it all the same', async () => {
    const world = await worldBefore(2);
    const frame = decideBirths(world, secretFromSeed(1), [], growWith(tinyGrow, world));
    const forged = { ...frame, commands: [command('feast', 2), command('feast', 2)] };
    expect(() => applyFrame(world, forged)).toThrow(FrameError);
    expect(() => applyFrame(world, forged)).toThrow(/not allowed: Feast is on its way already/);
  });
});

describe('newcomers behind a fence', () => {
  it('are impossible parents, whoever writes the frame', async () => {
    const { world, rows } = afterLoss(8, 8);
    const open = decideBirths({ ...world, settings: { ...settings, migration: 500 } }, secretFromSeed(1), [], rows);
    const fenced = { ...open, commands: [command('fence', 2)] };
    expect(() => applyFrame(world, open)).not.toThrow();
    expect(() => applyFrame(world, fenced)).toThrow(/impossible parents/);
  });
});

describe('what a reader is told of interventions', () => {
  it('has a name, a sentence, a rule and a price for each', () => {
    for (const id of INTERVENTION_IDS) {
      const { name, sentence, formula, price } = INTERVENTIONS[id];
      for (const words of [name, formula]) expect(words.length).toBeGreaterThan(4);
      for (const words of [sentence, price]) expect(words).toMatch(/^[A-Z].+\.$/);
    }
  });
});
