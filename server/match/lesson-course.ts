/**
 * The course of a lesson: its host moves it from step to step. Steps that play let the match run for their rounds; all others
 * hold it where it is. Whether it is held follows from the step and from where the match stands, and from nothing else, so that
 * a lesson that another process takes up is held where it was.
 */
import type { Lesson, Step } from '../../shared/lessons/lesson.ts';
import { roundsBy } from '../../shared/lessons/questions.ts';
import type { LessonAction } from '../../shared/protocol/lesson-messages.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { LessonState } from './class-state.ts';
import type { PhaseClock } from './clock.ts';
import type { Course } from './course.ts';
import type { Refusal } from './engine.ts';

export interface LessonParts {
  readonly lesson: Lesson;
  /** As another process left it; nothing for a lesson that begins. */
  readonly known: LessonState | undefined;
  readonly clock: PhaseClock;
  readonly course: Pick<Course, 'phase' | 'generation' | 'skip' | 'goOn'>;
  readonly world: () => World;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** To be called in the match's serial order. */
export interface LessonCourse {
  readonly lesson: Lesson;
  state(): LessonState;
  /** Undefined when the lesson has ended. */
  step(): Step | undefined;
  /** Whether the match has to wait for the lesson. */
  holds(): boolean;
  /** Holds the match or lets it go, by step and phase. To be called when a phase begins. */
  gate(): void;
  /** The host's move. Null when it is done. */
  move(action: LessonAction, to: number | undefined): Promise<Refusal | null>;
}

export function createLessonCourse(parts: LessonParts): LessonCourse {
  const { lesson, known, clock, course, world, now = Date.now } = parts;
  const { steps } = lesson;
  const entering = (step: number) => ({ step, at: now(), generation: Math.max(0, course.generation()) });
  let state: LessonState = known ?? { id: lesson.id, version: lesson.version, step: 0, entered: [entering(0)] };

  const holds = (): boolean => {
    if (state.step >= steps.length) return false;
    if (steps[state.step]?.kind !== 'play') return true;
    if (course.phase() !== 'reveal') return false;
    const allowed = roundsBy(lesson, state.step);
    const played = currentRound(world());
    return played >= allowed.rounds && !(allowed.exam && played >= world().settings.rounds);
  };

  const gate = (): void => {
    if (holds()) clock.hold('lesson');
    else clock.release('lesson');
  };

  const enter = async (step: number): Promise<void> => {
    const held = holds();
    state = { ...state, step, entered: [...state.entered, entering(step)].slice(-MOST_MOVES) };
    gate();
    // After the last step the match is the host's again, where it stands.
    if (!held || holds() || step >= steps.length) return;
    const waits = course.phase() === 'lobby' || course.phase() === 'reveal';
    await (waits ? course.skip() : course.goOn());
  };

  return {
    lesson,
    state: () => state,
    step: () => steps[state.step],
    holds,
    gate,
    async move(action, to) {
      const wanted = action === 'next' ? state.step + 1 : action === 'back' ? state.step - 1 : to;
      if (wanted === undefined)
        return { reason: 'noStep', error: 'That does not say to which step of the lesson to go.' };
      if (wanted < 0) return { reason: 'firstStep', error: 'This is the lesson’s first step.' };
      if (wanted > steps.length) {
        return state.step >= steps.length
          ? { reason: 'lessonOver', error: 'The lesson is over.' }
          : { reason: 'noStep', error: `This lesson has ${steps.length} steps, and no step ${wanted + 1}.` };
      }
      if (wanted !== state.step) await enter(wanted);
      return null;
    },
  };
}

/** Of a teacher who goes to and fro all morning, the latest moves are kept. */
const MOST_MOVES = 200;
