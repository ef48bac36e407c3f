import { expect, test } from 'vitest';
import { pendingOf, type Sent } from '../../client/session/pending.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import { TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const opening = createWorld(tinySettings({ generationsPerRound: 2 }), TINY_FOUNDER);
const at = (generation: number, interventions: World['interventions'] = []): World => ({
  ...opening,
  generation,
  interventions,
});
const done = (seat: number, intervention: Sent['intervention']) => ({ seat, intervention, tick: 1 });

test('an intervention is pending from its acknowledgement until a frame has it, each for itself', () => {
  const sent: readonly Sent[] = [
    { round: 0, intervention: 'feast' },
    { round: 0, intervention: 'feast' },
  ];
  expect(pendingOf([], at(0), 0)).toEqual([]);
  expect(pendingOf(sent, at(0), 0)).toEqual(['feast', 'feast']);
  expect(pendingOf(sent, at(1, [done(0, 'feast')]), 0)).toEqual(['feast']);
  expect(pendingOf(sent, at(1, [done(0, 'feast'), done(0, 'feast')]), 0)).toEqual([]);
});

test('what others did, and what was sent in an earlier round, changes nothing', () => {
  const sent: readonly Sent[] = [{ round: 0, intervention: 'fence' }];
  expect(pendingOf(sent, at(1, [done(1, 'fence')]), 0)).toEqual(['fence']);
  expect(pendingOf(sent, at(2), 0)).toEqual([]);
});
