import { describe, expect, test } from 'vitest';
import { briefFor, possibleBriefs } from '../../shared/sim/briefs/assign.ts';
import { BRIEF_KINDS, type Brief, type BriefKind } from '../../shared/sim/briefs/brief.ts';
import { BRIEFS, HALF } from '../../shared/sim/briefs/brief-info.ts';
import { type HabitatView, habitatView } from '../../shared/sim/briefs/habitat-view.ts';
import { averageLook, lookOf } from '../../shared/sim/briefs/look.ts';
import { LOOKS } from '../../shared/sim/briefs/looks.ts';
import { briefScore, teamSums } from '../../shared/sim/briefs/score.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import type { Traits } from '../../shared/sim/traits.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import type { Settings } from '../../shared/sim/world/world.ts';
import { creatureWith } from '../support/creatures.ts';
import { currentKernel } from '../support/kernel.ts';
import { playTiny, tinyGrow, tinySettings } from '../support/tiny-match.ts';

const FOUNDER = 'leopardcream';
const look = (key = FOUNDER): Traits => {
  const found = lookOf(key);
  if (found === null) throw new Error(`${key} has no look.`);
  return found;
};
const brief = (kind: BriefKind, target = ''): Brief => ({ kind, target });
const view = (changes: Partial<HabitatView> = {}): HabitatView => ({
  survivors: [look(), look()],
  elsewhere: [look()],
  twinsApart: [],
  lived: 0,
  ...changes,
});
const score = (kind: BriefKind, changes: Partial<HabitatView>, target = ''): number =>
  briefScore(brief(kind, target), view(changes), FOUNDER);

describe('looks', () => {
  test('of all founders are those that their clones have when grown and measured anew', () => {
    const { grow } = currentKernel();
    for (const { key, genome } of FOUNDERS) expect([key, averageLook(grow, genome)]).toEqual([key, LOOKS[key]]);
    expect(Object.keys(LOOKS).sort()).toEqual(FOUNDERS.map(({ key }) => key).sort());
  });
});

describe('every brief', () => {
  test('has a name, a sentence and a formula, and says its own numbers in it', () => {
    for (const kind of BRIEF_KINDS) {
      const { name, sentence, formula, aim } = BRIEFS[kind];
      expect(name.length).toBeGreaterThan(3);
      expect(sentence).toMatch(/^Breed .*\.$/);
      expect(formula).toContain('points = ');
      if (aim) expect(formula).toContain(`÷ (gain + ${aim.half})`);
    }
    expect(BRIEF_KINDS.length).toBeGreaterThanOrEqual(7);
  });

  test('scores from 0 to 100 whatever lives, and 0 to 100 where nothing does', async () => {
    const { world } = await playTiny();
    const rows = growWith(tinyGrow, world);
    for (const kind of BRIEF_KINDS) {
      for (const { id } of world.habitats) {
        const views = [habitatView(world, rows, id, [30, 50]), view({ survivors: [], elsewhere: [] })];
        for (const each of views) {
          const points = briefScore(brief(kind, 'peony'), each, FOUNDER);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
        }
      }
    }
  });
});

describe('points of a brief', () => {
  test('about one trait are 0 at the founder’s, half at the change it names, more beyond, none for a loss', () => {
    for (const kind of BRIEF_KINDS) {
      const { aim } = BRIEFS[kind];
      if (!aim) continue;
      const { trait, half } = aim;
      const at = (change: number): number =>
        score(kind, { survivors: [{ ...look(), [trait]: look()[trait] + change }] });
      expect([at(0), at(half), at(3 * half), at(-half)]).toEqual([0, 50, 75, 0]);
    }
  });

  test('for the prompt are 100 for the target itself and rise as each of its five parts comes nearer', () => {
    const target = look('peony');
    expect(score('prompt', { survivors: [target, target] }, 'peony')).toBe(100);
    const far = look('tigerbrick');
    const before = score('prompt', { survivors: [far] }, 'peony');
    const { size, slenderness, red, green, blue, coatContrast, skin, muscle, shell, fat, leaf, fin } = target;
    const parts = [
      { size },
      { slenderness },
      { red, green, blue },
      { coatContrast },
      { skin, muscle, shell, fat, leaf, fin },
    ];
    for (const part of parts)
      expect(score('prompt', { survivors: [{ ...far, ...part }] }, 'peony')).toBeGreaterThan(before);
    // The formula for readers, by hand: only the size differs, by the half.
    expect(score('prompt', { survivors: [{ ...target, size: target.size + HALF.size }] }, 'peony')).toBe(90);
  });

  test('for steady and for scattered twins share 100 between them, from the mean over the rounds', () => {
    const twinsApart = [60, 90];
    expect(score('steadyTwins', { twinsApart })).toBe(50);
    expect(score('scatteredTwins', { twinsApart })).toBe(50);
    expect(score('steadyTwins', { twinsApart: [0] })).toBe(80);
    expect(score('scatteredTwins', { twinsApart: [100] })).toBe(100);
    expect([score('steadyTwins', {}), score('scatteredTwins', {})]).toEqual([0, 0]);
  });

  test('for a rare morph count how far the colours are from the average elsewhere', () => {
    const grey = creatureWith({ red: 100, green: 100, blue: 100 });
    const other = creatureWith({ red: 160, green: 100, blue: 220 });
    expect(score('rareMorph', { survivors: [grey], elsewhere: [grey, grey] })).toBe(0);
    expect(score('rareMorph', { survivors: [other], elsewhere: [grey, grey] })).toBe(50);
    expect(score('rareMorph', { survivors: [other, grey], elsewhere: [grey] })).toBe(25);
    // Where nothing lives elsewhere, the founder species is what it is compared with.
    expect(score('rareMorph', { survivors: [look()], elsewhere: [] })).toBe(0);
  });

  test('for surviving the unknown are the per cent that lived through', () => {
    expect(score('surviveUnknown', { lived: 43.3 })).toBe(43.3);
  });
});

describe('briefs are given', () => {
  const settings = (changes: Partial<Settings>): Settings =>
    tinySettings({ founder: FOUNDER, habitats: 6, briefs: 'own', ...changes });
  const given = (changes: Partial<Settings>): (Brief | null)[] =>
    Array.from({ length: 6 }, (_, seat) => briefFor(settings(changes), seat));

  test('to nobody, to each another one, or to all the same', () => {
    expect(given({ briefs: 'none' })).toEqual(Array.from({ length: 6 }, () => null));
    expect(new Set(given({}).map((each) => each?.kind)).size).toBe(6);
    expect(new Set(given({ briefs: 'same' }).map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test('by the map: the same for all who ask, others in another match', () => {
    expect(given({})).toEqual(given({}));
    const firsts = Array.from({ length: 20 }, (_, mapSeed) => briefFor(settings({ mapSeed }), 0)?.kind);
    expect(new Set(firsts).size).toBeGreaterThan(4);
  });

  test('with a target of another species than the founder, for every founder', () => {
    for (const { key } of FOUNDERS) {
      for (let mapSeed = 0; mapSeed < 12; mapSeed++) {
        const each = briefFor(settings({ founder: key, mapSeed, briefs: 'same' }), 0);
        if (each?.kind !== 'prompt') continue;
        expect(each.target).not.toBe(key);
        expect(lookOf(each.target)).not.toBeNull();
      }
    }
  });

  test('only such as the species can come nearer to', () => {
    expect(possibleBriefs('peony')).not.toContain('armoured');
    expect(possibleBriefs(FOUNDER)).toContain('armoured');
    expect(possibleBriefs('nobody-knows')).toEqual(['steadyTwins', 'scatteredTwins', 'rareMorph', 'surviveUnknown']);
    for (const { key } of FOUNDERS) expect(possibleBriefs(key).length).toBeGreaterThanOrEqual(7);
  });
});

test('teams have the sum of their seats’ points, and what is not told yet counts as nothing', () => {
  const sums = teamSums([40, -1, 25, 10], (seat) => (seat % 2 === 0 ? 'moss' : 'reef'));
  expect([...sums]).toEqual([
    ['moss', 65],
    ['reef', 10],
  ]);
});
