/**
 * A match: people and bots, phases and clocks around one world. It knows nothing of sockets; whoever runs it tells it who
 * comes, goes and wants what, and hears of every change.
 */

import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { RosterView, Rules, SelfView } from '../../shared/protocol/class-messages.ts';
import type { Said } from '../../shared/protocol/manners.ts';
import type { Answer, Intent, OwnView, Welcome } from '../../shared/protocol/messages.ts';
import type { Phase } from '../../shared/protocol/wire.ts';
import type { Pressure, Settings, World } from '../../shared/sim/world/world.ts';
import type { GrowthPool } from '../growth/pool.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import type { Wish } from './admission.ts';
import type { LessonView } from './class-lesson.ts';
import type { RosterState } from './class-state.ts';
import type { Refusal } from './engine.ts';
import type { Recorded } from './ledger.ts';
import type { Mode } from './phases.ts';
import type { Placed } from './places.ts';
import type { Standstill } from './resume.ts';
import type { Terms } from './terms.ts';

export interface MatchParts {
  readonly id: string;
  /** Of the room in which it is played; the same when another process takes it up. */
  readonly roomId?: string | undefined;
  readonly mode: Mode;
  /** Six characters for a private room, else empty. */
  readonly code: string;
  /** Before its first births, or where another process stopped. */
  readonly world: World;
  /** Where another process stopped: the match goes on from there. */
  readonly standstill?: Standstill | undefined;
  readonly secret: Uint8Array;
  /** 1 to 64. */
  readonly speed: number;
  /** Whether thinking is timed, to begin with. */
  readonly timers: boolean;
  /** Whether people who come when every habitat has a steward share one. */
  readonly share?: boolean;
  /** What the room is like for others; absent: as is usual. */
  readonly terms?: Terms | undefined;
  /** People who have just played together: their seats are kept for a while. */
  readonly roster?: RosterState | undefined;
  /** The lesson through which the host leads; only in a private room. */
  readonly lesson?: Lesson | undefined;
  readonly repository: MatchRepository;
  readonly growth: GrowthPool;
  readonly listener: MatchListener;
}

export interface MatchListener {
  /** A frame to pass on to everybody, after all that was passed on before. `dueAt` as in CourseEvents. */
  frame(bytes: Uint8Array, dueAt: number): void;
  /** What `view` tells has changed. */
  changed(): void;
  /** These connections have no place here any more: to be told of themselves, and closed. */
  dismissed(sessions: readonly string[]): void;
  /** A connection has another place than before. What is told of it is on disk. */
  placed(placed: Placed): void;
  /** Somebody says something to everybody. */
  said(said: Said): void;
  /** Another match is wanted: opens a room like this one, in which these people have their seats. Resolves with its id. */
  again(roster: RosterState): Promise<string>;
  /** Nobody is coming any more: the room may close. */
  deserted(): void;
  /** Another process has taken the match up: the room is to close at once, and nothing more is told. */
  lost(): void;
  /** Something went wrong that the people are told of by `trouble`; this is for the log. */
  failed(error: unknown): void;
  /** How the match is written down has changed, of which the people are told by `unrecorded`; `why` is for the log. */
  recorded(now: Recorded, why?: unknown): void;
}

export interface SeatView {
  readonly seat: number;
  /** Of all who hold it; empty where nobody is to read them. */
  readonly name: string;
  /** 1 to 8; 0: none. */
  readonly team: number;
  /** Whether the names of people here are kept from the others. */
  readonly hidden: boolean;
  /** Whether the host has approved all who are here. */
  readonly approved: boolean;
  readonly bot: string;
  readonly person: boolean;
  readonly connected: boolean;
  readonly ready: boolean;
  /** Cards for the coming round; empty in a game that hides them. */
  readonly laid: readonly Pressure[];
  readonly answered: boolean;
  /** Of this round, from its reveal until the next question; -1: nothing to tell. */
  readonly predictionPoints: number;
  readonly predictionTotal: number;
  /** As of the last reveal; -1: nothing to tell. */
  readonly briefPoints: number;
  readonly interventionsLeft: number;
  /** People here who want its steward to leave, and how many it takes; 0 where no vote is possible. */
  readonly votes: number;
  readonly needed: number;
}

export interface MatchView {
  readonly phase: Phase;
  readonly phaseLengthMs: number;
  readonly phasePassedMs: number;
  readonly paused: boolean;
  /** Whether thinking is timed. */
  readonly timers: boolean;
  readonly round: number;
  readonly generation: number;
  /** Empty until the match has begun: before, there is nothing to record. */
  readonly recording: string;
  /** A sentence, when the match cannot go on. */
  readonly trouble: string;
  /** Whether what was acknowledged and told is not on disk: the database cannot be reached, or is full. */
  readonly unrecorded: boolean;
  /** The card of a disaster to come; empty where none will. */
  readonly shock: string;
  readonly rules: Rules;
  readonly terms: Terms;
  /** How many watch without a seat. */
  readonly spectators: number;
  /** The id of the room in which another match is to be played; empty until there is one. */
  readonly next: string;
  /** People here who want another match. */
  readonly rematch: number;
  readonly lesson: LessonView;
  readonly seats: readonly SeatView[];
}

export interface Match {
  readonly mode: Mode;
  readonly code: string;
  readonly settings: Settings;
  view(): MatchView;
  /** What only the seat of this connection is told; null for who only watches. */
  own(session: string): OwnView | null;
  /** What a person is told of themselves; null for who only watches. */
  self(session: string): SelfView | null;
  /** Everybody, for a host; null for others. */
  roster(session: string): RosterView | null;
  /** Everything that a newcomer needs to follow the frames from here on. */
  snapshot(): Uint8Array;
  /** Gives a connection its seat: by its token the same as before, else a free one. */
  join(session: string, wish: Wish): Welcome | Refusal;
  /** A connection is gone. `forGood`: the person said so. */
  leave(session: string, forGood: boolean): void;
  /** Never rejects. */
  handle(session: string, intent: Intent): Promise<Answer>;
  /**
   * Resolves when everything that was told until now is on disk; null when it is already. It rejects when it cannot be
   * written: then what was told is not to be relied upon.
   */
  kept(): Promise<void> | null;
  /** Resolves when all that was set going until now has been done: what begins with somebody's coming has begun. */
  settled(): Promise<void>;
  /**
   * Stops the match where it stands; what was played stays recorded. Another process may go on with it, unless this is
   * `forGood` or the match is in trouble.
   */
  close(forGood?: boolean): Promise<void>;
}
