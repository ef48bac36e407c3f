/** What is kept of a class is enough to go on with it in another process. */
import { expect, test } from 'vitest';
import { admit, type Doors } from '../../server/match/admission.ts';
import type { RosterState } from '../../server/match/class-state.ts';
import { createPeople, type People, rosterState } from '../../server/match/people.ts';
import { actOn, setRule, shareOut } from '../../server/match/roster.ts';
import type { Welcome } from '../../shared/protocol/messages.ts';

const DOORS: Doors = { mode: 'private', owned: false, begun: true, over: false };

const enter = (people: People, session: string, wish: object = {}): Welcome => {
  const place = admit(people, session, wish, DOORS);
  if ('error' in place) throw new Error(place.error);
  return place;
};

function classOfThree() {
  const people = createPeople(2, true);
  const host = enter(people, 'host', { watch: true, host: true });
  const [ada, ben, cy] = ['a', 'b', 'c'].map((session) => enter(people, session));
  shareOut(people, 2);
  setRule(people, 'ownNames', true);
  actOn(people, { do: 'rename', person: people.persons[0]?.id ?? '', names: ['Ada', 'Di'] }, () => 'gardener');
  actOn(people, { do: 'hide', person: people.persons[2]?.id ?? '', on: true }, () => 'gardener');
  actOn(people, { do: 'remove', person: people.persons[1]?.id ?? '', on: true }, () => 'gardener');
  return { people, tokens: { host: host.token, ada: ada?.token, ben: ben?.token, cy: cy?.token } };
}

const inAnotherProcess = (people: People): People => {
  const kept: RosterState = JSON.parse(JSON.stringify(rosterState(people)));
  return createPeople(2, false, kept);
};

test('everything of the roster comes back as it was, with nobody here yet', () => {
  const { people } = classOfThree();
  const again = inAnotherProcess(people);
  expect(rosterState(again)).toEqual(rosterState(people));
  expect(
    again.persons.map(({ names, removed, hidden, sessions }) => [names.length, removed, hidden, sessions.size]),
  ).toEqual([
    [2, false, false, 0],
    [1, true, false, 0],
    [1, false, true, 0],
  ]);
});

test('who had a place finds it by the same token, who was removed stays out, and the key opens the console', () => {
  const { people, tokens } = classOfThree();
  const again = inAnotherProcess(people);
  expect(enter(again, 'x', { token: tokens.ada })).toEqual({ token: tokens.ada, seat: 0, host: false });
  expect(enter(again, 'y', { token: tokens.cy }).seat).toBe(people.persons[2]?.seat);
  expect(admit(again, 'z', { token: tokens.ben }, DOORS)).toMatchObject({ reason: 'removed' });
  expect(enter(again, 'k', { token: tokens.host, host: true })).toEqual({ token: tokens.host, seat: -1, host: true });
  expect(admit(again, 'g', { token: tokens.ada, host: true }, DOORS)).toMatchObject({ reason: 'hostKey' });
});

test('no token and no key is kept, only what they hash to', () => {
  const { people, tokens } = classOfThree();
  const text = JSON.stringify(rosterState(people));
  for (const token of Object.values(tokens)) expect(text).not.toContain(token);
});
