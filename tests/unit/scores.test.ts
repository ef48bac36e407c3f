import { describe, expect, it } from 'vitest';
import { BOT_LINES, BOT_POLICIES, botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import type { CardId } from '../../shared/sim/cards.ts';
import { CAUSES, causeOf, causeOfCard } from '../../shared/sim/causes.ts';
import { HAZARD_CARDS } from '../../shared/sim/pressures.ts';
import { scoresOf } from '../../shared/sim/scores.ts';
import { checkSettings } from '../../shared/sim/settings.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { drawExam, maskOf } from '../../shared/sim/world/exam.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { Pressure, World } from '../../shared/sim/world/world.ts';
import { TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const fresh = (): World => createWorld(tinySettings({ habitats: 2, rounds: 1, generationsPerRound: 2 }), TINY_FOUNDER);

describe('scores', () => {
  it('are survival in training, half of it in proportion to the budget laid, plus survival in the exam', () => {
    const history = [
      [
        { born: 10, survived: 8, points: 5 },
        { born: 20, survived: 10, points: 5 },
        { born: 10, survived: 9, points: 4 },
      ],
      [
        { born: 10, survived: 10, points: 0 },
        { born: 10, survived: 10, points: 2 },
        { born: 10, survived: 3, points: 4 },
      ],
    ];
    const [taught, idle] = scoresOf({ ...fresh(), history });
    expect(taught).toEqual({ seat: 0, training: 65, exam: 90, total: 155, survival: 65 });
    expect(idle).toEqual({ seat: 1, training: 60, exam: 30, total: 90, survival: 100 });
  });

  it('are nothing before anything happened', () => {
    expect(scoresOf(fresh())).toEqual([0, 1].map((seat) => ({ seat, training: 0, exam: 0, total: 0, survival: 0 })));
  });
});

describe('the exam', () => {
  const examOf = (tables: readonly (readonly CardId[])[], seed: number): readonly Pressure[] =>
    drawExam({ ...fresh(), played: tables.map(maskOf) }, secretFromSeed(seed));

  it('asks for hazards that were most widely taught singly and never together, at their hardest', () => {
    const tables: readonly (readonly CardId[])[] = [
      ['frost', 'jaws'],
      ['frost'],
      ['drought', 'jaws'],
      ['drought'],
      ['canopy'],
      ['brightMates', 'frost'],
      ['brightMates', 'drought'],
    ];
    for (let seed = 0; seed < 20; seed++) {
      expect(examOf(tables, seed)).toEqual([
        { card: 'frost', level: 3 },
        { card: 'drought', level: 3 },
      ]);
    }
  });

  it('differs from secret to secret where several pairs are as well taught, and never asks for a pair that was laid', () => {
    const tables: readonly (readonly CardId[])[] = [['frost', 'jaws'], ['drought'], ['canopy', 'drought']];
    const asked = Array.from({ length: 40 }, (_, seed) => examOf(tables, seed).map(({ card }) => card));
    expect(new Set(asked.map((cards) => cards.join())).size).toBeGreaterThan(2);
    const forbidden = tables.map(maskOf);
    for (const cards of asked) expect(forbidden.some((mask) => (mask & maskOf(cards)) === maskOf(cards))).toBe(false);
  });

  it('is a pair of hazards even when nobody laid a card', () => {
    for (const { card } of examOf([], 7)) expect(HAZARD_CARDS).toContain(card);
    expect(examOf([], 7)).toHaveLength(2);
  });
});

describe('bots', () => {
  it('of one match know the same six hazards, those of other matches others', () => {
    const hazardsOf = (seed: number): Set<string> =>
      new Set(
        Array.from({ length: 40 }, (_, round): World => ({ ...fresh(), generation: 2 * round })).flatMap((now) =>
          BOT_POLICIES.flatMap((policy) => botCommands(policy, now, 1, seed))
            .flatMap((command) => (command.kind === 'pressure' ? [command.card] : []))
            .filter((card) => HAZARD_CARDS.includes(card)),
        ),
      );
    expect(hazardsOf(5).size).toBe(6);
    expect(hazardsOf(6)).not.toEqual(hazardsOf(5));
  });

  it('take seats in turn, each policy as often as the others', () => {
    const policies = Array.from({ length: 8 }, (_, seat) => botPolicyFor(seat, 99));
    for (const policy of BOT_POLICIES) expect(policies.filter((each) => each === policy)).toHaveLength(2);
  });

  it('differ: each policy lays something else over the rounds, and says what it is after', () => {
    const world = fresh();
    const rounds = Array.from(
      { length: 4 },
      (_, round): World => ({ ...world, generation: 2 * round, tick: 4 * round }),
    );
    const habits = BOT_POLICIES.map((policy) =>
      rounds.map((now) => botCommands(policy, now, 0, 5).map(({ card, level }) => `${card} ${level}`)).join(' | '),
    );
    expect(new Set(habits).size).toBe(BOT_POLICIES.length);
    for (const policy of BOT_POLICIES) expect(BOT_LINES[policy]).toMatch(/\.$/);
  });
});

describe('causes', () => {
  it('have a number and words for every hazard, and none for what kills nobody', () => {
    for (const card of HAZARD_CARDS) expect(causeOf(causeOfCard(card))).toMatchObject({ card, key: card });
    expect(causeOf(causeOfCard('symmetricMates'))).toBeNull();
    expect(causeOf(0)).toBeNull();
    expect(new Set(CAUSES.map(({ words }) => words)).size).toBe(CAUSES.length);
    expect(CAUSES.every(({ number }) => number >= 1 && number <= 255)).toBe(true);
  });
});

describe('settings', () => {
  it.each([
    [{ habitats: 0 }, /habitats must be a whole number from 1 to 40, not 0/],
    [{ rounds: 2.5 }, /rounds must be a whole number/],
    [{ habitats: 40, population: 31 }, /population can be 30 at most/],
    [{ founder: '../secret' }, /founder’s key/],
    [{ mapSeed: -1 }, /seed of the map/],
    [{ noise: Number.NaN }, /noise/],
  ])('%o are refused with a sentence', (changes, sentence) => {
    expect(checkSettings(tinySettings(changes))).toMatch(sentence);
    expect(() => createWorld(tinySettings(changes), TINY_FOUNDER)).toThrow(sentence);
  });

  it('of the largest world are possible', () => {
    expect(
      checkSettings(tinySettings({ habitats: 40, population: 30, rounds: 20, generationsPerRound: 10 })),
    ).toBeNull();
  });
});
