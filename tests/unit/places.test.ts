/** Who has which place in a public room: owners, spectators, and people for whom a seat is kept. */
import { expect, test } from 'vitest';
import { admit, type Doors } from '../../server/match/admission.ts';
import { createPeople, holdSeats, type People, part, releaseSeats } from '../../server/match/people.ts';
import { SEAT_KEPT_MS } from '../../server/match/phases.ts';
import { sit, stand } from '../../server/match/places.ts';
import { rosterAgain } from '../../server/match/rematch.ts';
import { putOut } from '../../server/match/roster.ts';
import { createVotes } from '../../server/match/votes.ts';
import type { Welcome } from '../../shared/protocol/messages.ts';

const DOORS: Doors = { mode: 'public', owned: true, begun: false, over: false };
const NOBODYS: Doors = { ...DOORS, owned: false };

function enter(people: People, session: string, wish: object = {}, doors = DOORS): Welcome {
  const place = admit(people, session, wish, doors);
  if ('error' in place) throw new Error(place.error);
  return place;
}

test('the first into a room of one’s own is its owner, and nobody is in a room that is nobody’s', () => {
  const own = createPeople(3);
  expect([enter(own, 'a').host, enter(own, 'b').host]).toEqual([true, false]);
  const watched = createPeople(3);
  expect(enter(watched, 'a', { watch: true })).toMatchObject({ seat: -1, host: true });
  expect(enter(watched, 'b').host).toBe(false);
  const free = createPeople(3);
  expect([enter(free, 'a', {}, NOBODYS).host, enter(free, 'b', {}, NOBODYS).host]).toEqual([false, false]);
  expect(free.hostKeyHash).toBe('');
});

test('an owner who stood up and went comes back to a seat by the same key, or to watch', () => {
  const people = createPeople(2);
  const { token } = enter(people, 'a');
  stand(people, 'a', DOORS, () => '');
  part(people, 'a', 0);
  expect(enter(people, 'b', { token, watch: true })).toEqual({ token, seat: -1, host: true });
  expect(enter(people, 'c', { token })).toEqual({ token, seat: 0, host: true });
  // The other page of theirs shares the seat.
  expect(sit(people, 'b', DOORS)).toEqual([{ session: 'b', welcome: { token: '', seat: 0, host: true } }]);
});

test('who sits down gets a key of their own, and all of who stands up watch', () => {
  const people = createPeople(2);
  enter(people, 'a');
  enter(people, 'b', { watch: true });
  const placed = sit(people, 'b', DOORS);
  if ('reason' in placed) throw new Error(placed.error);
  const [seated] = placed;
  expect(seated?.welcome).toMatchObject({ seat: 1, host: false, token: expect.stringMatching(/^.{21,}$/) });
  enter(people, 'c', { token: seated?.welcome.token });
  expect(stand(people, 'c', DOORS, () => 'gardener')).toHaveLength(2);
  expect([people.stewards[1]?.bot, [...people.watchers].sort()]).toEqual(['gardener', ['b', 'c']]);
});

test('the seats of who was here are kept for a minute, those of who was away are not, and who was put out stays out', () => {
  const before = createPeople(4);
  const [ada, ben, eve, gone] = ['a', 'b', 'c', 'd'].map((session) => enter(before, session));
  part(before, 'd', 0);
  const out = before.persons[2];
  if (out) putOut(before, out, () => '');
  const after = createPeople(4, false, rosterAgain(before, 'public'));
  holdSeats(after, 1_000);
  expect(admit(after, 'c', { token: eve?.token }, DOORS)).toMatchObject({ reason: 'putOut' });
  expect(enter(after, 'x', { token: gone?.token }).seat).toBe(2);
  expect(enter(after, 'a', { token: ada?.token })).toEqual({ token: ada?.token, seat: 0, host: true });
  releaseSeats(after, () => '', 1_000 + SEAT_KEPT_MS - 1);
  expect(enter(after, 'y').seat).toBe(3);
  expect(admit(after, 'z', {}, DOORS)).toMatchObject({ reason: 'full' });
  releaseSeats(after, () => '', 1_000 + SEAT_KEPT_MS);
  expect(enter(after, 'z').seat).toBe(1);
  // Too late for their own: it is somebody else's.
  expect(admit(after, 'b', { token: ben?.token }, DOORS)).toMatchObject({ reason: 'full' });
});

test('who stands up and sits down again is no stranger: votes against them count on, until they have gone', () => {
  const people = createPeople(5);
  for (const session of ['a', 'b', 'c']) enter(people, session);
  const [ada, ben, eve] = people.persons;
  if (!ada || !ben || !eve) throw new Error('Somebody did not come.');
  const votes = createVotes(people, () => people.hostKeyHash);
  votes.cast(ben, eve, true);
  stand(people, 'c', DOORS, () => '');
  // Another vote meanwhile: what is known of who has gone is forgotten then.
  votes.cast(ada, ben, true);
  sit(people, 'c', DOORS);
  const again = people.persons.find(({ sessions }) => sessions.has('c'));
  expect(again && [again.id, votes.standing(again)]).toEqual([eve.id, { votes: 1, needed: 2 }]);
  stand(people, 'c', DOORS, () => '');
  part(people, 'c', 0);
  enter(people, 'c');
  expect(people.persons.map(({ id }) => id)).not.toContain(eve.id);
});

test('of two pages of one who stood up, the second to sit down is somebody else', () => {
  const people = createPeople(3);
  const { token } = enter(people, 'a', {}, NOBODYS);
  enter(people, 'b', { token }, NOBODYS);
  const id = people.persons[0]?.id;
  stand(people, 'a', NOBODYS, () => '');
  sit(people, 'b', NOBODYS);
  sit(people, 'a', NOBODYS);
  expect(people.persons.map((person) => person.id === id)).toEqual([true, false]);
});
