/**
 * Votes by which the people of a public room take somebody out of it: more than half of those who are here besides the one
 * concerned, and two at least. Who is away has no vote meanwhile; the votes of who is gone for good count no more.
 */
import type { People } from './people.ts';
import { isHere, type Person } from './stewards.ts';

const LEAST = 2;

export interface Standing {
  /** People here who want this one to leave. */
  readonly votes: number;
  /** How many it takes; 0 where no vote is possible. */
  readonly needed: number;
}

export interface Votes {
  /** Notes a vote, or takes it back. */
  cast(voter: Person, target: Person, remove: boolean): void;
  standing(target: Person): Standing;
  /** Somebody against whom there are votes enough; undefined when there is nobody. */
  decided(): Person | undefined;
}

const NONE: Standing = { votes: 0, needed: 0 };

/** `ownerHash`: of the token of whoever made the room, and cannot be voted out of it. */
export function createVotes({ persons, stoodUp }: Pick<People, 'persons' | 'stoodUp'>, ownerHash: () => string): Votes {
  /** By the id of whom they concern: ids of those who voted. Ids of people who have gone never come again. */
  const against = new Map<string, Set<string>>();

  const standing = (target: Person): Standing => {
    if (target.tokenHash === ownerHash()) return NONE;
    const others = persons.filter((each) => each !== target && each.seat >= 0 && isHere(each));
    if (others.length < LEAST) return NONE;
    const voters = against.get(target.id);
    return {
      votes: others.filter(({ id }) => voters?.has(id)).length,
      needed: Math.max(LEAST, Math.floor(others.length / 2) + 1),
    };
  };

  const forgetGone = (): void => {
    const known = new Set([...persons.map(({ id }) => id), ...stoodUp.values()]);
    for (const id of against.keys()) if (!known.has(id)) against.delete(id);
  };

  return {
    cast(voter, target, remove) {
      forgetGone();
      const voters = against.get(target.id) ?? new Set();
      if (remove) voters.add(voter.id);
      else voters.delete(voter.id);
      against.set(target.id, voters);
    },
    standing,
    decided: () =>
      persons.find((person) => {
        const { votes, needed } = standing(person);
        return person.seat >= 0 && needed > 0 && votes >= needed;
      }),
  };
}
