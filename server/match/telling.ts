/** What a match tells: to everybody, and to each seat alone. */
import type { PersonView, RosterView, SelfView } from '../../shared/protocol/class-messages.ts';
import type { OwnView } from '../../shared/protocol/messages.ts';
import type { LaidTable } from '../../shared/sim/world/commands.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import type { ClassLesson } from './class-lesson.ts';
import type { PhaseClock } from './clock.ts';
import type { Course } from './course.ts';
import type { Engine } from './engine.ts';
import type { Manners } from './manners.ts';
import type { MatchView, SeatView } from './match.ts';
import { type People, personOfSession } from './people.ts';
import type { Predictions } from './predictions.ts';
import type { Rematch } from './rematch.ts';
import type { Reveals } from './reveal.ts';
import { isShown, personView, selfView } from './roster.ts';
import { isPerson, isPresent, isReady, type Person, type Steward, seatOfSession } from './stewards.ts';
import type { Terms } from './terms.ts';

export interface ToldParts {
  readonly people: People;
  readonly engine: Engine;
  readonly course: Course;
  readonly clock: PhaseClock;
  readonly predictions: Predictions;
  readonly reveals: Reveals;
  readonly lesson: ClassLesson;
  readonly terms: Terms;
  readonly manners: Pick<Manners, 'standing'>;
  readonly rematch: Pick<Rematch, 'next' | 'wanted'>;
}

/** `recording` and `trouble` as in MatchView. */
export function viewOf(parts: ToldParts, recording: string, trouble: string): Omit<MatchView, 'unrecorded'> {
  const { people, engine, course, clock } = parts;
  const world = engine.world();
  // In a game about guessing cards nobody sees another's; one's own are told to the seat alone.
  const laid = world.settings.game === 'sculptor' ? [] : engine.laid();
  return {
    phase: course.phase(),
    phaseLengthMs: clock.lengthMs,
    phasePassedMs: clock.passedMs(),
    paused: clock.isHeld('host') || clock.isHeld('frozen'),
    timers: course.timers(),
    round: currentRound(world),
    generation: course.generation(),
    recording,
    trouble,
    shock: world.shockCard?.card ?? '',
    rules: people.rules,
    terms: parts.terms,
    spectators: [...people.watchers].filter((each) => parts.terms.owned || !people.hosts.has(each)).length,
    next: parts.rematch.next(),
    rematch: parts.rematch.wanted(),
    lesson: parts.lesson.view(),
    seats: people.stewards.map((steward) => seatView(parts, steward, laid)),
  };
}

function seatView(
  { people, engine, predictions, reveals, manners }: ToldParts,
  steward: Steward,
  laid: LaidTable,
): SeatView {
  const { seat, bot, holders } = steward;
  const shown = holders.filter((person) => isShown(people, person));
  return {
    seat,
    name: isPerson(steward) ? shown.flatMap(({ names }) => names).join(' & ') : steward.name,
    team: holders[0]?.team ?? 0,
    hidden: shown.length < holders.length,
    approved: holders.every(({ approved }) => approved),
    bot,
    person: isPerson(steward),
    connected: isPresent(steward),
    ready: isReady(steward),
    laid: laid[seat] ?? [],
    answered: predictions.hasAnswered(seat),
    predictionPoints: predictions.asked(seat)?.outcome?.judgement?.points ?? -1,
    predictionTotal: predictions.total(seat),
    briefPoints: reveals.briefPoints(seat),
    interventionsLeft: engine.interventionsLeft(seat),
    ...manners.standing(seat),
  };
}

/** What only the seat of this connection is told; null for who only watches. */
export function ownViewOf({ people, engine, predictions, lesson }: ToldParts, session: string): OwnView | null {
  const steward = seatOfSession(people.stewards, session);
  if (!steward) return null;
  const { question = null, prediction = null, outcome = null } = predictions.asked(steward.seat) ?? {};
  const answers = lesson.answersOf(session);
  const laid = engine.laid()[steward.seat] ?? [];
  return { round: predictions.round(), question, prediction, outcome, laid, ...(answers ? { answers } : {}) };
}

/** What a person is told of themselves; null for who only watches. */
export function selfOf({ people }: ToldParts, session: string): SelfView | null {
  const person = personOfSession(people, session);
  return person ? selfView(people, person) : null;
}

/** Everybody, for a host; null for others. */
export function rosterOf({ people, course, predictions, lesson }: ToldParts, session: string): RosterView | null {
  if (!people.hosts.has(session)) return null;
  const now = performance.now();
  const phase = course.phase();
  const viewOfPerson = (person: Person): PersonView => {
    const answered = lesson.answeredBy(person.id);
    if (answered !== null) return personView(person, true, answered, now);
    const played = !lesson.holds() && (phase === 'predict' || phase === 'choose');
    const done = person.ready || (phase === 'predict' && predictions.hasAnswered(person.seat));
    return personView(person, played, played && done, now);
  };
  return {
    rules: people.rules,
    teams: people.teams,
    people: people.persons.map(viewOfPerson),
  };
}
