/** What a class says in a lesson: the host moves it from step to step, pupils answer what a step asks. */
import { z } from 'zod';

export const LESSON_ACTIONS = ['next', 'back', 'goTo'] as const;
export type LessonAction = (typeof LESSON_ACTIONS)[number];

/** Ids of lessons' questions and options are short; longer ones are nobody's. */
const id = z.string().min(1).max(80);
/** Steps count from 0. */
const step = z.int().min(0).max(100);

/** Intents of a lesson, for the list of all intents. */
export const lessonIntents = (intentId: z.ZodInt) =>
  [
    /** `step`: where `goTo` goes; the number of steps ends the lesson. */
    z.strictObject({ id: intentId, kind: z.literal('lesson'), action: z.enum(LESSON_ACTIONS), step: step.optional() }),
    /** A later answer to the same question replaces the one before, as long as its step lasts. */
    z.strictObject({
      id: intentId,
      kind: z.literal('answer'),
      step,
      question: id,
      choice: id.optional(),
      /** Longer than an answer may be: what is too long is told so in a sentence. */
      text: z.string().max(16_000).optional(),
    }),
  ] as const;

/** An answer as acknowledged. */
export interface LessonAnswer {
  readonly question: string;
  /** An option's id; null where none was chosen. */
  readonly choice: string | null;
  /** For the teacher only. */
  readonly text: string | null;
}
