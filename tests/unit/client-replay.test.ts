import { afterEach, describe, expect, test } from 'vitest';
import { lengthOf, placeAt, scenesOf } from '../../client/session/course.ts';
import { createReplaySource, type ReplaySource } from '../../client/session/replay-source.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import type { Frame } from '../../shared/sim/world/world.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';

const opened: ReplaySource[] = [];
afterEach(() => {
  for (const source of opened.splice(0)) source.close();
});

/** A replay of a tiny match, with a clock of the test's own. */
async function replay() {
  const { recording, world } = await playTiny();
  const clock = { now: 0 };
  const source = createReplaySource({ timeline: openTimeline(recording), id: 'tiny', names: [], now: () => clock.now });
  opened.push(source);
  const pass = (ms: number): void => {
    clock.now += ms;
    source.advance();
  };
  return { source, world, recording, pass };
}

describe('a replay', () => {
  test('played to its end stands where the match ended', async () => {
    const { source, world, pass } = await replay();
    for (let step = 0; step < 400 && source.table.value.phase !== 'over'; step++) pass(2000);
    expect(source.table.value.phase).toBe('over');
    expect(source.world.value?.hash).toEqual(world.hash);
    expect(source.playback.playing.value).toBe(false);
  });

  test('tells every frame once, in order, when it is simply played', async () => {
    const { source, recording, pass } = await replay();
    const seen: Frame[] = [];
    source.onFrame((frame) => seen.push(frame));
    for (let step = 0; step < 800 && source.table.value.phase !== 'over'; step++) pass(1000);
    expect(seen.map(({ tick }) => tick)).toEqual(recording.frames.map(({ tick }) => tick));
  });

  test('jumps to the births of any generation, there and back', async () => {
    const { source } = await replay();
    source.playback.pause();
    const hashes = [2, 0, 2].map((generation) => {
      source.playback.seek(generation);
      expect(source.playback.position.value).toBe(generation);
      return source.world.value?.hash;
    });
    expect(hashes[0]).toEqual(hashes[2]);
    expect(hashes[0]).not.toEqual(hashes[1]);
  });

  test('paused it stands still, and speed changes how much passes', async () => {
    const { source, pass } = await replay();
    source.playback.pause();
    const before = source.playback.position.value;
    pass(5000);
    expect(source.playback.position.value).toBe(before);
    source.playback.play();
    pass(1000);
    const slow = source.playback.position.value - before;
    source.playback.setSpeed(4);
    const middle = source.playback.position.value;
    pass(1000);
    expect(source.playback.position.value - middle).toBeCloseTo(4 * slow, 2);
  });

  test('at the highest speed it passes generations at a bound and still ends right', async () => {
    const { source, world, pass } = await replay();
    source.playback.setSpeed(64);
    for (let step = 0; step < 60 && source.table.value.phase !== 'over'; step++) pass(1500);
    expect(source.world.value?.hash).toEqual(world.hash);
  });

  test('shows the cards that were laid for the round', async () => {
    const { source, recording } = await replay();
    const laid = (recording.frames[0]?.commands ?? []).flatMap((command) =>
      command.kind === 'pressure' && command.level > 0 ? [command] : [],
    );
    expect(laid.length).toBeGreaterThan(0);
    for (const { seat, card } of laid) {
      expect(source.table.value.laid[seat]?.map((pressure) => pressure.card)).toContain(card);
    }
  });

  test('answers a wish to play with no, and changes nothing', async () => {
    const { source } = await replay();
    const before = source.world.value;
    expect((await source.send({ kind: 'ready', ready: true })).ok).toBe(false);
    expect(source.world.value).toBe(before);
  });
});

describe('the course of a recorded match', () => {
  const settings = tinySettings({ rounds: 2, generationsPerRound: 2 });
  test('plays a round’s first generation in full, lapses the others, and ends a round by its reveal', () => {
    const phases = [0, 1, 2, 3, 4].map((generation) => scenesOf(settings, generation).map(({ phase }) => phase));
    expect(phases).toEqual([
      ['choose', 'grow', 'season'],
      ['lapse', 'reveal'],
      ['choose', 'grow', 'season'],
      ['lapse', 'reveal'],
      ['grow', 'season'],
    ]);
  });
  test('every instant belongs to one scene', () => {
    const scenes = scenesOf(settings, 0);
    expect(placeAt(scenes, 0)).toEqual({ scene: scenes[0], passedMs: 0 });
    expect(placeAt(scenes, 1)?.scene).toBe(scenes.at(-1));
    let at = 0;
    for (const scene of scenes) {
      expect(placeAt(scenes, (at + 1) / lengthOf(scenes))?.scene).toBe(scene);
      at += scene.lengthMs;
    }
  });
});
