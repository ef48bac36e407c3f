/** What a host does with the people of a class, and what people may say of themselves. Plain changes of `People`. */
import type { ClassAction, PersonView, Rule, SelfView } from '../../shared/protocol/class-messages.ts';
import { TEAM_LIMITS } from '../../shared/protocol/wire.ts';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import type { Refusal } from './engine.ts';
import { judgeName, skeleton } from './name-rules.ts';
import { freshName } from './names.ts';
import { namesTaken, type People } from './people.ts';
import { giveUpSeat, isHere, type Person } from './stewards.ts';

/** Whether others may read this person's names. */
export const isShown = ({ rules }: People, { approved, hidden }: Person): boolean =>
  rules.namesShown && approved && !hidden;

/** Switches a rule. Names that pupils choose are seen by their teacher first, unless the teacher will have it otherwise. */
export function setRule(people: People, rule: Rule, on: boolean): void {
  people.rules = { ...people.rules, [rule]: on, ...(rule === 'ownNames' && on ? { approval: true } : {}) };
}

/**
 * Names for all who sit at a device, in their order; an empty one gets a name that nobody has. `free`: given by the host. Null
 * when done.
 */
export function nameAll(people: People, person: Person, wanted: readonly string[], free: boolean): Refusal | null {
  const taken = namesTaken(people, person);
  const skeletons = new Set([...taken].map(skeleton));
  const names: string[] = [];
  for (const [at, wish] of wanted.entries()) {
    const known = person.names[at];
    const blank = wish.trim() === '';
    if (!blank && wish !== known && !free && !people.rules.ownNames) {
      return { reason: 'namesGiven', error: 'In this room names are given. Your teacher can let you choose one.' };
    }
    const judged = blank ? { name: keptOrFresh(known, taken) } : judgeName(wish, free);
    if ('error' in judged) return judged;
    if (skeletons.has(skeleton(judged.name))) {
      return { reason: 'nameTaken', error: `Somebody here is called “${judged.name}”, or nearly so. Choose another.` };
    }
    taken.add(judged.name);
    skeletons.add(skeleton(judged.name));
    names.push(judged.name);
  }
  const chosen = names.some((name, at) => wanted[at]?.trim() !== '' && !person.names.includes(name));
  person.names = names;
  if (free) person.approved = true;
  else if (chosen && people.rules.approval) person.approved = false;
  return null;
}

const keptOrFresh = (known: string | undefined, taken: ReadonlySet<string>): string =>
  known !== undefined && !taken.has(known) ? known : freshName(taken);

/**
 * Carries out what the host wants with one person. `policy`: what looks after a seat that nobody holds any more; empty before
 * the beginning. Null when done.
 */
export function actOn(
  people: People,
  action: Extract<ClassAction, { person: string }>,
  policy: (seat: number) => BotPolicy | '',
): Refusal | null {
  const person = people.persons.find(({ id }) => id === action.person);
  if (!person) {
    return { reason: 'noPerson', error: 'That person is not in this room any more. Nothing has changed.' };
  }
  if (person.removed && action.do !== 'remove') {
    return { reason: 'isRemoved', error: `${said(person)} has been taken out of the room. Let them in again first.` };
  }
  switch (action.do) {
    case 'approve':
      person.approved = action.on;
      return null;
    case 'hide':
      person.hidden = action.on;
      return null;
    case 'rename':
      return nameAll(people, person, action.names, true);
    case 'team':
      return join(people, person, action.team);
    case 'remove':
      return action.on ? putOut(people, person, policy) : letBack(people, person);
  }
}

const said = ({ names }: Person): string => names.join(' & ');

function join(people: People, person: Person, team: number): Refusal | null {
  if (team > people.teams) {
    return { reason: 'noTeam', error: `There is no team ${team} in this room: set the number of teams first.` };
  }
  person.team = team;
  return null;
}

/** Out of the room, by whomever: their token opens it no more, and a bot looks after the seat. */
export function putOut(people: People, person: Person, policy: (seat: number) => BotPolicy | ''): null {
  if (person.removed) return null;
  person.removed = true;
  const steward = people.stewards[person.seat];
  if (!steward) return null;
  giveUpSeat(person, steward, policy(steward.seat));
  people.awaySince.delete(steward.seat);
  // Whoever comes next is not to be taken for the one who went.
  steward.name = freshName(namesTaken(people));
  return null;
}

/** Their page finds them a seat when it comes back. */
function letBack(people: People, person: Person): null {
  person.removed = false;
  const taken = namesTaken(people, person);
  person.names = person.names.map((name) => (taken.has(name) ? freshName(taken) : name));
  return null;
}

/** Shares all people out evenly, those at one habitat together; 0: no teams. Null when done. */
export function shareOut(people: People, teams: number): Refusal | null {
  if (teams !== 0 && teams < TEAM_LIMITS.least) {
    return { reason: 'teamCount', error: `There are ${TEAM_LIMITS.least} to ${TEAM_LIMITS.most} teams, or none.` };
  }
  people.teams = teams;
  for (const person of people.persons) person.team = 0;
  if (teams === 0) return null;
  const held = people.stewards.filter(({ holders }) => holders.length > 0);
  held.forEach(({ holders }, at) => {
    for (const person of holders) person.team = (at % teams) + 1;
  });
  return null;
}

/** A person as the console sees them. `asked`: whether there is something to do now; `ready`: whether they have done it. */
export const personView = (person: Person, asked: boolean, ready: boolean, now: number): PersonView => ({
  id: person.id,
  names: person.names,
  seat: person.seat,
  team: person.team,
  approved: person.approved,
  hidden: person.hidden,
  removed: person.removed,
  asked,
  ready,
  connected: isHere(person),
  idleMs: Math.max(0, Math.round(now - person.actedAt)),
});

/** What a person is told of themselves. */
export const selfView = (people: People, person: Person): SelfView => ({
  person: person.id,
  names: person.names,
  team: person.team,
  shown: isShown(people, person),
  mayChoose: people.rules.ownNames,
  removed: person.removed,
});
