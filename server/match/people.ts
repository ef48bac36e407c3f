/** The people of a match: who is here, who holds which seat, who is the host. */
import { nanoid } from 'nanoid';
import type { Welcome } from '../../shared/protocol/messages.ts';
import type { BotPolicy } from '../../shared/sim/bots.ts';
import type { Refusal } from './engine.ts';
import { type Mode, SEAT_KEPT_MS } from './phases.ts';
import {
  createStewards,
  giveUpSeat,
  isPerson,
  isPresent,
  type Steward,
  seatOfSession,
  seatOfToken,
  takeFreeSeat,
} from './stewards.ts';

export interface Wish {
  readonly token?: string | undefined;
  readonly watch?: boolean | undefined;
}

export interface People {
  readonly stewards: readonly Steward[];
  /** Connections without a seat. */
  readonly watchers: Set<string>;
  /** Connections that may pace the match. */
  readonly hosts: Set<string>;
  /** Of the person who opened the room; empty where there is no host. */
  hostToken: string;
  /** When a seat's last connection went, by seat; absent while there is one. */
  readonly awaySince: Map<number, number>;
}

export const createPeople = (seats: number): People => ({
  stewards: createStewards(seats),
  watchers: new Set(),
  hosts: new Set(),
  hostToken: '',
  awaySince: new Map(),
});

export const anybodyHere = ({ stewards, watchers }: People): boolean => watchers.size > 0 || stewards.some(isPresent);

/**
 * Gives a connection its place: by its token the same as before, else a free seat, or none when it only watches. The first
 * to come into a solo or private room is its host.
 */
export function admit(people: People, session: string, wish: Wish, mode: Mode, over: boolean): Welcome | Refusal {
  const token = wish.token ?? '';
  const own = seatOfToken(people.stewards, token);
  if (own) return seated(people, session, own);
  const isHost = token !== '' && token === people.hostToken;
  if (isHost) return watching(people, session, token);
  const first = people.hostToken === '' && mode !== 'public';
  if (wish.watch) return watching(people, session, first ? appointHost(people, nanoid()) : '');
  if (over) {
    return {
      reason: 'over',
      error: 'This match is over, so there is nothing left to join. Its replay is in the list of replays.',
    };
  }
  if (mode === 'solo' && !first) {
    return {
      reason: 'solo',
      error: 'Somebody is playing this match on their own. Start one yourself, or join a public room.',
    };
  }
  const free = takeFreeSeat(people.stewards);
  if (!free) {
    const count = people.stewards.length;
    return {
      reason: 'full',
      error: `This room is full: ${count === 1 ? 'its one habitat has a steward' : `all ${count} habitats have a steward`}. You can watch, or try another room.`,
    };
  }
  if (first) appointHost(people, free.token);
  return seated(people, session, free);
}

function appointHost(people: People, token: string): string {
  people.hostToken = token;
  return token;
}

function seated(people: People, session: string, steward: Steward): Welcome {
  steward.sessions.add(session);
  people.awaySince.delete(steward.seat);
  const host = steward.token === people.hostToken;
  if (host) people.hosts.add(session);
  return { token: steward.token, seat: steward.seat, host };
}

/** `token`: the host's, or empty. */
function watching(people: People, session: string, token: string): Welcome {
  people.watchers.add(session);
  if (token !== '') people.hosts.add(session);
  return { token, seat: -1, host: token !== '' };
}

/** A connection is gone. The seat is kept for its person. Returns it, if there was one. */
export function part(people: People, session: string, now: number): Steward | undefined {
  people.watchers.delete(session);
  people.hosts.delete(session);
  const steward = seatOfSession(people.stewards, session);
  if (!steward) return undefined;
  steward.sessions.delete(session);
  if (!isPresent(steward)) {
    steward.ready = false;
    people.awaySince.set(steward.seat, now);
  }
  return steward;
}

/** In a public room seats are not kept for ever: those of people long away go to bots, until somebody comes. */
export function releaseSeats(people: People, policyOf: (seat: number) => BotPolicy, now: number): void {
  for (const steward of people.stewards) {
    const since = people.awaySince.get(steward.seat);
    if (since === undefined || now - since < SEAT_KEPT_MS || !isPerson(steward)) continue;
    people.awaySince.delete(steward.seat);
    giveUpSeat(steward, policyOf(steward.seat));
  }
}
