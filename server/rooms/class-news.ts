/** What is new of a class for one session, so that nothing is told twice: of themselves, and for a host of everybody. */
import type { PersonView, RosterNews, RosterView, SelfView } from '../../shared/protocol/class-messages.ts';

/** What a session was last told. */
export interface ToldClass {
  self: string;
  rules: string;
  readonly people: Map<string, string>;
  /** When each person last did anything, as told: milliseconds of performance.now(). */
  readonly actedAt: Map<string, number>;
}

export const toldNothing = (): ToldClass => ({ self: '', rules: '', people: new Map(), actedAt: new Map() });

/** Null when nothing is new. Notes what is told. */
export function selfNews(told: ToldClass, now: SelfView | null): SelfView | null {
  const text = JSON.stringify(now);
  if (now === null || text === told.self) return null;
  told.self = text;
  return now;
}

/** Null when nothing is new. Notes what is told. `at`: performance.now(). */
export function rosterNews(told: ToldClass, now: RosterView | null, at: number): RosterNews | null {
  if (now === null) return null;
  const people = now.people.filter((person) => isNew(told, person, at));
  const { rules, teams } = now;
  const text = JSON.stringify({ rules, teams });
  const sameRules = text === told.rules;
  told.rules = text;
  const gone = goneFrom(told, now.people);
  if (people.length === 0 && gone.length === 0 && sameRules) return null;
  return {
    ...(people.length > 0 ? { people } : {}),
    ...(gone.length > 0 ? { gone } : {}),
    ...(sameRules ? {} : { rules, teams }),
  };
}

/** Ids of those who were told of and are not in the list any more: public rooms forget who has gone. */
function goneFrom({ people, actedAt }: ToldClass, now: readonly PersonView[]): string[] {
  const here = new Set(now.map(({ id }) => id));
  const gone = [...people.keys()].filter((id) => !here.has(id));
  for (const id of gone) {
    people.delete(id);
    actedAt.delete(id);
  }
  return gone;
}

/** Idleness grows by itself on the console: only what a person does is news. */
const SAME_MOMENT_MS = 500;

function isNew({ people, actedAt }: ToldClass, person: PersonView, at: number): boolean {
  const { idleMs, ...rest } = person;
  const text = JSON.stringify(rest);
  const acted = at - idleMs;
  const before = actedAt.get(person.id);
  if (people.get(person.id) === text && before !== undefined && Math.abs(acted - before) < SAME_MOMENT_MS) return false;
  people.set(person.id, text);
  actedAt.set(person.id, acted);
  return true;
}
