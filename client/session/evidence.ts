/** What a class's answers add up to: plain counts over a report, for charts and tables. */
import type { Choice, Lesson } from '../../shared/lessons/lesson.ts';
import { type Asked, allAsked } from '../../shared/lessons/questions.ts';
import type { Report, ReportAnswer, ReportPerson } from '../../shared/protocol/report.ts';

/** How often an option was chosen. */
export interface Tally {
  readonly id: string;
  /** The option's words in the first and in the second wording; the same where there is one wording. */
  readonly texts: readonly [string, string];
  readonly right: boolean;
  /** In the first and the second round of asking; null where it was asked once. */
  readonly before: number;
  readonly after: number | null;
}

export interface TalliedQuestion {
  readonly id: string;
  /** What it is about: the idea, or the question itself. */
  readonly about: string;
  readonly questions: readonly [before: string, after: string] | readonly [string];
  readonly tallies: readonly Tally[];
  /** How many answered, the first and the second time. */
  readonly answered: readonly [number, number | null];
}

/** Questions asked before and after first, then predictions and the ticket's. Removed people are left out. */
export function tallied(lesson: Lesson, report: Report): readonly TalliedQuestion[] {
  const counted = answersThatCount(report);
  const count = (question: string, option: string): number =>
    counted.filter((answer) => answer.question === question && answer.choice === option).length;
  const sum = (question: string): number => counted.filter((answer) => answer.question === question).length;
  const twice = lesson.constructs.map(
    ({ id, about, before, after }): TalliedQuestion => ({
      ...{ id, about, questions: [before.text, after.text] },
      tallies: before.options.map((option, at) => ({
        id: option.id,
        texts: [option.text, after.options[at]?.text ?? option.text],
        right: option.id === before.answer,
        before: count(before.id, option.id),
        after: count(after.id, option.id),
      })),
      answered: [sum(before.id), sum(after.id)],
    }),
  );
  const once = singles(lesson).map(
    (choice): TalliedQuestion => ({
      ...{ id: choice.id, about: choice.text, questions: [choice.text] },
      tallies: choice.options.map(({ id, text }) => ({
        ...{ id, texts: [text, text], right: id === choice.answer, before: count(choice.id, id), after: null },
      })),
      answered: [sum(choice.id), null],
    }),
  );
  return [...twice, ...once];
}

const singles = ({ steps, ticket }: Lesson): readonly Choice[] => [
  ...steps.flatMap((step) => (step.kind === 'predict' ? [step.question] : [])),
  ticket.choice,
];

function answersThatCount({ people, answers }: Report): readonly ReportAnswer[] {
  const removed = new Set(people.filter((person) => person.removed).map(({ id }) => id));
  return answers.filter(({ person }) => !removed.has(person));
}

/** What one person (or up to four at a device) answered to everything that the lesson asks, in its order. */
export interface PersonalAnswers {
  readonly person: ReportPerson;
  readonly given: readonly { readonly asked: Asked; readonly answer: ReportAnswer | null }[];
}

/** By name. Of removed people only those who answered. */
export function personal(lesson: Lesson, { people, answers }: Report): readonly PersonalAnswers[] {
  const asked = allAsked(lesson);
  return [...people]
    .filter(({ id, removed }) => !removed || answers.some((answer) => answer.person === id))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
    .map((person) => ({
      person,
      given: asked.map((each) => ({
        asked: each.asked,
        answer: answers.find((answer) => answer.person === person.id && answer.question === each.asked.id) ?? null,
      })),
    }));
}

export const nameOf = ({ names }: ReportPerson): string => names.join(' & ');

/** Everybody at a habitat, by name: what a habitat guessed and laid is theirs together. */
export const namesAt = ({ people }: Report, seat: number): string =>
  people
    .filter((person) => person.seat === seat && !person.removed)
    .map(nameOf)
    .join(' & ');

/** Whether a choice was the expected one; null where nobody can know beforehand. */
export const isRight = ({ choice }: Asked, chosen: string | null): boolean | null =>
  choice === null || choice.answer === null ? null : choice.answer === chosen;

/** A place in the recording: where a step of the lesson or a round of the match begins. */
export type Chapter =
  | { readonly kind: 'step'; readonly generation: number; readonly step: number; readonly at: number }
  | { readonly kind: 'round'; readonly generation: number; readonly round: number }
  | { readonly kind: 'exam'; readonly generation: number };

/** In the recording's order; what it does not hold is left out. */
export function chaptersOf({ lesson, rounds, generationsPerRound, recorded }: Report): readonly Chapter[] {
  const steps = (lesson?.entered ?? []).map((each): Chapter => ({ kind: 'step', ...each }));
  const begun = Array.from(
    { length: rounds },
    (_, round): Chapter => ({
      ...{ kind: 'round', round, generation: round * generationsPerRound },
    }),
  );
  const exam: Chapter = { kind: 'exam', generation: rounds * generationsPerRound };
  // Where they meet, the lesson's step comes first: it led to the round.
  return [...steps, ...begun, exam]
    .filter(({ generation }) => generation < recorded)
    .sort((a, b) => a.generation - b.generation);
}
