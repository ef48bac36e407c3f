import { describe, expect, test } from 'vitest';
import { t } from '../../client/i18n/i18n.ts';
import { census, deathsByCause, deathsSoFar } from '../../client/session/census.ts';
import { twinsOf, viewSettlers, viewWorld } from '../../client/session/creature-view.ts';
import { livesAt, momentOf, phaseProgress } from '../../client/session/moment.ts';
import { phaseWords, placeWords } from '../../client/session/phase-words.ts';
import type { TableView } from '../../client/session/world-source.ts';
import { PHASES } from '../../shared/protocol/wire.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const TABLE: TableView = {
  phase: 'season',
  phaseLengthMs: 1000,
  phasePassedMs: 100,
  asOf: 5000,
  paused: false,
  pace: 2,
  code: '',
  mode: 'solo',
  stewards: [],
  laid: [],
  recording: '',
  timers: false,
  game: 'open',
  shock: '',
  frozen: false,
  locked: false,
  namesShown: true,
  ranksShown: true,
};

describe('the clock of a phase', () => {
  test('runs on by the pace from when it was told, and stops at the end', () => {
    expect(phaseProgress(TABLE, 5000)).toBeCloseTo(0.1);
    expect(phaseProgress(TABLE, 5200)).toBeCloseTo(0.5);
    expect(phaseProgress(TABLE, 60_000)).toBe(1);
  });
  test('stands still while paused, and where no time is set', () => {
    expect(phaseProgress({ ...TABLE, paused: true }, 5900)).toBeCloseTo(0.1);
    expect(phaseProgress({ ...TABLE, phaseLengthMs: 0 }, 5900)).toBe(0);
  });
});

describe('the moment on show', () => {
  test('a season runs only once its deaths are known', () => {
    expect(momentOf(TABLE, 'births', 5200)).toEqual({ growth: 1, season: 0.5 });
    expect(momentOf(TABLE, 'season', 5200).season).toBe(0);
  });
  test('newborns of which the phase does not know yet are still in their eggs', () => {
    for (const phase of ['choose', 'season', 'reveal', 'lobby'] as const) {
      expect(momentOf({ ...TABLE, phase }, 'season', 5000)).toEqual({ growth: 0, season: 0 });
    }
  });
  test('in a time lapse the young grow first, then their season passes', () => {
    const lapse = { ...TABLE, phase: 'lapse' as const, pace: 1 };
    const early = momentOf(lapse, 'births', 5050);
    expect(early.growth).toBeGreaterThan(0);
    expect(early.growth).toBeLessThan(1);
    expect(early.season).toBe(0);
    expect(momentOf(lapse, 'births', 5800).season).toBeGreaterThan(0.5);
  });
  test('who dies at a moment lives until then', () => {
    expect(livesAt(17, 128, 0.49)).toBe(true);
    expect(livesAt(17, 128, 0.5)).toBe(false);
    expect(livesAt(0, 0, 1)).toBe(true);
  });
});

describe('what is shown of a world', () => {
  test('agrees with the world: every creature, its fate, its twin', async () => {
    const { world } = await playTiny();
    const views = viewWorld(world);
    expect(views.map(({ cause }) => cause)).toEqual(world.creatures.map(({ cause }) => cause));
    const counts = census(views, world.habitats.length, 1);
    const last = world.history.map((seasons) => seasons.at(-1));
    expect(counts.map(({ alive }) => alive)).toEqual(last.map((season) => season?.survived));
    expect(counts.map(({ born }) => born)).toEqual(last.map((season) => season?.born));
  });
  test('the marked pair has one genome and two seeds', async () => {
    const { world } = await playTiny();
    const pair = twinsOf(viewWorld(world), 0);
    expect(pair?.[0].of.genome).toEqual(pair?.[1].of.genome);
    expect(pair?.[0].of.noiseSeed).not.toBe(pair?.[1].of.noiseSeed);
  });
  test('before anyone is born, founders are seen and nobody is counted', () => {
    const world = createWorld(tinySettings({}), TINY_FOUNDER);
    const settlers = viewWorld(world);
    expect(settlers).toEqual(viewSettlers(world));
    expect(settlers.length).toBeGreaterThan(0);
    expect(settlers.every(({ index }) => index < 0)).toBe(true);
  });
  test('the dead come in the order of their deaths, and sum up to their number', async () => {
    const { world } = await playTiny();
    const views = viewWorld(world);
    const dead = world.habitats.flatMap(({ id }) => deathsSoFar(views, id, 1));
    expect(dead.length).toBe(world.creatures.filter(({ cause }) => cause > 0).length);
    expect(deathsByCause(dead).reduce((sum, each) => sum + each.dead, 0)).toBe(dead.length);
    const moments = deathsSoFar(views, 0, 1).map(({ moment }) => moment);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
  });
});

describe('the words of a phase', () => {
  test('exist for every phase, for who plays, watches and hosts, in training and in the exam', async () => {
    const { world: over } = await playTiny();
    const worlds = [null, createWorld(tinySettings({}), TINY_FOUNDER), over];
    for (const world of worlds) {
      for (const phase of PHASES) {
        for (const mode of ['solo', 'private'] as const) {
          for (const seat of [-1, 0]) {
            const { title, sentence } = phaseWords({ ...TABLE, phase, mode }, world, seat, seat === 0);
            for (const { key, values } of [title, sentence]) expect(t(key, values)).not.toBe(key);
          }
        }
        if (world) expect(t(placeWords(phase, world).key, placeWords(phase, world).values)).not.toContain('place.');
      }
    }
  });
});
