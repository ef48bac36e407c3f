/** Another match with the same people: whoever wants it first opens its room, and everybody is told where it is. */
import type { RosterState } from './class-state.ts';
import type { Refusal } from './engine.ts';
import { type People, rosterState } from './people.ts';
import type { Mode } from './phases.ts';
import { isHere, type Person } from './stewards.ts';

export interface RematchParts {
  readonly people: People;
  readonly mode: Mode;
  /** Opens a room like this one, in which these people have their seats. Resolves with its id. */
  readonly open: (roster: RosterState) => Promise<string>;
  /** The room that was opened before this process took the match up; empty for none. */
  readonly next: string;
}

export interface Rematch {
  /** `opens`: whether this person's wish is enough to open the room. Null when done. */
  want(person: Person | undefined, want: boolean, opens: boolean): Promise<Refusal | null>;
  /** The id of the room; empty until there is one. */
  next(): string;
  /** People here who want it. */
  wanted(): number;
}

export function createRematch({ people, mode, open, next: known }: RematchParts): Rematch {
  const wanting = new Set<Person>();
  let next = known;
  return {
    async want(person, want, opens) {
      if (want && opens && next === '') {
        try {
          next = await open(rosterAgain(people, mode));
        } catch {
          // The room that failed has logged why.
          return { reason: 'noRematch', error: 'Another room could not be opened just now. Try again in a moment.' };
        }
      }
      if (person && want) wanting.add(person);
      else if (person) wanting.delete(person);
      return null;
    },
    next: () => next,
    wanted: () => [...wanting].filter((person) => isHere(person) && !person.removed).length,
  };
}

/**
 * The same people at the same habitats; who was taken out stays out. A class is the same class; of others those come along who are
 * here. Bots come when it begins.
 */
export function rosterAgain(people: People, mode: Mode): RosterState {
  const roster = rosterState(people);
  const along = new Set(people.persons.filter((each) => mode === 'private' || isHere(each)).map(({ id }) => id));
  return {
    ...roster,
    bots: roster.bots.map(() => ''),
    people: roster.people.filter(({ id, removed }) => removed || along.has(id)),
    rules: { ...roster.rules, frozen: false },
  };
}
