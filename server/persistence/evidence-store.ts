/** What a class leaves: names, answers, the lesson's steps. Kept apart from matches, so that it can be deleted by itself. */
import type { EnteredStep, ReportAnswer, ReportPerson } from '../../shared/protocol/report.ts';

/** Who was in a class and what it did, for the report. */
export interface ClassBook {
  readonly code: string;
  readonly people: readonly ReportPerson[];
  /** Null for a class without one. */
  readonly lesson: { readonly id: string; readonly version: number; readonly entered: readonly EnteredStep[] } | null;
}

export interface StoredClass {
  readonly matchId: string;
  /** Of the key that opens the report (match/secrets.ts). */
  readonly keyHash: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly book: ClassBook;
}

export interface EvidenceStore {
  /** Replaces what was kept; `begunAt` stays that of the first time. */
  putClassBook(stored: StoredClass): Promise<void>;
  readClassBook(matchId: string): Promise<StoredClass | null>;
  /** A later one of the same person to the same question replaces it. Acknowledged only after this has resolved. */
  putLessonAnswer(matchId: string, answer: ReportAnswer): Promise<void>;
  /** By step, then time. */
  lessonAnswers(matchId: string): Promise<ReportAnswer[]>;
  /**
   * Deletes names, answers and predictions of a class; while its room is open no more names and answers are kept. Its world stays. False
   * where there was nothing.
   */
  forgetClass(matchId: string): Promise<boolean>;
  /** … of everything begun before a moment (milliseconds since 1970). Returns how many classes that were. */
  forgetClassesBefore(moment: number): Promise<number>;
}
