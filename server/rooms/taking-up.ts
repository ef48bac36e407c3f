/** A process takes up the matches that another left unfinished: each gets its room again, once and only once. */
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

/** What a room is to be made of, under tickets that nobody outside this process can know. */
export interface Tickets<What = TakenUp> {
  issue(what: What): object;
  /** For the options by which a room is made; undefined when they hold no ticket. A ticket is good once. */
  redeem(options: unknown): What | undefined;
}

export function createTickets<What = TakenUp>(): Tickets<What> {
  const waiting = new Map<string, What>();
  return {
    issue(what) {
      const ticket = nanoid();
      waiting.set(ticket, what);
      return { ticket };
    },
    redeem(options) {
      const ticket = typeof options === 'object' && options !== null && 'ticket' in options ? options.ticket : '';
      if (typeof ticket !== 'string') return undefined;
      const what = waiting.get(ticket);
      waiting.delete(ticket);
      return what;
    },
  };
}

export interface TakingUp {
  /**
   * At the start of who is alone: resolves when every match that goes on has its room, under the id and the code that it had.
   * What cannot go on is marked as broken off, with the reason. `now`: milliseconds since 1970. Returns how many go on.
   */
  all(now?: number): Promise<number>;
  /**
   * One of several processes takes up a match that was `before`'s, unless another is quicker. What fails without being hopeless
   * stays this process's, to be tried again. Never rejects.
   */
  one(matchId: string, before: string): Promise<void>;
}

/** A fault that comes again is in the match, and not in what surrounds it. */
const MOST_TRIES = 3;

/** `claim`: the room is about to be made here, whoever had it. */
export function createTakingUp(services: RoomServices, claim: (roomId: string) => Promise<void>): TakingUp {
  const { repository, log, metrics } = services;
  const tries = new Map<string, number>();

  const breakOff = async (matchId: string, error: unknown): Promise<void> => {
    const why = error instanceof CannotResume ? error.why : 'fault';
    metrics.error('takingUp');
    log.error({ error, match: matchId, why }, 'a match could not be taken up, and is told as broken off');
    await repository.interruptMatch(matchId, why);
    await repository.endLive(matchId);
  };

  const makeRoom = async (live: LiveMatch, now: number): Promise<void> => {
    await claim(live.state.place.roomId);
    await takeUp(live, services, now);
    metrics.takenUp();
  };

  return {
    async all(now = Date.now()) {
      let goOn = 0;
      for (const live of await repository.liveMatches()) {
        if (!(await repository.takeLive(live.matchId, live.owner))) continue;
        try {
          await makeRoom(live, now);
          goOn++;
        } catch (error) {
          await breakOff(live.matchId, error);
        }
      }
      return goOn;
    },

    async one(matchId, before) {
      try {
        if (!(await repository.takeLive(matchId, before))) return;
        // Read only now: until now another may have written to it.
        const live = await repository.readLive(matchId);
        if (live === null) return;
        await makeRoom(live, Date.now());
        tries.delete(matchId);
        log.info({ match: matchId }, 'a match was taken up');
      } catch (error) {
        const tried = (tries.get(matchId) ?? 0) + 1;
        tries.set(matchId, tried);
        if (!(error instanceof CannotResume) && tried < MOST_TRIES) {
          log.warn({ error, match: matchId }, 'a match could not be taken up, and is tried again');
          return;
        }
        tries.delete(matchId);
        await breakOff(matchId, error).catch((reason: unknown) =>
          log.error({ reason: String(reason), match: matchId }, 'a match could not be told as broken off'),
        );
      }
    },
  };
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
