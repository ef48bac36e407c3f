/**
 * One process among several: it says that it is alive, takes up what dead ones have left, and lets go of what others have taken
 * up from it. All of it goes by the database's clock and rows; who cannot reach the database believes nothing.
 */
import type { Logger } from 'pino';
import type { LiveMatch, MatchRepository } from '../persistence/repository.ts';
import type { Residents } from '../rooms/residents.ts';

const BEAT_MS = 250;
/** Silence after which a process is taken for dead: eight beats, so that one that is busy is not. */
export const SILENT_MS = 2_000;
/** … when its connections have ended, too: no process that is merely busy loses them. */
const ENDED_MS = 1_000;
/**
 * How long this process must have beaten without a gap before it takes others' silence for death. After an outage of the database
 * everybody is silent; longer than any of them needs to find it again.
 */
const GRACE_MS = 4_000;
/** Nobody has been silent for so long, but who has said goodbye has no row at all. */
const NEVER_MS = 10 * 365 * 24 * 60 * 60_000;
/** Of one that was killed a row stays behind: each that starts removes those of days before. */
const FORGOTTEN_MS = 24 * 60 * 60_000;
/** Taking a match up waits for the database half the time. */
const AT_ONCE = 3;

export interface Membership {
  /** Begins to beat; rejects when the first beat fails. Before that, what this process runs would seem left to others. */
  start(): Promise<void>;
  /** From now on takes up what others leave. */
  watch(): void;
  /** Takes nothing up any more; resolves when what is being taken up has its room. It goes on beating. */
  settle(): Promise<void>;
  /** Says goodbye, so that others take up at once what is left. Where that fails, they notice its silence. */
  leave(): Promise<void>;
}

export interface MembershipParts {
  readonly repository: Pick<MatchRepository, 'owner' | 'beat' | 'orphans' | 'ownLive' | 'rest' | 'forgetSilent'>;
  readonly residents: Residents;
  readonly log: Logger;
  /** Which of these processes have no connection to what all are connected to; none where nobody can tell. */
  ended(owners: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives a match its room here, unless another than `before` has it by now. Never rejects. */
  takeUp(matchId: string, before: string): Promise<void>;
}

export function createMembership({ repository, residents, log, ended, takeUp }: MembershipParts): Membership {
  let timer: NodeJS.Timeout | undefined;
  let watching = false;
  let reachable = true;
  let beating: Promise<boolean> | null = null;
  let looking: Promise<boolean> | null = null;
  /** When the unbroken row of beats began, and its last. */
  let since = 0;
  let last = Number.NEGATIVE_INFINITY;
  /** Matches to be taken up, with whom they belonged to, in order. */
  const waiting = new Map<string, string>();
  const inHand = new Map<string, Promise<void>>();

  const beat = async (): Promise<void> => {
    await repository.beat();
    const now = performance.now();
    if (now - last > SILENT_MS) since = now;
    last = now;
  };

  const leftByDead = async (): Promise<LiveMatch[]> => {
    const quiet = await repository.orphans(ENDED_MS);
    if (quiet.length === 0) return quiet;
    const dead = await ended([...new Set(quiet.map(({ owner }) => owner))]);
    if (quiet.every(({ owner }) => dead.has(owner))) return quiet;
    const silent = new Set((await repository.orphans(SILENT_MS)).map(({ matchId }) => matchId));
    return quiet.filter(({ matchId, owner }) => dead.has(owner) || silent.has(matchId));
  };

  const look = async (): Promise<void> => {
    const here = residents.ids();
    const owned = new Set(await repository.ownLive());
    for (const matchId of here.filter((id) => !owned.has(id))) {
      log.warn({ match: matchId }, 'a match was taken up by another process, and its room here closes');
      residents.letGo(matchId);
    }
    if (!watching) return;
    const orphans = last - since >= GRACE_MS ? await leftByDead() : await repository.orphans(NEVER_MS);
    waiting.clear();
    // What is this process's and has no room: taking it up failed, or nobody could be told that it did not.
    const own = [...owned].map((matchId) => ({ matchId, owner: repository.owner }));
    for (const { matchId, owner } of [...own, ...orphans]) {
      if (!residents.has(matchId) && !inHand.has(matchId)) waiting.set(matchId, owner);
    }
    takeNext();
  };

  const takeNext = (): void => {
    for (const [matchId, before] of waiting) {
      if (!watching || inHand.size >= AT_ONCE) return;
      waiting.delete(matchId);
      const end = (): void => {
        inHand.delete(matchId);
        takeNext();
      };
      inHand.set(matchId, takeUp(matchId, before).finally(end));
    }
  };

  /** Whether the database did it. */
  const tried = async (task: () => Promise<void>): Promise<boolean> => {
    try {
      await task();
      if (!reachable) log.warn('the database answers again');
      reachable = true;
      return true;
    } catch (error) {
      if (reachable)
        log.warn({ reason: String(error) }, 'the database does not answer: no match is taken up meanwhile');
      reachable = false;
      return false;
    }
  };

  /** A beat waits for nothing else: a long look must not make this process seem dead. */
  const pulse = async (): Promise<void> => {
    if (beating !== null) return;
    beating = tried(beat);
    const beaten = await beating;
    beating = null;
    if (!beaten || looking !== null) return;
    looking = tried(look);
    await looking;
    looking = null;
  };

  return {
    async start() {
      await beat();
      await repository.forgetSilent(FORGOTTEN_MS);
      timer = setInterval(pulse, BEAT_MS);
    },
    watch() {
      watching = true;
      void pulse();
    },
    async settle() {
      watching = false;
      await looking;
      await Promise.all(inHand.values());
    },
    async leave() {
      clearInterval(timer);
      await Promise.all([beating, looking]);
      await tried(() => repository.rest());
    },
  };
}
