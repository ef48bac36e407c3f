/** What a match tells: to everybody, and to each seat alone. */
import type { OwnView } from '../../shared/protocol/messages.ts';
import type { LaidTable } from '../../shared/sim/world/commands.ts';
import { currentRound } from '../../shared/sim/world/create.ts';
import type { PhaseClock } from './clock.ts';
import type { Course } from './course.ts';
import type { Engine } from './engine.ts';
import type { MatchView, SeatView } from './match.ts';
import type { People } from './people.ts';
import type { Predictions } from './predictions.ts';
import type { Reveals } from './reveal.ts';
import { isPerson, isPresent, type Steward, seatOfSession } from './stewards.ts';

export interface ToldParts {
  readonly people: People;
  readonly engine: Engine;
  readonly course: Course;
  readonly clock: PhaseClock;
  readonly predictions: Predictions;
  readonly reveals: Reveals;
}

/** `recording` and `trouble` as in MatchView. */
export function viewOf(parts: ToldParts, recording: string, trouble: string): MatchView {
  const { people, engine, course, clock } = parts;
  const world = engine.world();
  // In a game about guessing cards nobody sees another's; one's own are told to the seat alone.
  const laid = world.settings.game === 'sculptor' ? [] : engine.laid();
  return {
    phase: course.phase(),
    phaseLengthMs: clock.lengthMs,
    phasePassedMs: clock.passedMs(),
    paused: clock.isHeld('host'),
    timers: course.timers(),
    round: currentRound(world),
    generation: course.generation(),
    recording,
    trouble,
    shock: world.shockCard?.card ?? '',
    seats: people.stewards.map((steward) => seatView(parts, steward, laid)),
  };
}

function seatView({ engine, predictions, reveals }: ToldParts, steward: Steward, laid: LaidTable): SeatView {
  const { seat, name, bot, ready } = steward;
  return {
    seat,
    name,
    bot,
    person: isPerson(steward),
    connected: isPresent(steward),
    ready,
    laid: laid[seat] ?? [],
    answered: predictions.hasAnswered(seat),
    predictionPoints: predictions.asked(seat)?.outcome?.judgement?.points ?? -1,
    predictionTotal: predictions.total(seat),
    briefPoints: reveals.briefPoints(seat),
    interventionsLeft: engine.interventionsLeft(seat),
  };
}

/** What only the seat of this connection is told; null for who only watches. */
export function ownViewOf({ people, engine, predictions }: ToldParts, session: string): OwnView | null {
  const steward = seatOfSession(people.stewards, session);
  if (!steward) return null;
  const { question = null, prediction = null, outcome = null } = predictions.asked(steward.seat) ?? {};
  return { round: predictions.round(), question, prediction, outcome, laid: engine.laid()[steward.seat] ?? [] };
}
