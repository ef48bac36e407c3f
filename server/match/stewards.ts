/**
 * Who looks after which habitat. A seat is a habitat's; a person holds it by a token that their page keeps, so that a reload,
 * a sleep or another tab finds the same seat again. Seats without a person are looked after by bots once a match has begun.
 */
import { nanoid } from 'nanoid';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import { freshName } from './names.ts';

export interface Steward {
  /** Also the habitat's number. */
  readonly seat: number;
  readonly name: string;
  /** The policy; empty for a person and for a seat that nobody has taken yet. */
  bot: BotPolicy | '';
  /** Of the person who holds the seat; empty for nobody. */
  token: string;
  /** Connections now open: one person may have two tabs. */
  readonly sessions: Set<string>;
  ready: boolean;
}

export function createStewards(seats: number): Steward[] {
  const taken = new Set<string>();
  return Array.from({ length: seats }, (_, seat) => {
    const name = freshName(taken);
    taken.add(name);
    return { seat, name, bot: '', token: '', sessions: new Set(), ready: false };
  });
}

export const isPerson = (steward: Steward): boolean => steward.token !== '';
export const isPresent = (steward: Steward): boolean => steward.sessions.size > 0;

/** The seat that belongs to this token; undefined when it is nobody's (any more). */
export const seatOfToken = (stewards: readonly Steward[], token: string): Steward | undefined =>
  token === '' ? undefined : stewards.find((steward) => steward.token === token);

export const seatOfSession = (stewards: readonly Steward[], session: string): Steward | undefined =>
  stewards.find((steward) => steward.sessions.has(session));

/** Gives a newcomer a seat that nobody holds, an empty one before a bot's; undefined when the room is full. */
export function takeFreeSeat(stewards: readonly Steward[]): Steward | undefined {
  const free = stewards.filter((steward) => !isPerson(steward));
  const steward = free.find((each) => each.bot === '') ?? free[0];
  if (!steward) return undefined;
  steward.token = nanoid();
  steward.bot = '';
  steward.ready = false;
  return steward;
}

/** Lets bots look after every seat that no person holds. `policyOf`: the policy for a seat. */
export function fillWithBots(stewards: readonly Steward[], policyOf: (seat: number) => BotPolicy): void {
  for (const steward of stewards) {
    if (!isPerson(steward) && steward.bot === '') steward.bot = policyOf(steward.seat);
  }
}

/** A person has gone for good: the seat is free for the next, and a bot looks after it meanwhile. */
export function giveUpSeat(steward: Steward, policy: BotPolicy | ''): void {
  steward.token = '';
  steward.bot = policy;
  steward.ready = false;
}

/**
 * All people who are here have said so or have done what is asked, and there is one at least. Who is away holds nobody up.
 */
export function allDone(stewards: readonly Steward[], hasDone: (steward: Steward) => boolean): boolean {
  const present = stewards.filter((steward) => isPerson(steward) && isPresent(steward));
  return present.length > 0 && present.every((steward) => steward.ready || hasDone(steward));
}
