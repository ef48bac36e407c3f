import { describe, expect, test } from 'vitest';
import { AGENTS, UNTOLD_AGENT } from '../../client/art/agents.ts';
import { HEX_RADIUS } from '../../client/scenes/layout.ts';
import { type Departure, departAt } from '../../client/scenes/season/departure.ts';
import { FLOCKS, type Loafer } from '../../client/scenes/season/flock.ts';
import { standings } from '../../client/scenes/season/works.ts';
import { stageWorldOf } from '../../client/scenes/stage-world.ts';
import { generationShown, pressuresShown, viewWorld } from '../../client/session/creature-view.ts';
import { UNTOLD_CAUSE } from '../../client/session/told.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { CAUSES, causeOf } from '../../shared/sim/causes.ts';
import { INTERVENTION_IDS } from '../../shared/sim/interventions.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';

describe('the season on the map', () => {
  test.each(CARD_IDS)('%s has agents that are seen over its island, the more the higher its level', (card) => {
    const flock = FLOCKS[card];
    if (!flock) throw new Error(`${card} has no agent.`);
    expect(flock.count(1)).toBeGreaterThan(0);
    expect(flock.count(3)).toBeGreaterThanOrEqual(flock.count(1));
    let visible = 0;
    for (let time = 0; time < 60; time += 0.5) {
      const loafer: Loafer = { x: 0, y: 0, scale: 1, wide: 1, rotation: 0, alpha: 1 };
      flock.loaf(1.3, time, loafer);
      expect(Math.hypot(loafer.x, loafer.y)).toBeLessThan(HEX_RADIUS * 1.1);
      visible += Number(loafer.alpha > 0.2 && loafer.scale > 0.1);
    }
    expect(visible).toBeGreaterThan(60);
  });

  test.each(CAUSES.map(({ key }) => key))('whom %s takes goes from where it was until nothing is left', (key) => {
    const out: Departure = { dx: 9, dy: 9, scale: 9, narrow: 9, spin: 9, alpha: 9, tint: 9 };
    departAt(key, 0, out);
    for (const moved of [out.dx, out.dy, out.spin]) expect(moved).toBeCloseTo(0);
    for (const whole of [out.scale, out.narrow, out.alpha]) expect(whole).toBe(1);
    departAt(key, 1, out);
    expect(out.alpha).toBe(0);
    expect(out.scale * out.narrow).toBeGreaterThan(0);
    expect(AGENTS[key].path.length).toBeGreaterThan(20);
  });

  test('every intervention is seen: bridges to each neighbour, the others at home', () => {
    const at = { x: 100, y: 100 };
    const next = [
      { x: 620, y: 100 },
      { x: 360, y: 550 },
    ];
    for (const work of INTERVENTION_IDS) expect(standings(work, at, next).length, work).toBeGreaterThan(0);
    expect(standings('bridges', at, next).map(({ x, y }) => [x, y])).toEqual([
      [360, 100],
      [230, 325],
    ]);
    for (const { x, y } of standings('fence', at, next)) expect(Math.hypot(x - 100, y - 100)).toBeLessThan(HEX_RADIUS);
  });
});

describe('what the stage is told', () => {
  test('of a season that is over are the cards that were in force, in training and in the exam', async () => {
    const inForce: (readonly string[])[] = [];
    const shown: (readonly string[])[] = [];
    const names = (of: readonly (readonly { card: string }[])[]): string[] =>
      of.map((cards) => cards.map(({ card }) => card).join(' '));
    await playTiny(2, {
      settings: tinySettings({ rounds: 2, generationsPerRound: 1 }),
      onGeneration: ({ world }) => {
        const exam = world.stage === 'over';
        inForce.push(names(exam ? world.habitats.map(() => world.examPressures) : world.pressures));
        const told = stageWorldOf(world, viewWorld(world));
        expect(told.creatures).toHaveLength(world.creatures.length);
        expect(told.shock).toBeNull();
        shown.push(names(told.pressures));
      },
    });
    expect(shown).toEqual(inForce);
    expect(shown.flat().some((cards) => cards !== '')).toBe(true);
  });

  test('of the generation that a disaster strikes is the disaster, from its births until the next ones', async () => {
    const struck: number[] = [];
    await playTiny(2, {
      settings: tinySettings({ shock: true }),
      onGeneration: ({ world }) => {
        const inForce = world.habitats.map(({ id }) => pressuresShown(world, id).map(({ card }) => card));
        const card = world.shockCard?.card;
        if (world.shockedAt !== generationShown(world) || !card) return;
        struck.push(generationShown(world));
        for (const cards of inForce) expect(cards).toContain(card);
        expect(stageWorldOf(world, viewWorld(world)).shock).toBe(card);
      },
    });
    expect(struck).toHaveLength(1);
  });

  test('of a rival whose cards are to be guessed gives neither cards nor causes away, only who died and when', async () => {
    const veiled = { deaths: 0, cards: 0 };
    await playTiny(2, {
      onGeneration: ({ world }) => {
        const open = stageWorldOf(world, viewWorld(world));
        const told = stageWorldOf(world, viewWorld(world), [false, true, false]);
        const disaster = open.shock ? [open.shock] : [];
        expect(told.pressures[1]?.map(({ card }) => card)).toEqual(disaster);
        expect([told.pressures[0], told.pressures[2]]).toEqual([open.pressures[0], open.pressures[2]]);
        veiled.cards += open.pressures[1]?.length ?? 0;
        for (const [at, creature] of told.creatures.entries()) {
          const truth = open.creatures[at];
          if (creature.habitat !== 1 || truth?.cause === 0) expect(creature).toEqual(truth);
          else expect(creature).toEqual({ ...truth, cause: UNTOLD_CAUSE });
          veiled.deaths += Number(creature.cause === UNTOLD_CAUSE);
        }
      },
    });
    expect(veiled.deaths).toBeGreaterThan(0);
    expect(veiled.cards).toBeGreaterThan(0);
  });

  test('of a death that is not told is no agent and no manner of going, only that it goes', () => {
    expect(causeOf(UNTOLD_CAUSE)).toBeNull();
    expect(Object.values(AGENTS).map(({ path }) => path)).not.toContain(UNTOLD_AGENT.path);
    const out: Departure = { dx: 9, dy: 9, scale: 9, narrow: 9, spin: 9, alpha: 9, tint: 9 };
    departAt(null, 0, out);
    expect(out).toEqual({ dx: 0, dy: 0, scale: 1, narrow: 1, spin: 0, alpha: 1, tint: 0xffffff });
    departAt(null, 1, out);
    expect(out).toEqual({ dx: 0, dy: 0, scale: 1, narrow: 1, spin: 0, alpha: 0, tint: 0xffffff });
  });
});
