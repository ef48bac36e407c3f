/** In which phase a match goes on: a frame is on disk before the phase that it opens is. */
import { expect, test } from 'vitest';
import type { PlaceState } from '../../server/match/class-state.ts';
import { placeNow } from '../../server/match/place.ts';
import { roundAsked, roundsTold } from '../../server/match/resume.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

// Two rounds of two generations, and the exam: births at even ticks, seasons at odd ones, 10 in all.
const { recording } = await playTiny();
const worlds: World[] = [createWorld(tinySettings(), TINY_FOUNDER)];
for (const frame of recording.frames) worlds.push(applyFrame(worldAt(worlds.length - 1), frame));

function worldAt(tick: number): World {
  const world = worlds[tick];
  if (world === undefined) throw new Error(`There is no world at tick ${tick}.`);
  return world;
}

const savedAs = (phase: Phase, tick: number): PlaceState => ({
  ...{ roomId: 'room', speed: 1, botSeed: 1, lookedBackFrom: null, paused: false, timers: true },
  ...{ phase, tick, lengthMs: 30_000, passedMs: 1_234 },
});

test.each<[saved: Phase, savedTick: number, tick: number, now: Phase, goesOn: boolean]>([
  ['lobby', 0, 0, 'lobby', true],
  ['predict', 0, 0, 'predict', true],
  ['choose', 0, 0, 'choose', true],
  // The births were written, the growing was not.
  ['choose', 0, 1, 'grow', false],
  ['grow', 1, 1, 'grow', true],
  ['grow', 1, 2, 'season', false],
  ['season', 2, 2, 'season', true],
  ['season', 2, 3, 'lapse', false],
  ['lapse', 3, 3, 'lapse', true],
  // In a lapse the season passes without another phase.
  ['lapse', 3, 4, 'lapse', true],
  ['reveal', 4, 4, 'reveal', true],
  ['predict', 4, 4, 'predict', true],
  ['reveal', 8, 8, 'reveal', true],
  ['reveal', 8, 9, 'grow', false],
  ['grow', 9, 10, 'season', false],
  ['season', 10, 10, 'season', true],
  ['over', 10, 10, 'over', true],
])('saved in %s at tick %i, found at tick %i, it goes on in %s', (saved, savedTick, tick, now, goesOn) => {
  const place = placeNow(savedAs(saved, savedTick), worldAt(tick));
  expect(place.phase).toBe(now);
  expect(place.passedMs).toBe(goesOn ? 1_234 : 0);
});

test.each<[phase: Phase, tick: number, asked: number, told: number]>([
  ['lobby', 0, -1, 0],
  ['predict', 0, 0, 0],
  ['choose', 0, 0, 0],
  ['grow', 1, 0, 0],
  ['season', 2, 0, 0],
  ['lapse', 3, 0, 0],
  ['reveal', 4, 0, 1],
  ['predict', 4, 1, 1],
  ['season', 6, 1, 1],
  ['reveal', 8, 1, 2],
  ['grow', 9, 1, 2],
  ['season', 10, 1, 2],
  ['over', 10, 1, 2],
])('in %s at tick %i the question is that of round %i, and %i rounds are told', (phase, tick, asked, told) => {
  expect([roundAsked(phase, worldAt(tick)), roundsTold(phase, worldAt(tick))]).toEqual([asked, told]);
});
