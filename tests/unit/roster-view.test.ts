import { describe, expect, test } from 'vitest';
import { headCount, mergeRoster, type RosterPerson, STUCK_MS, standingOf } from '../../client/session/roster.ts';
import { teamScores } from '../../client/session/team-scores.ts';
import type { StewardView } from '../../client/session/world-source.ts';
import type { PersonView } from '../../shared/protocol/class-messages.ts';
import type { Score } from '../../shared/sim/scores.ts';

const view = (changes: Partial<PersonView> = {}): PersonView => ({
  ...{ id: 'one', names: ['Ada'], seat: 0, team: 0, approved: true, hidden: false, removed: false },
  ...{ asked: true, ready: false, connected: true, idleMs: 0 },
  ...changes,
});
const person = (changes: Partial<RosterPerson> = {}): RosterPerson => ({ ...view(changes), actedAt: 0, ...changes });

describe('the console’s roster', () => {
  test('is put together from news, each person in the place where they first came', () => {
    const first = mergeRoster(null, { people: [view(), view({ id: 'two', names: ['Ben', 'Cy'] })], teams: 2 }, 1_000);
    const then = mergeRoster(first, { people: [view({ ready: true, idleMs: 400 })] }, 5_000);
    expect(then.people.map(({ id, ready, actedAt }) => [id, ready, actedAt])).toEqual([
      ['one', true, 4_600],
      ['two', false, 1_000],
    ]);
    expect([then.teams, then.rules.lateJoining]).toEqual([2, true]);
    expect(headCount(then.people)).toBe(3);
    expect(headCount([view({ removed: true })])).toBe(0);
  });

  test.each([
    ['removed', { removed: true, connected: false }],
    ['gone', { connected: false, ready: true }],
    ['waiting', { approved: false, ready: true }],
    ['ready', { ready: true }],
    ['working', { actedAt: 10 }],
    ['working', { asked: false }],
    ['stuck', {}],
  ] as const)('sees who is %s', (standing, changes) => {
    expect(standingOf(person(changes), 0, STUCK_MS)).toBe(standing);
  });

  test('calls nobody stuck in what has only just begun', () => {
    expect(standingOf(person(), 1, STUCK_MS)).toBe('working');
  });
});

test('teams stand by the mean of their habitats, whatever their size', () => {
  const teams = [1, 2, 2, 0];
  const stewards = teams.map(
    (team, seat): StewardView => ({
      ...{ seat, team, name: '', bot: '', connected: true, ready: false, answered: false },
      ...{ predictionPoints: -1, predictionTotal: 0, briefPoints: -1, interventionsLeft: 0 },
    }),
  );
  const scores = [90, 100, 60, 200].map((total, seat): Score => ({ seat, total, training: 0, exam: 0, survival: 0 }));
  expect(teamScores(stewards, scores)).toEqual([
    { team: 1, total: 90, habitats: 1 },
    { team: 2, total: 80, habitats: 2 },
  ]);
  expect(teamScores([], scores)).toEqual([]);
});
