import { describe, expect, test } from 'vitest';
import { tollWords } from '../../client/i18n/model-words.ts';
import { type SeasonNews, tell } from '../../client/session/account.ts';
import { deathsByCause, deathsSoFar } from '../../client/session/census.ts';
import { viewWorld } from '../../client/session/creature-view.ts';
import { PARTS, partOf, tollsOf } from '../../client/session/toll.ts';
import { CAUSES } from '../../shared/sim/causes.ts';
import { playTiny } from '../support/tiny-match.ts';

describe('the ticker', () => {
  test('tells every death once, grouped by cause and part of the season, the latest first', async () => {
    const { world } = await playTiny();
    const views = viewWorld(world);
    for (const { id } of world.habitats) {
      const dead = deathsSoFar(views, id, 1);
      const tolls = tollsOf(dead);
      const told = tolls.flatMap((toll) => toll.dead.map(({ key }) => key));
      expect([...told].sort()).toEqual(dead.map(({ key }) => key).sort());
      expect(new Set(told).size).toBe(told.length);
      for (const { cause, part, dead: members } of tolls) {
        expect(members.every((each) => each.cause === cause && partOf(each.moment) === part)).toBe(true);
      }
      expect(tolls[0]?.dead[0]).toBe(dead[0]);
      expect(new Set(tolls.map((toll) => toll.id)).size).toBe(tolls.length);
    }
  });
  test('has words for one and for many of every cause', () => {
    for (const cause of CAUSES) {
      expect(tollWords(cause, 1)).toMatch(/^One /);
      expect(tollWords(cause, 7)).toMatch(/^7 /);
    }
  });
});

describe('the season in sentences', () => {
  const news = (changes: Partial<SeasonNews>): SeasonNews => ({
    born: 30,
    alive: 30,
    causes: [],
    cards: ['frost'],
    growth: 1,
    season: 0,
    ...changes,
  });
  test('is told in few: a beginning, one for each part, an end', () => {
    const chapters: string[] = [];
    for (let step = 0; step <= 1000; step++) {
      const season = step / 1000;
      const dead = Math.floor(season * 12);
      const told = tell(news({ season, alive: 30 - dead, causes: dead > 0 ? [{ cause: 17, dead }] : [] }));
      if (told && told.chapter !== chapters.at(-1)) chapters.push(told.chapter);
    }
    expect(new Set(chapters).size).toBe(chapters.length);
    expect(chapters.length).toBe(PARTS + 2);
    expect([chapters[0], chapters.at(-1)]).toEqual(['begins', 'ends']);
  });
  test('tells what is in force, and what took most', async () => {
    expect(tell(news({ season: 0.05 }))?.telling).toEqual({ kind: 'begins', cards: ['frost'] });
    const { world } = await playTiny();
    const dead = deathsSoFar(viewWorld(world), 0, 1);
    const causes = deathsByCause(dead);
    const told = tell(news({ season: 1, alive: 30 - dead.length, causes }))?.telling;
    expect(told).toMatchObject({ kind: 'ends', cause: causes[0] });
  });
  test('says nothing where nobody is born', () => {
    expect(tell(news({ born: 0, alive: 0, season: 0.5 }))).toBeNull();
  });
});
