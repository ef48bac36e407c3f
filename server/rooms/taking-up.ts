/** At its start a process takes up the matches that another left unfinished: each gets its room again, once and only once. */
import { matchMaker } from '@colyseus/core';
import { nanoid } from 'nanoid';
import { ROOM } from '../../shared/protocol/wire.ts';
import { CannotResume, comeToStandstill, type Standstill } from '../match/resume.ts';
import type { LiveMatch, StoredMatch } from '../persistence/repository.ts';
import type { RoomServices } from './services.ts';

/** A match left longer than this without a sign of life is nobody's lesson any more. */
const TOO_OLD_MS = 12 * 60 * 60_000;

/** What a room is to go on with. */
export interface TakenUp {
  readonly match: StoredMatch;
  readonly standstill: Standstill;
}

/** What is to be taken up, under tickets that nobody outside this process can know. */
export interface Tickets {
  issue(takenUp: TakenUp): object;
  /** For the options by which a room is made; undefined when they hold no ticket. A ticket is good once. */
  redeem(options: unknown): TakenUp | undefined;
}

export function createTickets(): Tickets {
  const waiting = new Map<string, TakenUp>();
  return {
    issue(takenUp) {
      const ticket = nanoid();
      waiting.set(ticket, takenUp);
      return { ticket };
    },
    redeem(options) {
      const ticket = typeof options === 'object' && options !== null && 'ticket' in options ? options.ticket : '';
      if (typeof ticket !== 'string') return undefined;
      const takenUp = waiting.get(ticket);
      waiting.delete(ticket);
      return takenUp;
    },
  };
}

/**
 * Resolves when every match that goes on has its room, under the id and the code that it had. What cannot go on is marked as
 * broken off, with the reason. `now`: milliseconds since 1970. Returns how many go on.
 */
export async function takeUpMatches(services: RoomServices, now: number = Date.now()): Promise<number> {
  const { repository, log } = services;
  let goOn = 0;
  for (const live of await repository.liveMatches()) {
    if (!(await repository.takeLive(live.matchId, live.owner))) continue;
    try {
      await takeUp(live, services, now);
      goOn++;
    } catch (error) {
      const why = error instanceof CannotResume ? error.why : 'fault';
      log.error({ error, match: live.matchId, why }, 'a match could not be taken up, and is told as broken off');
      await repository.interruptMatch(live.matchId, why);
      await repository.endLive(live.matchId);
    }
  }
  return goOn;
}

async function takeUp({ matchId, seenAt, state }: LiveMatch, services: RoomServices, now: number): Promise<void> {
  const { repository, growth, tickets } = services;
  if (now - seenAt > TOO_OLD_MS) {
    throw new CannotResume('tooOld', `Nothing has happened in it for ${Math.round((now - seenAt) / 3_600_000)} hours.`);
  }
  const match = await repository.readMatch(matchId);
  if (match === null) throw new CannotResume('damaged', 'There is no such match.');
  const standstill = await comeToStandstill(match, await repository.readAnswers(matchId), state, growth.kernel);
  const ticket = tickets.issue({ match, standstill });
  await matchMaker.handleCreateRoom(ROOM, ticket, undefined, state.place.roomId);
}
