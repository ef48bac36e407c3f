/** What the reveal and the result say, held against the world's own numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hidesCards } from '../../client/session/hidden-cards.ts';
import { binScores } from '../../client/ui/match/result/clone-bins.ts';
import { lessonOf } from '../../client/ui/match/result/lesson.ts';
import { movedMost } from '../../client/ui/match/reveal/moved.ts';
import { generationsOf, tollOf } from '../../client/ui/match/reveal/round-deaths.ts';
import type { Score } from '../../shared/sim/scores.ts';
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import { columnOf, rememberTiny } from '../support/remembered.ts';

describe('the story of a round', () => {
  test('counts its dead as the world did: born, survived, and every death with its cause', async () => {
    const { history, generations } = await rememberTiny();
    const world = generations.at(-1)?.world;
    if (!world) throw new Error('Nothing was played.');
    let deaths = 0;
    for (let round = 0; round < world.settings.rounds; round++) {
      expect(generationsOf(world, round)).toHaveLength(world.settings.generationsPerRound);
      for (const { id } of world.habitats) {
        const { born, survived, causes } = tollOf(world, history, id, round);
        const dead = causes.reduce((sum, each) => sum + each.dead, 0);
        expect(dead).toBe(born - survived);
        deaths += dead;
      }
    }
    expect(deaths).toBeGreaterThan(0);
  });

  test('says of each trait what its mean was and became, the farthest way first', async () => {
    const { history, generations } = await rememberTiny();
    const moves = movedMost(history, 1, 0, 3) ?? [];
    expect(moves.map(({ trait }) => trait).sort()).toEqual([...TRAITS].sort());
    const meanIn = (generation: number, trait: TraitName): number => {
      const then = generations[generation];
      const values = then ? columnOf(then.world, then.rows, 1, trait) : [];
      return values.reduce((sum, each) => sum + each, 0) / values.length;
    };
    for (const { trait, before, after, steps } of moves) {
      expect(before).toBeCloseTo(meanIn(0, trait));
      expect(after).toBeCloseTo(meanIn(3, trait));
      expect(Math.sign(steps)).toBe(Math.sign(after - before));
    }
    const ways = moves.map(({ steps }) => Math.abs(steps));
    expect(ways).toEqual([...ways].sort((a, b) => b - a));
    expect(movedMost(history, 1, 0, 99)).toBeNull();
  });
});

describe('what a result says of learning', () => {
  const score = (seat: number, survival: number, exam: number, training = survival): Score => ({
    seat,
    survival,
    exam,
    training,
    total: training + exam,
  });
  test('over-fitting is to fall much further than the others; an exam that is hard for all is only hard', () => {
    const others = [score(1, 80, 70), score(2, 80, 72)];
    expect(lessonOf(score(0, 90, 40), [score(0, 90, 40), ...others])).toEqual({
      key: 'byHeart',
      values: { training: 90, exam: 40, fall: 50, others: 9 },
    });
    const hard = [score(1, 80, 30), score(2, 80, 32)];
    expect(lessonOf(score(0, 90, 40), [score(0, 90, 40), ...hard]).key).toBe('harder');
    expect(lessonOf(score(0, 90, 85), [score(0, 90, 85), ...others]).key).toBe('general');
    expect(lessonOf(score(0, 90, 40, 20), [score(0, 90, 40, 20), ...others]).key).toBe('untested');
  });
});

describe('the clones’ histogram', () => {
  test('holds every clone once, marks the champion’s own bin, and has at most ten bins', () => {
    const scores = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 5000, noNaN: true }), (clones, own) => {
        const bins = binScores(clones, own);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(clones.length);
        expect(bins.filter((bin) => bin.own)).toHaveLength(1);
        expect(bins.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('guess the sculptor', () => {
  test('hides rivals’ cards while they are to be guessed, one’s own never, and nothing in a replay', () => {
    const table = { game: 'sculptor', mode: 'private', phase: 'season' } as const;
    expect(hidesCards(table, 0, 1)).toBe(true);
    expect(hidesCards(table, -1, 1)).toBe(true);
    expect(hidesCards(table, 1, 1)).toBe(false);
    expect(hidesCards({ ...table, phase: 'choose' }, 0, 1)).toBe(false);
    expect(hidesCards({ ...table, mode: 'replay' }, -1, 1)).toBe(false);
    expect(hidesCards({ ...table, game: 'open' }, 0, 1)).toBe(false);
  });
});
