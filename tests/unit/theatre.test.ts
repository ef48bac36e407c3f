import { describe, expect, test } from 'vitest';
import { chaptersOf } from '../../client/session/chapters.ts';
import { placeAt, scenesOf } from '../../client/session/course.ts';
import { kinIn, mothersIn, spanOf } from '../../client/session/following.ts';
import { courseOf, happeningsIn } from '../../client/session/happenings.ts';
import { readMoment, writeMoment } from '../../client/session/moment-link.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { FOUNDER_PARENT } from '../../shared/sim/world/world.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';

async function recorded(settings = tinySettings()) {
  const { recording } = await playTiny(1, { settings });
  return openTimeline(recording);
}

describe('what happened in a recording', () => {
  test('is told of every generation: who was born, who died, of what, and in which part of the season', async () => {
    const timeline = await recorded();
    const { tolls } = courseOf(timeline);
    expect(tolls.length).toBe(timeline.generations);
    tolls.forEach((toll, generation) => {
      const { creatures } = timeline.worldAt(2 * generation + 2);
      const dead = creatures.filter(({ cause }) => cause > 0);
      expect(toll.born).toBe(creatures.length);
      expect(toll.died).toBe(dead.length);
      expect(toll.parts.reduce((sum, part) => sum + part, 0)).toBe(dead.length);
      for (const [cause, count] of toll.causes) expect(dead.filter((each) => each.cause === cause).length).toBe(count);
    });
  });

  test('has twins where they were born, the disaster where it struck, and every loss of a habitat', async () => {
    const timeline = await recorded(tinySettings({ shock: true, rounds: 3, generationsPerRound: 2 }));
    const course = courseOf(timeline);
    for (let generation = 0; generation < timeline.generations; generation++) {
      const { creatures, habitats, shockedAt } = timeline.worldAt(2 * generation + 2);
      const told = happeningsIn(course, generation);
      const homes = (kind: string) => told.find((each) => each.kind === kind)?.habitats ?? [];
      const withTwins = new Set(creatures.filter(({ twin }) => twin >= 0).map(({ habitat }) => habitat));
      expect(homes('twins')).toEqual([...withTwins].sort((a, b) => a - b));
      expect(told.some(({ kind }) => kind === 'disaster')).toBe(shockedAt === generation);
      const lost = habitats.filter(({ id }) => {
        const here = creatures.filter(({ habitat }) => habitat === id);
        return here.length > 0 && here.every(({ cause }) => cause > 0);
      });
      expect(homes('extinction')).toEqual(lost.map(({ id }) => id));
    }
  });

  test('lies on the line where the screen shows it: the disaster as its season begins', async () => {
    const settings = tinySettings({ shock: true, rounds: 3, generationsPerRound: 2 });
    const { happenings } = courseOf(await recorded(settings));
    const disaster = happenings.find(({ kind }) => kind === 'disaster');
    const { generation, position } = disaster ?? { generation: -1, position: -1 };
    expect(generation).toBeGreaterThanOrEqual(0);
    const place = placeAt(scenesOf(settings, generation), position - generation + 1e-6);
    expect(place?.scene.phase).toBe('season');
    expect(place?.passedMs).toBeLessThan(1);
    expect(happenings.map((each) => each.position)).toEqual(
      happenings.map((each) => each.position).sort((a, b) => a - b),
    );
  });

  test('makes chapters: each round, the exam, the deadliest season, the end, and the biggest shift once it is known', async () => {
    const course = courseOf(await recorded(tinySettings({ rounds: 2, generationsPerRound: 2 })));
    const kinds = chaptersOf(course).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'round').length).toBe(2);
    for (const kind of ['exam', 'deadliest']) expect(kinds).toContain(kind);
    expect(kinds.at(-1)).toBe('end');
    expect(kinds).not.toContain('shift');
    const shift = { generation: 1, habitat: 0, trait: 'size', up: true } as const;
    expect(chaptersOf(course, shift).find(({ kind }) => kind === 'shift')).toMatchObject({
      position: 1,
      habitats: [0],
    });
  });
});

describe('a line that is followed', () => {
  test('is one mother in each generation before, and all descendants through mothers after', async () => {
    const timeline = await recorded(tinySettings({ rounds: 3, generationsPerRound: 2 }));
    const { frames } = timeline;
    const own = { generation: 2, indices: [0] };
    const [mother = -1] = mothersIn(frames, 2);
    expect(kinIn(frames, own, 2)).toEqual([0]);
    expect(kinIn(frames, own, 1)).toEqual(mother === FOUNDER_PARENT ? [] : [mother]);
    const daughters = [...mothersIn(frames, 3)].flatMap((each, index) => (each === 0 ? [index] : []));
    expect(kinIn(frames, own, 3)).toEqual(daughters);
    const [first, last] = spanOf(frames, own, timeline.generations);
    expect(kinIn(frames, own, first).length).toBeGreaterThan(0);
    expect(kinIn(frames, own, last).length).toBeGreaterThan(0);
    if (last + 1 < timeline.generations) expect(kinIn(frames, own, last + 1)).toEqual([]);
  });

  test('of twins comes from one mother', async () => {
    const timeline = await recorded(tinySettings({ rounds: 2, generationsPerRound: 2, population: 12 }));
    const { creatures } = timeline.worldAt(2 * 2 + 1);
    const index = creatures.findIndex(({ twin, mother }) => twin >= 0 && mother !== FOUNDER_PARENT);
    const twin = creatures[index]?.twin ?? -1;
    expect(index).toBeGreaterThanOrEqual(0);
    expect(kinIn(timeline.frames, { generation: 2, indices: [index, twin] }, 1)).toEqual([creatures[index]?.mother]);
  });
});

describe('the link to a moment', () => {
  test.each([
    [11, 2, '#g=12&h=3'],
    [0, null, '#g=1'],
    [4.25, null, '#g=5.25'],
  ])('of position %d and habitat %s is %s, and leads back', (position, habitat, link) => {
    expect(writeMoment(position, habitat)).toBe(link);
    expect(readMoment(link)).toEqual({ position, habitat });
  });

  test.each(['', '#', '#content', '#g=0&h=0', '#g=x&h=1.5', '#g=-3'])('%s names no moment', (hash) => {
    expect(readMoment(hash)).toEqual({ position: null, habitat: null });
  });
});
