/** The people of a class as its console has them: what was told, put together, and what is to be seen at a glance. */
import type { PersonView, RosterNews, Rules } from '../../shared/protocol/class-messages.ts';

/** A person, with the moment (performance.now()) at which they last did anything. */
export interface RosterPerson extends PersonView {
  readonly actedAt: number;
}

export interface Roster {
  readonly rules: Rules;
  readonly teams: number;
  /** In the order in which they came, the removed ones among them. */
  readonly people: readonly RosterPerson[];
}

const NO_RULES: Rules = {
  locked: false,
  lateJoining: true,
  approval: false,
  ownNames: false,
  frozen: false,
  namesShown: true,
  ranksShown: true,
  phrases: false,
};

/** `now`: performance.now() when the news came. */
export function mergeRoster(before: Roster | null, news: RosterNews, now: number): Roster {
  const people = new Map((before?.people ?? []).map((person) => [person.id, person]));
  for (const person of news.people ?? []) people.set(person.id, { ...person, actedAt: now - person.idleMs });
  for (const id of news.gone ?? []) people.delete(id);
  return {
    rules: news.rules ?? before?.rules ?? NO_RULES,
    teams: news.teams ?? before?.teams ?? 0,
    people: [...people.values()],
  };
}

/** How somebody is to be seen: out, gone, ready, stuck, waiting for a word of the teacher, or at work. */
export type Standing = 'removed' | 'gone' | 'waiting' | 'stuck' | 'ready' | 'working';

/** So long without doing anything that is asked, and somebody may need help. */
export const STUCK_MS = 60_000;

/** `since`: when that began which is asked now (performance.now()): before, there was nothing to be stuck in. */
export function standingOf(person: RosterPerson, since: number, now: number): Standing {
  if (person.removed) return 'removed';
  if (!person.connected) return 'gone';
  if (!person.approved) return 'waiting';
  if (person.ready) return 'ready';
  return person.asked && now - Math.max(person.actedAt, since) >= STUCK_MS ? 'stuck' : 'working';
}

/** "Amber Hare & Kind Owl". */
export const namesOf = ({ names }: Pick<PersonView, 'names'>): string => names.join(' & ');

/** How many people there are: several may sit at one device; who is removed does not count. */
export const headCount = (people: readonly PersonView[]): number =>
  people.reduce((sum, { names, removed }) => sum + (removed ? 0 : names.length), 0);
