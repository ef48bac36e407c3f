/** What a class has beyond its match: the lesson that it goes through, what its people answer, and the book for its report. */
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { askedAt } from '../../shared/lessons/questions.ts';
import type { LessonAnswer } from '../../shared/protocol/lesson-messages.ts';
import type { Intent } from '../../shared/protocol/messages.ts';
import type { MatchRepository } from '../persistence/repository.ts';
import { createLessonAnswers, type LessonAnswers } from './answers.ts';
import { createClassBook } from './class-book.ts';
import type { LessonState } from './class-state.ts';
import type { PhaseClock } from './clock.ts';
import type { Course } from './course.ts';
import type { Engine, Refusal } from './engine.ts';
import { createLessonCourse, type LessonCourse } from './lesson-course.ts';
import { type People, personOfSession } from './people.ts';
import type { Mode } from './phases.ts';

export type LessonIntent = Extract<Intent, { kind: 'lesson' | 'answer' }>;

/** As everybody in the room is told of it. */
export interface LessonView {
  /** Empty where there is none. */
  readonly id: string;
  /** Counted from 0; the number of steps: it has ended; -1 where there is none. */
  readonly step: number;
  /** Of the people who are here: how many there are, and how many have answered all that the step asks. */
  readonly people: number;
  readonly answered: number;
  /** The id of the class's report; empty where there is none. */
  readonly report: string;
}

export interface ClassLesson {
  state(): LessonState | undefined;
  view(): LessonView;
  /** All that this connection's person has answered; undefined where there is no lesson. */
  answersOf(session: string): readonly LessonAnswer[] | undefined;
  /** Whether a person has answered all that the step asks; null where it asks nothing. */
  answeredBy(person: string): boolean | null;
  /** Whether the match has to wait for the lesson. */
  holds(): boolean;
  /** Whether there are steps to come, even when the match is over. */
  goesOn(): boolean;
  /** Holds the match or lets it go; to be called when a phase begins. */
  gate(): void;
  /** Null when it is done, and on disk. */
  judge(session: string, intent: LessonIntent): Promise<Refusal | null>;
  /** Resolves when names and steps are on disk for the report. */
  keep(): Promise<void>;
}

export interface ClassLessonParts {
  readonly matchId: string;
  readonly mode: Mode;
  readonly code: string;
  readonly lesson: Lesson | undefined;
  /** As another process left it. */
  readonly known: LessonState | undefined;
  readonly people: People;
  readonly clock: PhaseClock;
  readonly course: Course;
  readonly engine: Pick<Engine, 'world'>;
  readonly repository: MatchRepository;
}

const NO_LESSON: Refusal = {
  reason: 'noLesson',
  error: 'This room goes through no lesson, so there is no step to go to.',
};
const NOT_HOST: Refusal = {
  reason: 'notHostLesson',
  error: 'Only the host of a room leads its lesson. Nothing has changed.',
};
const WATCHING: Refusal = {
  reason: 'noAnswerer',
  error: 'You are watching: only who has a place in this class can answer.',
};

export async function createClassLesson(parts: ClassLessonParts): Promise<ClassLesson> {
  const { matchId, mode, code, people, engine, repository } = parts;
  const course = parts.lesson && createLessonCourse({ ...parts, lesson: parts.lesson, world: () => engine.world() });
  const known = parts.known ? await repository.lessonAnswers(matchId) : [];
  const answers = course && createLessonAnswers(matchId, course, repository, known);
  const book = createClassBook({
    ...{ matchId, code, people, store: repository, begunAt: Date.now() },
    lesson: () => course?.state(),
  });
  const keep = (): Promise<void> => (mode === 'private' ? book() : Promise.resolve());

  return {
    state: () => course?.state(),
    view: () => viewOf(parts, course, answers),
    answersOf(session) {
      const person = personOfSession(people, session);
      return answers && person ? answers.of(person.id) : undefined;
    },
    answeredBy: (person) =>
      course && answers && askedAt(course.lesson, course.step()).length > 0 ? answers.isComplete(person) : null,
    holds: () => course?.holds() ?? false,
    goesOn: () => course?.step() !== undefined,
    gate: () => course?.gate(),
    keep,

    async judge(session, intent) {
      if (!course || !answers) return NO_LESSON;
      if (intent.kind === 'lesson') {
        if (!people.hosts.has(session)) return NOT_HOST;
        const refusal = await course.move(intent.action, intent.step);
        if (!refusal) await keep();
        return refusal;
      }
      const person = personOfSession(people, session);
      if (!person) return WATCHING;
      // A name first: an answer of nobody's would be of no use.
      await keep();
      return answers.take(person.id, intent);
    },
  };
}

function viewOf(
  { mode, matchId, people }: ClassLessonParts,
  course: LessonCourse | undefined,
  answers: LessonAnswers | undefined,
): LessonView {
  const here = people.persons.filter(({ sessions, removed }) => sessions.size > 0 && !removed);
  return {
    id: course?.lesson.id ?? '',
    step: course?.state().step ?? -1,
    people: here.length,
    answered: here.filter(({ id }) => answers?.isComplete(id)).length,
    report: mode === 'private' ? matchId : '',
  };
}
