/** Where the library is kept: which recordings there are, of matches and as files, and whose they are. */
import type { RecordingKind, ReplayEvent } from '../../shared/protocol/listings.ts';
import type { ChancePart } from '../../shared/sim/world/seeds.ts';
import type { MatchSummary } from './repository.ts';

/**
 * Whether every embryo, grown again, came out as recorded: nobody has looked yet; yes; no; it cannot be told, since a secret is
 * missing or it took too long.
 */
export type Verification = 'unseen' | 'true' | 'false' | 'cannot';

/** What was found in a recording when it came, or when its match ended. */
export interface Survey {
  /** Hexadecimal. */
  readonly mark: string;
  readonly parent: RecordedParent | null;
  readonly events: readonly ReplayEvent[];
}

export interface RecordedParent {
  readonly mark: string;
  /** The first generation that is the branch's own, counted from 0. */
  readonly from: number;
  readonly parts: readonly ChancePart[];
}

export interface RecordingSummary extends MatchSummary {
  readonly kind: RecordingKind;
  /** Null as long as nobody has looked. */
  readonly events: readonly ReplayEvent[] | null;
  readonly verified: Verification;
}

export interface StoredRecording extends RecordingSummary {
  readonly mark: string | null;
  readonly parent: RecordedParent | null;
  readonly listed: boolean;
  readonly kept: boolean;
  /** Of whoever's key; empty where nobody owns it. */
  readonly ownerHash: string;
}

/** A file that somebody brings. */
export interface NewRecording extends Survey {
  readonly id: string;
  readonly kind: Exclude<RecordingKind, 'match'>;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly founder: string;
  readonly habitats: number;
  readonly rounds: number;
  readonly status: 'finished' | 'interrupted';
  readonly ownerHash: string;
  readonly bytes: Uint8Array;
}

/** All that is given must hold. */
export interface Search {
  readonly founder?: string | undefined;
  /** Milliseconds since 1970: from the one on, before the other. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
  /** The code of the room in which it was played. */
  readonly code?: string | undefined;
  readonly event?: ReplayEvent | undefined;
  readonly kind?: RecordingKind | undefined;
  /** Only these, be they in the list or not: whoever names one may see it. */
  readonly ids?: readonly string[] | undefined;
}

export interface BranchOf extends Omit<RecordedParent, 'mark'> {
  readonly id: string;
}

export interface LibraryStore {
  /** Those in the list, or those named. Finished ones first, the newest of each first; matches from their first births on. */
  searchRecordings(search: Search, limit: number, offset: number): Promise<RecordingSummary[]>;
  readRecording(id: string): Promise<StoredRecording | null>;
  /** A file's; null for a match, and where there is none. */
  recordingBytes(id: string): Promise<Uint8Array | null>;
  /** In the list or not. */
  findByMark(mark: string): Promise<Pick<StoredRecording, 'id' | 'listed'> | null>;
  /** Those in the list that branch off from it, the newest first. */
  branchesOf(mark: string, limit: number): Promise<BranchOf[]>;
  /** Bytes of all files together. */
  storedBytes(): Promise<number>;
  /** 'full' where all files together would have more than `mostBytes`; 'known' where one of that mark is there. */
  addRecording(recording: NewRecording, mostBytes: number): Promise<'added' | 'known' | 'full'>;
  /** Keeps what was found in a match that has ended; null: it cannot be read. */
  settleRecording(matchId: string, survey: Survey | null): Promise<void>;
  /** Matches that have ended and in which nobody has looked yet. */
  unsettled(limit: number): Promise<string[]>;
  /** Files that came, and matches settled that began, before a moment and have not been verified. */
  unverified(before: number, limit: number): Promise<string[]>;
  putVerification(id: string, verified: Verification): Promise<void>;
  /** False where there is none. */
  changeRecording(
    id: string,
    change: { readonly listed?: boolean | undefined; readonly kept?: boolean | undefined },
  ): Promise<boolean>;
  /** With its match and all that belongs to it. A match whose room is open stays: 'live'. */
  deleteRecording(id: string): Promise<'deleted' | 'live' | 'gone'>;
  /** Deletes those from before a moment that nobody keeps, and whose room is not open; so many at a time. Returns how many. */
  forgetRecordingsBefore(moment: number, limit: number): Promise<number>;
  /** The key of that name that all processes share: `fresh` if there was none. */
  serverKey(name: string, fresh: Uint8Array): Promise<Uint8Array>;
}
