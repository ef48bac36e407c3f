/** What a lesson asks at each of its steps. */
import type { Choice, Lesson, Step } from './lesson.ts';

/** One thing that is asked of a person: an option to choose, a sentence of their own, or an option with a reason. */
export interface Asked {
  readonly id: string;
  readonly text: string;
  /** Null where a sentence alone is asked for. */
  readonly choice: Choice | null;
  /** Whether words of one's own are asked for, or welcome beside the choice. */
  readonly words: 'none' | 'welcome' | 'wanted';
}

const toChoose = (choice: Choice, words: Asked['words'] = 'none'): Asked => ({
  ...{ id: choice.id, text: choice.text, choice, words },
});

/** In the order in which they are shown; empty where a step asks nothing. */
export function askedAt(lesson: Lesson, step: Step | undefined): readonly Asked[] {
  switch (step?.kind) {
    case 'questions':
      return lesson.constructs.map((construct) => toChoose(construct[step.when]));
    case 'predict':
      return [toChoose(step.question, 'welcome')];
    case 'ticket': {
      const { choice, sentence } = lesson.ticket;
      return [toChoose(choice), { id: sentence.id, text: sentence.prompt, choice: null, words: 'wanted' }];
    }
    default:
      return [];
  }
}

/** Everything that a lesson asks, step by step. */
export const allAsked = (lesson: Lesson): readonly { readonly step: number; readonly asked: Asked }[] =>
  lesson.steps.flatMap((each, step) => askedAt(lesson, each).map((asked) => ({ step, asked })));

/** So many rounds the match may have played by the end of this step, and whether its exam belongs to them. */
export function roundsBy({ steps }: Lesson, step: number): { readonly rounds: number; readonly exam: boolean } {
  const plays = steps.slice(0, step + 1).flatMap((each) => (each.kind === 'play' ? [each] : []));
  return { rounds: plays.reduce((sum, { rounds }) => sum + rounds, 0), exam: plays.some(({ exam }) => exam) };
}
