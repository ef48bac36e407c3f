import { describe, expect, test } from 'vitest';
import { createActor, flee, giveRoom, stroll } from '../../client/scenes/actor.ts';
import { matingCard, pickPair } from '../../client/scenes/courtship.ts';
import { dice } from '../../client/scenes/dice.ts';
import { gaitOf, type Stride, strideAt } from '../../client/scenes/gait.ts';
import { lookAbout } from '../../client/scenes/gaze.ts';
import { onIsland } from '../../client/scenes/layout.ts';
import type { CreatureView } from '../../client/session/creature-view.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import type { Traits } from '../../shared/sim/traits.ts';
import { creatureWith, MEADOW } from '../support/creatures.ts';

const HOME = { x: 1000, y: 500 };
const view = (index: number): CreatureView => ({
  key: index,
  index,
  habitat: 0,
  of: { genome: new Uint8Array(4), noiseSeed: index, conditions: MILD },
  cause: 0,
  moment: 0,
  twin: -1,
  mother: -1,
  father: -1,
});
const actorAt = (index: number, x: number, y: number) => {
  const actor = createActor(view(index), HOME, null, [], dice(index));
  return Object.assign(actor, { x, y });
};

describe('a gait', () => {
  const cases: readonly [kind: string, traits: Partial<Traits>][] = [
    ['crawl', {}],
    ['hop', { muscle: 420 }],
    ['glide', { fin: 300 }],
    ['plod', { shell: 400 }],
    ['wind', { slenderness: 900 }],
    ['sway', { leaf: 600 }],
  ];
  test.each(cases)('to %s follows from the traits alone', (kind, traits) => {
    expect(gaitOf(creatureWith(traits)).kind).toBe(kind);
    expect(gaitOf(creatureWith(traits))).toEqual(gaitOf(creatureWith(traits)));
  });
  test('is quicker with muscle and slower under shell', () => {
    const pace = (traits: Partial<Traits>): number => gaitOf(creatureWith({ fin: 300, ...traits })).pace;
    expect(pace({ muscle: 250 })).toBeGreaterThan(pace({}));
    expect(pace({ fat: 300 })).toBeLessThan(pace({}));
  });
  test.each(cases)('to %s covers its pace over a whole step', (_kind, traits) => {
    const gait = gaitOf(creatureWith(traits));
    const stride: Stride = { lift: 0, stretch: 0, swing: 0, push: 1 };
    let sum = 0;
    for (let at = 0; at < 1000; at++) {
      strideAt(gait, (at / 1000) * 2 * Math.PI, stride);
      sum += stride.push;
      expect(stride.push).toBeGreaterThanOrEqual(0);
    }
    expect(sum / 1000).toBeCloseTo(1, 1);
  });
});

describe('a creature on its island', () => {
  test('never walks into the sea, however long it strolls and whatever it flees', () => {
    const luck = dice(4);
    const herd = [0, 1, 2].map((index) => actorAt(index, 60 * index, 20));
    for (let frame = 0; frame < 4000; frame++) {
      const actor = herd[frame % 3];
      if (!actor) continue;
      if (frame % 400 === 0) flee(actor, actor.x + luck.between(-50, 50), actor.y + 20, 2);
      stroll(actor, herd, 0.1, luck);
      giveRoom(actor, herd, 60, 0.1, luck);
      expect(onIsland(actor.x, actor.y)).toBe(true);
    }
  });
  test('runs from what hunts it', () => {
    const actor = actorAt(1, 0, 0);
    flee(actor, 40, 0, 3);
    const luck = dice(1);
    for (let frame = 0; frame < 60; frame++) stroll(actor, [actor], 0.05, luck);
    expect(Math.hypot(actor.x - 40, actor.y)).toBeGreaterThan(45);
  });
  test('makes room for another', () => {
    const [one, other] = [actorAt(1, 0, 0), actorAt(2, 10, 0)];
    const luck = dice(1);
    for (let frame = 0; frame < 80; frame++) giveRoom(one, [one, other], 60, 0.05, luck);
    expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
  });
});

describe('eyes', () => {
  const look = (threat: { x: number; y: number } | null, twin: ReturnType<typeof actorAt> | null) => {
    const actor = Object.assign(actorAt(1, 0, 0), { heading: 0, gaze: 0 });
    const luck = dice(9);
    for (let frame = 0; frame < 200; frame++) lookAbout(actor, [actor], threat, twin, 0.05, luck);
    return actor.gaze;
  };
  test('follow what hunts, wherever it is', () => {
    expect(look({ x: 100, y: 0 }, null)).toBeCloseTo(Math.PI / 2, 2);
    expect(look({ x: -100, y: 0 }, null)).toBeCloseTo(-Math.PI / 2, 2);
  });
  test('look ahead where there is nothing to see', () => {
    expect(look(null, null)).toBeCloseTo(0, 5);
  });
  test('ignore what is far away', () => {
    expect(look({ x: 900, y: 0 }, null)).toBeCloseTo(0, 5);
  });
});

describe('courtship', () => {
  const band = [500, 560, 620, 980].map((symmetry) => ({ traits: creatureWith({ symmetry }) }));
  test('is seen where a card of choosy mates is in force, and nowhere else', () => {
    expect(matingCard([{ card: 'frost', level: 3 }])).toBeNull();
    expect(
      matingCard([
        { card: 'frost', level: 1 },
        { card: 'brightMates', level: 1 },
      ]),
    ).toBe('brightMates');
  });
  test('goes to the most appealing, by the card’s own formula', () => {
    const luck = dice(2);
    const courted = Array.from({ length: 200 }, () => pickPair(band, 'symmetricMates', MEADOW, luck)?.[1]);
    const times = band.map((each) => courted.filter((one) => one === each).length);
    expect(Math.max(...times)).toBe(times[3]);
    expect(times[3]).toBeGreaterThan(2 * (times[0] ?? 0));
  });
  test('takes two different creatures that are grown', () => {
    const luck = dice(2);
    for (let at = 0; at < 50; at++) {
      const pair = pickPair(band, 'brightMates', MEADOW, luck);
      expect(pair?.[0]).not.toBe(pair?.[1]);
    }
    expect(pickPair([{ traits: null }, ...band.slice(0, 1)], 'brightMates', MEADOW, luck)).toBeNull();
  });
});
