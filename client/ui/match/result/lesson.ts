/** What a result has to say about learning. Plain, so that every case can be tested. */
import type { Score } from '../../../../shared/sim/scores.ts';

/** Per cent of survival by which training must beat the exam before there is anything to explain. */
const FELL = 15;
/**
 * ... and by which that fall must exceed the others' before it is called learned by heart: else the exam was hard for all. About
 * what chance alone does to the survival of thirty.
 */
const MORE_THAN_OTHERS = 10;
/** The share of the budget below which a habitat was hardly trained at all. */
const HARDLY = 0.35;

export interface Lesson {
  /** A key of the catalogue under `result`. */
  readonly key: 'untested' | 'byHeart' | 'harder' | 'general';
  /** Whole per cents: in training, in the exam, the fall between them, and the mean fall of the others. */
  readonly values: {
    readonly training: number;
    readonly exam: number;
    readonly fall: number;
    readonly others: number;
  };
}

/** One steward's numbers beside the others'. */
export function lessonOf(own: Score, all: readonly Score[]): Lesson {
  const rivals = all.filter(({ seat }) => seat !== own.seat);
  const fallOf = ({ survival, exam }: Score): number => survival - exam;
  const others = rivals.reduce((sum, each) => sum + fallOf(each), 0) / Math.max(1, rivals.length);
  const fall = fallOf(own);
  const training = Math.round(own.survival);
  const exam = Math.round(own.exam);
  // From the numbers as they are told, so that a reader's subtraction comes out.
  const values = { training, exam, fall: training - exam, others: Math.round(others) };
  if (own.training < HARDLY * own.survival) return { key: 'untested', values };
  if (fall <= FELL) return { key: 'general', values };
  const special = rivals.length === 0 || fall - others > MORE_THAN_OTHERS;
  return { key: special ? 'byHeart' : 'harder', values };
}
