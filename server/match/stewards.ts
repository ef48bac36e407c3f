/**
 * Who looks after which habitat. A seat is a habitat's. A person (a device of one to four people) holds it by a token that
 * their page keeps, so that a reload, a sleep or another tab finds the same seat again; several persons share a seat where the
 * room lets them. Seats without a person are looked after by bots once a match has begun.
 */
import { nanoid } from 'nanoid';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import type { PersonState } from './class-state.ts';
import { freshName } from './names.ts';

/** A device that holds a place, and who sits at it. */
export interface Person {
  /** Told to everybody who may see the roster; opens nothing. */
  readonly id: string;
  readonly tokenHash: string;
  names: readonly string[];
  /** -1: none. */
  seat: number;
  /** 1 to 8; 0: none. */
  team: number;
  approved: boolean;
  hidden: boolean;
  removed: boolean;
  ready: boolean;
  /** Connections now open: one person may have two tabs. */
  readonly sessions: Set<string>;
  /** When they last did anything, in milliseconds of performance.now(). */
  actedAt: number;
}

export interface Steward {
  /** Also the habitat's number. */
  readonly seat: number;
  /** What the seat is called; its first holder is called so too. */
  name: string;
  /** The policy; empty for a person and for a seat that nobody has taken yet. */
  bot: BotPolicy | '';
  holders: Person[];
}

export function createStewards(seats: number): Steward[] {
  const taken = new Set<string>();
  return Array.from({ length: seats }, (_, seat) => {
    const name = freshName(taken);
    taken.add(name);
    return { seat, name, bot: '', holders: [] };
  });
}

type Known = Pick<PersonState, 'tokenHash' | 'names' | 'approved'> & Partial<PersonState>;

/** Without a connection yet. */
export const createPerson = (known: Known, now: number): Person => ({
  id: nanoid(12),
  seat: -1,
  team: 0,
  hidden: false,
  removed: false,
  ...known,
  ready: false,
  sessions: new Set(),
  actedAt: now,
});

export const isHere = (person: Person): boolean => person.sessions.size > 0;
export const isPerson = (steward: Steward): boolean => steward.holders.length > 0;
export const isPresent = (steward: Steward): boolean => steward.holders.some(isHere);
/** All holders who are here have said so, and there is one at least. */
export const isReady = (steward: Steward): boolean =>
  isPresent(steward) && steward.holders.every((person) => person.ready || !isHere(person));

export const seatOfSession = (stewards: readonly Steward[], session: string): Steward | undefined =>
  stewards.find(({ holders }) => holders.some(({ sessions }) => sessions.has(session)));

/**
 * The seat for a newcomer: one that nobody holds, an empty one before a bot's; where seats may be shared, else the one with the
 * fewest holders, in the newcomer's team if it has any. Undefined when there is none.
 */
export function freeSeat(stewards: readonly Steward[], share: boolean, team: number): Steward | undefined {
  const free = stewards.filter((steward) => !isPerson(steward));
  const empty = free.find((each) => each.bot === '') ?? free[0];
  if (empty || !share) return empty;
  const own = stewards.filter(({ holders }) => team > 0 && holders[0]?.team === team);
  const among = own.length > 0 ? own : stewards;
  return [...among].sort((a, b) => a.holders.length - b.holders.length)[0];
}

/** Seats a person. Whoever comes to an empty seat is called as the seat is, unless they have a name already. */
export function seatPerson(person: Person, steward: Steward): void {
  person.seat = steward.seat;
  steward.holders.push(person);
  steward.bot = '';
}

/** A person has gone for good: an empty seat is free for the next, and a bot looks after it meanwhile. */
export function giveUpSeat(person: Person, steward: Steward, policy: BotPolicy | ''): void {
  steward.holders = steward.holders.filter((each) => each !== person);
  person.seat = -1;
  person.ready = false;
  if (!isPerson(steward)) steward.bot = policy;
}

/** Lets bots look after every seat that no person holds. `policyOf`: the policy for a seat. */
export function fillWithBots(stewards: readonly Steward[], policyOf: (seat: number) => BotPolicy): void {
  for (const steward of stewards) {
    if (!isPerson(steward) && steward.bot === '') steward.bot = policyOf(steward.seat);
  }
}

/**
 * All people who are here have said so or have done what is asked, and there is one at least. Who is away holds nobody up.
 */
export function allDone(stewards: readonly Steward[], hasDone: (steward: Steward) => boolean): boolean {
  const present = stewards.filter(isPresent);
  return present.length > 0 && present.every((steward) => isReady(steward) || hasDone(steward));
}
