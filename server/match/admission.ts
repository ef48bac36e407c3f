/** Who comes in, as whom; and who does not, and why. */

import type { Welcome } from '../../shared/protocol/messages.ts';
import { MOST_DEVICES } from '../../shared/protocol/wire.ts';
import type { Refusal } from './engine.ts';
import { freshName } from './names.ts';
import { namesTaken, type People } from './people.ts';
import type { Mode } from './phases.ts';
import { freshSecret, hashSecret } from './secrets.ts';
import { createPerson, freeSeat, type Person, seatPerson } from './stewards.ts';

export interface Wish {
  readonly token?: string | undefined;
  readonly watch?: boolean | undefined;
  /** To lead the room from its console: `token` is then the host's key. */
  readonly host?: boolean | undefined;
  /** Ready by coming, where the match has not begun. */
  readonly ready?: boolean | undefined;
}

/** What admission depends on besides the people. */
export interface Doors {
  readonly mode: Mode;
  /** Whether the first to come into a public room owns it. */
  readonly owned: boolean;
  readonly begun: boolean;
  readonly over: boolean;
}

/**
 * Gives a connection its place: by its token the same as before, else a free seat, or none when it only watches. The first
 * to come into a solo or private room is its host, and may be the owner of a public one.
 */
export function admit(people: People, session: string, wish: Wish, doors: Doors): Welcome | Refusal {
  const token = wish.token ?? '';
  const hash = token === '' ? '' : hashSecret(token);
  const isHost = hash !== '' && hash === people.hostKeyHash;
  const own = hash === '' ? undefined : people.persons.find(({ tokenHash }) => tokenHash === hash);
  // A host who plays along leads from the seat, and may open the console beside it.
  const leads = wish.host || (doors.mode !== 'public' && !own) || (wish.watch && !own);
  if (isHost && leads) return watching(people, session, token);
  if (own && !wish.host) return returned(people, session, own, token, doors);
  // An owner who gave the seat up comes back to another.
  if (isHost) return refusalOf(people, doors, true) ?? newcomer(people, session, token);
  const first = people.hostKeyHash === '' && (doors.mode !== 'public' || doors.owned);
  if (wish.host && !first) return NOT_THE_KEY;
  if (wish.watch) return watching(people, session, first ? appointHost(people, freshSecret()) : '');
  const refusal = refusalOf(people, doors, first);
  if (refusal) return refusal;
  return newcomer(people, session, first ? appointHost(people, freshSecret()) : freshSecret());
}

/** A seat for a connection that has watched. Who leads keeps the key that they lead by. */
export function takeSeat(people: People, session: string, doors: Doors): Welcome | Refusal {
  if (!people.watchers.has(session)) return SEATED;
  const leads = people.hosts.has(session);
  const own = leads ? people.persons.find(({ tokenHash }) => tokenHash === people.hostKeyHash) : undefined;
  const place = own
    ? returned(people, session, own, '', doors)
    : (refusalOf(people, doors, leads) ??
      newcomer(people, session, leads ? '' : freshSecret(), former(people, session)));
  if ('error' in place) return place;
  people.watchers.delete(session);
  people.stoodUp.delete(session);
  return place;
}

/** What is counted of somebody (votes, phrases, reports) counts on when they have only stood up meanwhile. */
function former({ persons, stoodUp }: People, session: string): Pick<Person, 'id'> | undefined {
  const id = stoodUp.get(session);
  return id === undefined || persons.some((person) => person.id === id) ? undefined : { id };
}

function returned(people: People, session: string, person: Person, token: string, doors: Doors): Welcome | Refusal {
  if (person.removed) return doors.mode === 'public' ? PUT_OUT : REMOVED;
  // Let back in, or given up: there may be another seat.
  if (person.seat < 0) {
    const steward = freeSeat(people.stewards, people.share, person.team);
    if (!steward) return full(people);
    if (doors.over) return OVER;
    seatPerson(person, steward);
  }
  return seated(people, session, person, token);
}

const NOT_THE_KEY: Refusal = {
  reason: 'hostKey',
  error:
    'That is not the key of this room, so its console stays shut. Open it on the machine that made the room, or by the link with the key that its console shows.',
};
const REMOVED: Refusal = {
  reason: 'removed',
  error:
    'The host of this room has taken you out of it. If that was a mistake, talk to your teacher: they can let you in again.',
};
const PUT_OUT: Refusal = {
  reason: 'putOut',
  error:
    'You have been taken out of this room, by its owner or by a vote of the others. Other rooms are open, and you can make one.',
};
const SEATED: Refusal = { reason: 'seated', error: 'You look after a habitat already.' };
const OVER: Refusal = {
  reason: 'over',
  error: 'This match is over, so there is nothing left to join. Its replay is in the list of replays.',
};

/** Why a newcomer cannot have a seat; null if they can. */
function refusalOf({ rules }: People, { mode, begun, over }: Doors, first: boolean): Refusal | null {
  if (over) return OVER;
  if (mode === 'solo' && !first) {
    return {
      reason: 'solo',
      error: 'Somebody is playing this match on their own. Start one yourself, or join a public room.',
    };
  }
  if (rules.locked) {
    return { reason: 'locked', error: 'The host has locked this room: nobody new comes in now. Ask your teacher.' };
  }
  if (begun && !rules.lateJoining) {
    return {
      reason: 'tooLateToJoin',
      error: 'This match has begun, and its host lets nobody join late. Ask your teacher.',
    };
  }
  return null;
}

function full({ stewards, share }: People): Refusal {
  const count = stewards.length;
  if (share) return { reason: 'fullClass', error: `This room is full: it has places for ${MOST_DEVICES} devices.` };
  return {
    reason: 'full',
    error: `This room is full: ${count === 1 ? 'its one habitat has a steward' : `all ${count} habitats have a steward`}. You can watch, or try another room.`,
  };
}

/** `token`: of the new person; empty for one who leads, and keeps the key that they have. `known`: who has been here before. */
function newcomer(people: People, session: string, token: string, known?: Pick<Person, 'id'>): Welcome | Refusal {
  const { persons, stewards, share, rules } = people;
  const devices = persons.filter(({ removed }) => !removed).length;
  const team = smallestTeam(people);
  const steward = share && devices >= MOST_DEVICES ? undefined : freeSeat(stewards, share, team);
  if (!steward) return full(people);
  const tokenHash = token === '' ? people.hostKeyHash : hashSecret(token);
  const taken = namesTaken(people);
  const isSeatsName = !persons.some((person) => !person.removed && person.names.includes(steward.name));
  const names = [isSeatsName ? steward.name : freshName(taken)];
  const person = createPerson(
    { ...known, tokenHash, names, approved: tokenHash === people.hostKeyHash || !rules.approval, team },
    performance.now(),
  );
  persons.push(person);
  seatPerson(person, steward);
  return seated(people, session, person, token);
}

/** Where a newcomer goes; 0 where there are no teams. */
function smallestTeam({ persons, teams }: People): number {
  const sizes = Array.from({ length: teams }, (_, at) => persons.filter((p) => !p.removed && p.team === at + 1).length);
  return teams === 0 ? 0 : sizes.indexOf(Math.min(...sizes)) + 1;
}

function appointHost(people: People, token: string): string {
  people.hostKeyHash = hashSecret(token);
  return token;
}

function seated(people: People, session: string, person: Person, token: string): Welcome {
  person.sessions.add(session);
  people.awaySince.delete(person.seat);
  const host = person.tokenHash === people.hostKeyHash;
  if (host) people.hosts.add(session);
  return { token, seat: person.seat, host };
}

/** `token`: the host's, or empty. */
function watching(people: People, session: string, token: string): Welcome {
  people.watchers.add(session);
  if (token !== '') people.hosts.add(session);
  return { token, seat: -1, host: token !== '' };
}
