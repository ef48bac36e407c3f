/** The people of a match: who is here, who holds which seat, who is the host. */
import type { Rules } from '../../shared/protocol/class-messages.ts';
import { BOT_POLICIES, type BotPolicy } from '../../shared/sim/bots.ts';
import type { RosterState } from './class-state.ts';
import { SEAT_KEPT_MS } from './phases.ts';
import { createPerson, createStewards, giveUpSeat, isPresent, type Person, type Steward } from './stewards.ts';

export interface People {
  readonly stewards: readonly Steward[];
  /** Whoever has held a place, in the order in which they came; nobody is dropped, so that a removed one stays known. */
  readonly persons: Person[];
  /** Connections without a seat. */
  readonly watchers: Set<string>;
  /** Of watchers who have given a seat up: whom they were, by connection. Sitting down again makes nobody a stranger. */
  readonly stoodUp: Map<string, string>;
  /** Connections that may pace the match. */
  readonly hosts: Set<string>;
  /** Of the key of the person who opened the room; empty where there is no host. */
  hostKeyHash: string;
  /** When a seat's last connection went, by seat; absent while there is one. */
  readonly awaySince: Map<number, number>;
  rules: Rules;
  /** 0: none; 2 to 8. */
  teams: number;
  /** Whether people who come when every habitat has a steward share one. */
  readonly share: boolean;
}

/** Late comers are welcome, names are given; nothing is hidden that nobody asked to hide. */
export const USUAL_RULES: Rules = {
  locked: false,
  lateJoining: true,
  approval: false,
  ownNames: false,
  frozen: false,
  namesShown: true,
  ranksShown: true,
  phrases: false,
};

/** `known`: as rosterState() told it before the process ended; nobody is here yet. */
export function createPeople(seats: number, share = false, known?: RosterState, now = performance.now()): People {
  const stewards = createStewards(seats);
  const persons = (known?.people ?? []).map((person) => createPerson(person, now));
  stewards.forEach((steward, seat) => {
    const bot = known?.bots[seat] ?? '';
    steward.name = known?.seatNames[seat] ?? steward.name;
    steward.bot = BOT_POLICIES.find((policy) => policy === bot) ?? '';
    steward.holders = persons.filter((person) => person.seat === seat);
  });
  return {
    stewards,
    persons,
    watchers: new Set(),
    stoodUp: new Map(),
    hosts: new Set(),
    hostKeyHash: known?.hostKeyHash ?? '',
    awaySince: new Map(),
    // An earlier version kept fewer rules.
    rules: { ...USUAL_RULES, ...known?.rules },
    teams: known?.teams ?? 0,
    share: known?.share ?? share,
  };
}

/** All that createPeople() needs to go on in another process. */
export const rosterState = ({ stewards, persons, hostKeyHash, rules, teams, share }: People): RosterState => ({
  hostKeyHash,
  seatNames: stewards.map(({ name }) => name),
  bots: stewards.map(({ bot }) => bot),
  people: persons.map(({ id, tokenHash, names, seat, team, approved, hidden, removed }) => ({
    ...{ id, tokenHash, names, seat, team, approved, hidden, removed },
  })),
  rules,
  teams,
  share,
});

export const anybodyHere = ({ stewards, watchers }: People): boolean => watchers.size > 0 || stewards.some(isPresent);

export const personOfSession = ({ persons }: People, session: string): Person | undefined =>
  persons.find(({ sessions }) => sessions.has(session));

/** Of all people who are not removed, and of the seats: so that no two are called the same. */
export const namesTaken = ({ stewards, persons }: People, except?: Person): Set<string> =>
  new Set([
    ...stewards.filter(({ seat }) => seat !== except?.seat).map(({ name }) => name),
    ...persons.filter((person) => person !== except && !person.removed).flatMap(({ names }) => names),
  ]);

/** A connection is gone. The seat is kept for its person. Returns them, if there was one. */
export function part(people: People, session: string, now: number): Person | undefined {
  people.watchers.delete(session);
  people.stoodUp.delete(session);
  people.hosts.delete(session);
  const person = personOfSession(people, session);
  if (!person) return undefined;
  person.sessions.delete(session);
  if (person.sessions.size === 0) person.ready = false;
  const steward = people.stewards[person.seat];
  if (steward && !isPresent(steward)) people.awaySince.set(steward.seat, now);
  return person;
}

/** The match was taken up by another process: everybody who holds a seat is away as of now. */
export function holdSeats({ stewards, awaySince }: People, now: number): void {
  for (const { seat, holders } of stewards) if (holders.length > 0) awaySince.set(seat, now);
}

/** In a public room seats are not kept for ever: those of people long away go to bots, until somebody comes. */
export function releaseSeats(people: People, policyOf: (seat: number) => BotPolicy | '', now: number): void {
  for (const steward of people.stewards) {
    const since = people.awaySince.get(steward.seat);
    if (since === undefined || now - since < SEAT_KEPT_MS) continue;
    people.awaySince.delete(steward.seat);
    for (const person of steward.holders) forget(people, person, steward, policyOf(steward.seat));
  }
}

/** Gives a seat up for good: in a public room a token outlives it no longer. */
export function forget(people: People, person: Person, steward: Steward, policy: BotPolicy | ''): void {
  giveUpSeat(person, steward, policy);
  people.persons.splice(people.persons.indexOf(person), 1);
}
