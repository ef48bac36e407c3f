/**
 * Where matches are kept. One interface, so that the embedded database and an outgrown one can stand behind it; a promise
 * that resolves means that the row is on disk and survives a crash of process or machine.
 */

import type { BreakOff } from '../../shared/protocol/listings.ts';
import type { Prediction, Truth } from '../../shared/sim/questions/question.ts';
import type { ClassState } from '../match/class-state.ts';
import type { EvidenceStore } from './evidence-store.ts';

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

export interface MatchRepository extends EvidenceStore {
  createMatch(match: NewMatch): Promise<void>;
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
   * Keeps where a live match stands, in place of what was kept before. Rejects when another process has taken it up: then
   * nothing is written. What depends on it is acknowledged only after this has resolved.
   */
  saveClass(matchId: string, state: ClassState): Promise<void>;
  /** Those last seen first. */
  liveMatches(): Promise<LiveMatch[]>;
  /** Takes a live match over from another process. False when that one has it no more: of several that try, one succeeds. */
  takeLive(matchId: string, before: string): Promise<boolean>;
  /** The match goes on no more. */
  endLive(matchId: string): Promise<void>;
  /** Deletes a match with all that belongs to it: for one that never began. */
  dropMatch(matchId: string): Promise<void>;
  /**
   * Marks what was begun before a moment (milliseconds since 1970), left unfinished and goes on no more. Returns how many that
   * were.
   */
  interruptBefore(moment: number): Promise<number>;
  /** Finished ones first, the newest of each first. */
  listMatches(limit: number, offset: number): Promise<MatchSummary[]>;
  readMatch(matchId: string): Promise<StoredMatch | null>;
  /** The newest match that was played under a code. */
  findByCode(code: string): Promise<MatchSummary | null>;
  close(): Promise<void>;
}
