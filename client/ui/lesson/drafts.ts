/** Answers before they are sent: what is on the screen beside what the server has acknowledged. */
import type { Asked } from '../../../shared/lessons/questions.ts';
import type { LessonAnswer } from '../../../shared/protocol/lesson-messages.ts';

/** By question. */
export type Drafts = Readonly<Record<string, LessonAnswer>>;

/** What stands on the screen: what was changed here, else what was acknowledged, else nothing. */
export const draftOf = ({ id }: Asked, drafts: Drafts, kept: readonly LessonAnswer[]): LessonAnswer =>
  drafts[id] ?? kept.find(({ question }) => question === id) ?? { question: id, choice: null, text: null };

/** Whether it says all that the question wants. */
export const isDone = ({ choice, words }: Asked, answer: LessonAnswer): boolean =>
  (choice === null || answer.choice !== null) && (words !== 'wanted' || (answer.text ?? '').trim() !== '');

/** Whether the server has it like this. Blanks around words do not count. */
export function isKept(answer: LessonAnswer, kept: readonly LessonAnswer[]): boolean {
  const same = kept.find(({ question }) => question === answer.question);
  return same !== undefined && same.choice === answer.choice && plain(same.text) === plain(answer.text);
}

const plain = (text: string | null): string => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
