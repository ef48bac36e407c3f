/** What people may do, and when: every intent is judged here, and whatever is wrong with it is told in a sentence. */
import type { Intent, PaceAction } from '../../shared/protocol/messages.ts';
import type { ClassIntent, JudgeClassIntent } from './class-intents.ts';
import type { ClassLesson, LessonIntent } from './class-lesson.ts';
import type { PhaseClock } from './clock.ts';
import type { Course } from './course.ts';
import type { Engine, Refusal } from './engine.ts';
import { isAboutPeople, type Manners, type PeopleIntent } from './manners.ts';
import { type People, personOfSession } from './people.ts';
import type { Mode } from './phases.ts';
import { NO_SEAT, type Placed } from './places.ts';
import type { Predictions } from './predictions.ts';
import { type Person, type Steward, seatOfSession } from './stewards.ts';

/** `placed`: connections that have another place now. */
export type Verdict = { ok: true; placed?: readonly Placed[] } | { ok: false; reason: string; error: string };

const done: Verdict = { ok: true };
const refuse = (reason: string, error: string): Verdict => ({ ok: false, reason, error });
/** What a public room is like was told to everybody who came. */
const OWNERS_REACH = refuse(
  'settingsFixed',
  'What a public room is like, its pace too, is fixed when it is made. Its owner can start it, and take people out.',
);
const asVerdict = (refusal: Refusal | null): Verdict => (refusal ? { ok: false, ...refusal } : done);

export interface IntentParts {
  readonly mode: Mode;
  readonly people: People;
  readonly engine: Engine;
  readonly course: Course;
  readonly clock: PhaseClock;
  readonly predictions: Predictions;
  readonly judgeClass: JudgeClassIntent;
  readonly manners: Pick<Manners, 'judge'>;
  readonly lesson: Pick<ClassLesson, 'holds' | 'judge'>;
  /** Ends the phase if nobody is waited for any more. */
  readonly skipIfAllDone: () => Promise<void>;
}

/** Judges one intent and carries it out. To be called in the match's serial order; rejects only by a fault. */
export type JudgeIntent = (session: string, intent: Intent) => Promise<Verdict>;

export function createIntentJudge(parts: IntentParts): JudgeIntent {
  const { people, engine, course, clock, predictions, judgeClass, manners, lesson, skipIfAllDone } = parts;

  const pace = async (action: PaceAction): Promise<Verdict> => {
    const phase = course.phase();
    if (action === 'lengthen') {
      return course.lengthen()
        ? done
        : refuse('noTimer', 'There is no timer to lengthen now: only thinking is timed, and only where timers are on.');
    }
    if (action === 'pause') {
      clock.hold('host');
      return done;
    }
    if (people.rules.frozen && action !== 'resume') {
      return refuse('frozenPace', 'All screens are at rest (eyes up). Let them go on first.');
    }
    if (action === 'discuss') {
      return (await course.lookBack())
        ? done
        : refuse(
            'noDiscussion',
            'There is nothing to go back to now: while people guess or choose, you can go back to the last round’s reveal.',
          );
    }
    if (lesson.holds() && (action === 'start' || action === 'next')) {
      return refuse(
        'lessonHolds',
        'The match waits for the lesson, whose step does not play. Go on with the lesson: “Next step”.',
      );
    }
    if (action === 'start' && phase !== 'lobby') return refuse('started', 'The match has begun already.');
    if (action === 'next' && phase === 'lobby') {
      return refuse('notStarted', 'The match has not begun yet: start it first.');
    }
    clock.release('host');
    if (action === 'resume') await course.goOn();
    else await course.skip();
    return done;
  };

  const asHost = async (session: string, intent: Extract<Intent, { kind: 'pace' | 'timers' }>): Promise<Verdict> => {
    if (!people.hosts.has(session)) return refuse('notHost', 'Only the host of a room sets its pace.');
    if (course.phase() === 'over') return refuse('over', 'The match is over.');
    if (parts.mode === 'public' && !(intent.kind === 'pace' && intent.action === 'start')) return OWNERS_REACH;
    if (intent.kind === 'pace') return pace(intent.action);
    course.setTimers(intent.on);
    return done;
  };

  const predict = async (
    seat: number,
    { round, prediction }: Extract<Intent, { kind: 'predict' }>,
  ): Promise<Verdict> => {
    if (course.phase() !== 'predict') {
      return refuse('notPredicting', 'Predictions are made before the cards are laid: wait for the next round.');
    }
    const refusal = await predictions.answer(seat, round, prediction);
    if (refusal === null) await skipIfAllDone();
    return asVerdict(refusal);
  };

  const asSteward = async (
    person: Person,
    { seat }: Steward,
    intent: Exclude<Intent, ClassIntent | LessonIntent | PeopleIntent | { kind: 'pace' | 'timers' }>,
  ): Promise<Verdict> => {
    switch (intent.kind) {
      case 'ready':
        person.ready = intent.ready;
        await skipIfAllDone();
        return done;
      case 'predict':
        return predict(seat, intent);
      case 'intervene':
        return asVerdict(await engine.intervene(seat, intent.intervention));
      case 'pressure':
        if (course.phase() !== 'choose') {
          return refuse('notNow', 'Cards are laid while choosing. Wait for the next choice.');
        }
        return asVerdict(await engine.lay(seat, intent.card, intent.level));
    }
  };

  return async (session, intent) => {
    if (intent.kind === 'pace' || intent.kind === 'timers') return asHost(session, intent);
    const person = personOfSession(people, session);
    if (people.rules.frozen && !people.hosts.has(session)) {
      return refuse('frozen', 'Eyes up: all screens are at rest until your teacher lets them go on.');
    }
    if (person) person.actedAt = performance.now();
    if (intent.kind === 'class' || intent.kind === 'name') return asVerdict(await judgeClass(session, intent));
    if (isAboutPeople(intent)) {
      const judged = await manners.judge(session, intent);
      if (judged !== null && 'reason' in judged) return asVerdict(judged);
      await skipIfAllDone();
      return judged === null ? done : { ok: true, placed: judged };
    }
    if (intent.kind === 'lesson' || intent.kind === 'answer') return asVerdict(await lesson.judge(session, intent));
    const steward = seatOfSession(people.stewards, session);
    if (!person || !steward) return asVerdict(NO_SEAT);
    if (course.phase() === 'over') return refuse('over', 'The match is over.');
    return asSteward(person, steward, intent);
  };
}
