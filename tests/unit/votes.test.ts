/** Votes and phrases by the clock and by the numbers, without a room. */
import { describe, expect, it } from 'vitest';
import { createTalk } from '../../server/match/phrases.ts';
import { createPerson, type Person } from '../../server/match/stewards.ts';
import { createVotes } from '../../server/match/votes.ts';

const OWNER = 'owner';

function seated(count: number): Person[] {
  return Array.from({ length: count }, (_, seat) => {
    const known = { tokenHash: seat === 0 ? OWNER : `token ${seat}`, names: [`Number ${seat}`], approved: true, seat };
    const person = createPerson(known, 0);
    person.sessions.add(`session ${seat}`);
    return person;
  });
}

function at(people: readonly Person[], place: number): Person {
  const person = people[place];
  if (!person) throw new RangeError(`There is no person ${place}.`);
  return person;
}

const alone = (persons: Person[]) => ({ persons, stoodUp: new Map<string, string>() });

describe('a vote', () => {
  it.each([
    [2, 0],
    [3, 2],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 4],
    [40, 20],
  ])('among %i people takes %i of the others', (count, needed) => {
    const people = seated(count);
    expect(createVotes(alone(people), () => OWNER).standing(at(people, 1)).needed).toBe(needed);
  });

  it('counts each person once, and can be taken back', () => {
    const people = seated(4);
    const [owner, target, third] = [at(people, 0), at(people, 1), at(people, 2)];
    const votes = createVotes(alone(people), () => OWNER);
    for (let times = 0; times < 3; times++) votes.cast(owner, target, true);
    expect([votes.standing(target), votes.decided()]).toEqual([{ votes: 1, needed: 2 }, undefined]);
    votes.cast(third, target, true);
    expect(votes.decided()).toBe(target);
    votes.cast(owner, target, false);
    expect(votes.decided()).toBeUndefined();
  });

  it('is none against the owner, nor among people of whom all but two are away', () => {
    const people = seated(4);
    const votes = createVotes(alone(people), () => OWNER);
    for (const voter of people.slice(1)) votes.cast(voter, at(people, 0), true);
    expect([votes.standing(at(people, 0)), votes.decided()]).toEqual([{ votes: 0, needed: 0 }, undefined]);
    for (const voter of [0, 2]) votes.cast(at(people, voter), at(people, 3), true);
    expect(votes.decided()).toBe(at(people, 3));
    for (const away of [0, 1]) at(people, away).sessions.clear();
    expect(votes.standing(at(people, 3))).toEqual({ votes: 0, needed: 0 });
    // Who comes back has voted already.
    at(people, 0).sessions.add('again');
    expect(votes.standing(at(people, 3))).toEqual({ votes: 2, needed: 2 });
  });
});

describe('phrases', () => {
  it('come one in two seconds from each person', () => {
    const talk = createTalk();
    expect([0, 1_999, 2_000, 2_001].map((now) => talk.maySay('ada', now))).toEqual([true, false, true, false]);
    expect(talk.maySay('ben', 2_001)).toBe(true);
  });

  it('come ten in a minute, and more as the minute passes', () => {
    const talk = createTalk();
    const times = Array.from({ length: 15 }, (_, at) => at * 2_000);
    expect(times.filter((now) => talk.maySay('ada', now))).toHaveLength(10);
    expect(talk.maySay('ada', 59_999)).toBe(false);
    expect(talk.maySay('ada', 60_000)).toBe(true);
    expect(talk.maySay('ada', 62_001)).toBe(true);
  });
});
