/**
 * Where matches are kept. One interface, so that the embedded database and an outgrown one can stand behind it; a promise
 * that resolves means that the row is on disk and survives a crash of process or machine.
 *
 * Every write of a match that goes on happens only while this process runs the match: else it rejects with TakenOver, and nothing is
 * written. Repeated by the same process, whose first try may or may not have come to pass, each does nothing and resolves. What the
 * database could not do now, and might later, rejects with an error of its driver (transient.ts).
 */

import type { BreakOff } from '../../shared/protocol/listings.ts';
import type { Prediction, Truth } from '../../shared/sim/questions/question.ts';
import type { ClassState } from '../match/class-state.ts';
import type { ConductStore } from './conduct-store.ts';
import type { CreatureStore } from './creature-store.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { LibraryStore } from './library-store.ts';

/** This process does not run the match, or no more: it must not go on with it. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
  readonly matchId: string;
  constructor(matchId: string) {
    super(`The match ${matchId} has ended, or was taken up by another process: this one must not go on with it.`);
    this.matchId = matchId;
  }
}

export type MatchStatus = 'playing' | 'finished' | 'interrupted';

export interface NewMatch {
  /** Url-safe, unique; also the recording's id. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly mode: string;
  /** Six characters for a private room, else empty. */
  readonly code: string;
  readonly founder: string;
  readonly habitats: number;
  readonly rounds: number;
  /** Settings and founder's genome as bytes (shared/protocol/header.ts). */
  readonly header: Uint8Array;
  /** Hash of the kernel that grows the bodies. */
  readonly kernel: string;
  /** From which every generation's seed follows: not to be told before the match has ended. */
  readonly secret: Uint8Array;
}

export interface MatchSummary {
  readonly id: string;
  readonly createdAt: number;
  readonly mode: string;
  readonly founder: string;
  readonly habitats: number;
  readonly rounds: number;
  readonly status: MatchStatus;
  /** Null unless it broke off, and where that is not known. */
  readonly why: BreakOff | null;
}

/** A match that goes on, or did when its process ended. */
export interface LiveMatch {
  readonly matchId: string;
  /** The process that runs it, by an id that no two processes share. */
  readonly owner: string;
  /** When its state was last saved: milliseconds since 1970. */
  readonly seenAt: number;
  readonly state: ClassState;
}

/** Whose the room of a live match is. */
export interface LiveRoom {
  readonly matchId: string;
  readonly owner: string;
  /** Milliseconds since its process gave a sign of life; infinite where it never did, or has said goodbye. */
  readonly silentMs: number;
}

export interface StoredCommand {
  readonly seq: number;
  readonly tick: number;
  readonly bytes: Uint8Array;
}

export interface StoredFrame {
  readonly tick: number;
  readonly bytes: Uint8Array;
}

export interface StoredPrediction {
  /** Counted from 0. */
  readonly round: number;
  readonly seat: number;
  readonly prediction: Prediction;
}

/** What was told of a seat at a reveal; the round of the exam's is the number of rounds. */
export interface StoredJudgement {
  readonly round: number;
  readonly seat: number;
  /** Null when nothing was asked, or nobody can say. */
  readonly truth: Truth | null;
  /** 0 to 100; null when the question was not answered or could not be judged. */
  readonly predictionPoints: number | null;
  /** 0 to 100; null without a brief. */
  readonly briefPoints: number | null;
}

export interface StoredAnswers {
  /** By round, then seat. */
  readonly predictions: readonly StoredPrediction[];
  readonly judgements: readonly StoredJudgement[];
}

export interface StoredMatch extends NewMatch {
  readonly status: MatchStatus;
  /** World hash after the last season; empty until finished. */
  readonly finalHash: Uint8Array;
  /** In the order in which they were acknowledged. */
  readonly commands: readonly StoredCommand[];
  /** In order of tick. */
  readonly frames: readonly StoredFrame[];
}

export interface MatchRepository extends EvidenceStore, ConductStore, LibraryStore, CreatureStore {
  /** By which this process is known among others. No two share one, nor one before and after a restart. */
  readonly owner: string;
  /** Gives a sign of life of this process. */
  beat(): Promise<void>;
  /** Live matches whose process has given no sign of life for that long, or has said goodbye; never one's own. Those last seen first. */
  orphans(silentMs: number): Promise<LiveMatch[]>;
  /** Says goodbye: others may take up at once what this process has left, as they may if it never beat. */
  rest(): Promise<void>;
  /** Forgets processes that have died long ago: silent for so many milliseconds, with no match left to take up. */
  forgetSilent(silentMs: number): Promise<void>;
  /** A match begins, and this process runs it. */
  createMatch(match: NewMatch, state: ClassState): Promise<void>;
  /**
   * All of them or none, in one write. `seq` counts a match's commands from 0; a command is acknowledged only after this has
   * resolved.
   */
  addCommands(matchId: string, commands: readonly StoredCommand[]): Promise<void>;
  /** A frame is broadcast only after this has resolved. */
  addFrame(matchId: string, frame: StoredFrame): Promise<void>;
  /** A seat's answer to its round's question; a later one replaces it. Acknowledged only after this has resolved. */
  putPrediction(matchId: string, prediction: StoredPrediction): Promise<void>;
  /** A round's, all of them or none. Told only after this has resolved. */
  addJudgements(matchId: string, judgements: readonly StoredJudgement[]): Promise<void>;
  readAnswers(matchId: string): Promise<StoredAnswers>;
  finishMatch(matchId: string, finalHash: Uint8Array): Promise<void>;
  /** For a match that will not go on. One that has finished stays finished. */
  interruptMatch(matchId: string, why?: BreakOff): Promise<void>;
  /**
   * Keeps where a live match stands, in place of what was kept before. What depends on it is acknowledged only after this has
   * resolved.
   */
  saveClass(matchId: string, state: ClassState): Promise<void>;
  /** Those last seen first. */
  liveMatches(): Promise<LiveMatch[]>;
  /** Null when the match does not go on. */
  readLive(matchId: string): Promise<LiveMatch | null>;
  /** The ids of the live matches that this process runs. Cheap: a process asks at every beat. */
  ownLive(): Promise<string[]>;
  /** The live match that is played in a room. Cheap: every page asks that has lost its room. */
  findLiveRoom(roomId: string): Promise<LiveRoom | null>;
  /** Takes a live match over from another process. False when a third one has it: of several that try, one succeeds. */
  takeLive(matchId: string, before: string): Promise<boolean>;
  /** The match goes on no more; whoever led it last owns its recording. */
  endLive(matchId: string): Promise<void>;
  /** Deletes a match with all that belongs to it: for one that never began. */
  dropMatch(matchId: string): Promise<void>;
  /**
   * Marks what was begun before a moment (milliseconds since 1970), left unfinished and goes on no more. Returns how many that
   * were.
   */
  interruptBefore(moment: number): Promise<number>;
  readMatch(matchId: string): Promise<StoredMatch | null>;
  /** The newest match that was played under a code. */
  findByCode(code: string): Promise<MatchSummary | null>;
  close(): Promise<void>;
}
