/** What pupils answer in a lesson: one answer to each question, replaceable while its step lasts, on disk before it is acknowledged. */
import { type Asked, askedAt } from '../../shared/lessons/questions.ts';
import type { LessonAnswer } from '../../shared/protocol/lesson-messages.ts';
import type { Intent } from '../../shared/protocol/messages.ts';
import type { ReportAnswer } from '../../shared/protocol/report.ts';
import { ANSWER_LETTERS } from '../../shared/protocol/wire.ts';
import type { EvidenceStore } from '../persistence/evidence-store.ts';
import type { Refusal } from './engine.ts';
import type { LessonCourse } from './lesson-course.ts';

export type AnswerIntent = Extract<Intent, { kind: 'answer' }>;

export interface LessonAnswers {
  /** All that a person has answered in this lesson. A new array whenever there is another answer. */
  of(person: string): readonly LessonAnswer[];
  /** Whether a person has answered all that this step asks; false where it asks nothing. */
  isComplete(person: string): boolean;
  /** Null when it is on disk. */
  take(person: string, intent: AnswerIntent): Promise<Refusal | null>;
}

const NONE: readonly LessonAnswer[] = [];

/** `known`: what is on disk already. */
export function createLessonAnswers(
  matchId: string,
  course: LessonCourse,
  store: Pick<EvidenceStore, 'putLessonAnswer'>,
  known: readonly ReportAnswer[],
): LessonAnswers {
  const byPerson = new Map<string, readonly LessonAnswer[]>();
  const note = (person: string, { question, choice, text }: LessonAnswer): void => {
    const others = (byPerson.get(person) ?? NONE).filter((each) => each.question !== question);
    byPerson.set(person, [...others, { question, choice, text }]);
  };
  for (const answer of known) note(answer.person, answer);

  return {
    of: (person) => byPerson.get(person) ?? NONE,

    isComplete(person) {
      const asked = askedAt(course.lesson, course.step());
      const answered = byPerson.get(person) ?? NONE;
      return asked.length > 0 && asked.every(({ id }) => answered.some(({ question }) => question === id));
    },

    async take(person, intent) {
      const { step } = course.state();
      if (course.step() === undefined) {
        return { reason: 'lessonOver', error: 'The lesson is over: answers are not taken any more.' };
      }
      if (intent.step !== step) {
        return { reason: 'otherStep', error: 'The class has gone on to another step, so this answer came too late.' };
      }
      const asked = askedAt(course.lesson, course.step()).find(({ id }) => id === intent.question);
      if (!asked) return { reason: 'notAsked', error: `This step does not ask “${intent.question}”.` };
      const choice = intent.choice ?? null;
      const text = clean(intent.text ?? '');
      const refusal = refusalOf(asked, choice, text);
      if (refusal) return refusal;
      const answer: LessonAnswer = { question: asked.id, choice, text: text === '' ? null : text };
      await store.putLessonAnswer(matchId, { person, step, at: Date.now(), ...answer });
      note(person, answer);
      return null;
    },
  };
}

function refusalOf({ choice: offered, words }: Asked, choice: string | null, text: string): Refusal | null {
  if (offered && !offered.options.some(({ id }) => id === choice)) {
    return { reason: 'noOption', error: 'Choose one of the options of this question.' };
  }
  if (!offered && choice !== null) {
    return { reason: 'noChoice', error: 'This question is answered in words, not by a choice.' };
  }
  if (words === 'none' && text !== '') {
    return { reason: 'noWords', error: 'This question is answered by a choice alone.' };
  }
  if (words === 'wanted' && text === '') return { reason: 'noText', error: 'Write a sentence first.' };
  const letters = [...text].length;
  if (letters > ANSWER_LETTERS) {
    return {
      reason: 'textTooLong',
      error: `An answer has at most ${ANSWER_LETTERS} letters; this one has ${letters}. Nothing was kept.`,
    };
  }
  return null;
}

/** One spelling for letters that have several; signs that steer a screen or a line are blanks. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
