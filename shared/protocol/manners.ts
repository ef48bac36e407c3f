/**
 * What people may say to each other, and why somebody may be reported: fixed lists, since nobody types to strangers here. Pages
 * say them in the reader's language.
 */

const WORDS = [
  'hello',
  'goodLuck',
  'oneMoment',
  'ready',
  'lookAtTwins',
  'cleverCard',
  'wellSurvived',
  'closeCall',
  'surprised',
  'unlucky',
  'thanks',
  'sorry',
  'goodGame',
  'bye',
] as const;

/** Said by a face or a hand instead of words. */
export const SIGNS = ['smile', 'laugh', 'wow', 'think', 'clap', 'heart'] as const;
export type Sign = (typeof SIGNS)[number];

export const PHRASES = [...WORDS, ...SIGNS] as const;
export type Phrase = (typeof PHRASES)[number];

export const isSign = (phrase: Phrase): phrase is Sign => SIGNS.some((sign) => sign === phrase);

/** One phrase in so many milliseconds, and so many in a minute, each person. */
export const PHRASE_EVERY_MS = 2_000;
export const PHRASES_A_MINUTE = 10;

/** What somebody did: flooded others with phrases, spoiled the game on purpose, has a bad name, cheated, or something else. */
export const REPORT_REASONS = ['flooding', 'spoiling', 'name', 'cheating', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Each person's, in one match. */
export const REPORTS_EACH = 5;

/** A phrase as everybody hears it. */
export interface Said {
  readonly seat: number;
  readonly phrase: Phrase;
}
