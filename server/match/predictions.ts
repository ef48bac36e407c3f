/**
 * What stewards are asked before each choosing, what they answer, and what it earns. Answers change nothing in the world; they
 * are on disk before they are acknowledged, and judged when their round is over.
 */
import type { Phase } from '../../shared/protocol/wire.ts';
import { questionFor } from '../../shared/sim/questions/ask.ts';
import { checkPrediction } from '../../shared/sim/questions/check.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import type { Outcome, Prediction, Question, Truth } from '../../shared/sim/questions/question.ts';
import { knownTruth, truthAfter } from '../../shared/sim/questions/truth.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { MatchRepository, StoredPrediction } from '../persistence/repository.ts';
import type { Refusal } from './engine.ts';
import { roundAsked, roundsTold, type Standstill } from './resume.ts';

/** What one seat was asked in the round that runs, and what came of it. */
export interface Asked {
  readonly question: Question;
  /** What was true from the start; null where only the round can tell. Told to nobody. */
  readonly truth: Truth | null;
  readonly prediction: Prediction | null;
  /** Null until the reveal. */
  readonly outcome: Outcome | null;
}

export interface Predictions {
  /** Counted from 0; -1 before the first. */
  round(): number;
  /** By seat; undefined where nothing is asked. */
  asked(seat: number): Asked | undefined;
  hasAnswered(seat: number): boolean;
  /** Sum of points over the rounds revealed. */
  total(seat: number): number;
  /** Shows the last round's questions and outcomes again (true), or those of the round that runs. */
  lookBack(on: boolean): void;
  /** Opens a round: everybody gets a question, in a world before its births. */
  ask(world: World, round: number): void;
  /** Takes an answer, or another one. Null when it is on disk. */
  answer(seat: number, round: number, prediction: Prediction): Promise<Refusal | null>;
  /**
   * Judges the round, in the world after its last season: outcomes by seat. `rows` are its creatures' traits, `twinsApart` is
   * by habitat. Nothing is told before `tell`.
   */
  judge(world: World, rows: Int32Array, twinsApart: readonly (number | null)[]): ReadonlyMap<number, Outcome>;
  tell(outcomes: ReadonlyMap<number, Outcome>): void;
  /** Everything as it was when another process stopped in this phase. */
  takeUp(standstill: Standstill, phase: Phase): void;
}

function outcomeOf({ question, prediction }: Pick<Asked, 'question' | 'prediction'>, truth: Truth | null): Outcome {
  const judgement = prediction === null || truth === null ? null : judge(question, prediction, truth);
  return { question, prediction, truth, judgement };
}

export function createPredictions(matchId: string, repository: MatchRepository): Predictions {
  let current = -1;
  let asked = new Map<number, Asked>();
  let last = new Map<number, Asked>();
  let back = false;
  const totals = new Map<number, number>();
  /** Given in another process: they count when their round is asked again. */
  let given: readonly StoredPrediction[] = [];

  const questionsOf = (world: World, round: number): Map<number, Asked> => {
    const questions = new Map<number, Asked>();
    for (const { id } of world.habitats) {
      const question = questionFor(world, id);
      if (question === null) continue;
      const prediction = given.find((each) => each.round === round && each.seat === id)?.prediction ?? null;
      questions.set(id, { question, truth: knownTruth(world, question), prediction, outcome: null });
    }
    return questions;
  };

  return {
    round: () => (back ? current - 1 : current),
    asked: (seat) => (back ? last : asked).get(seat),
    hasAnswered: (seat) => (asked.get(seat)?.prediction ?? null) !== null,
    total: (seat) => totals.get(seat) ?? 0,

    lookBack(on) {
      back = on;
    },

    ask(world, round) {
      current = round;
      back = false;
      last = asked;
      asked = questionsOf(world, round);
    },

    async answer(seat, round, prediction) {
      const own = asked.get(seat);
      if (round !== current) {
        return {
          reason: 'otherRound',
          error: `That answers round ${round + 1}; the question now is of round ${current + 1}.`,
        };
      }
      if (own === undefined) return { reason: 'noQuestion', error: 'Nothing is asked of this habitat in this round.' };
      const refusal = checkPrediction(own.question, prediction);
      if (refusal !== null) return { reason: refusal.reason, error: refusal.sentence };
      await repository.putPrediction(matchId, { round, seat, prediction });
      asked.set(seat, { ...own, prediction });
      return null;
    },

    judge(world, rows, twinsApart) {
      const outcomes = new Map<number, Outcome>();
      for (const [seat, { question, prediction, truth: known }] of asked) {
        const truth = known ?? truthAfter(world, question, rows, twinsApart);
        outcomes.set(seat, outcomeOf({ question, prediction }, truth));
      }
      return outcomes;
    },

    tell(outcomes) {
      for (const [seat, outcome] of outcomes) {
        const own = asked.get(seat);
        if (own !== undefined) asked.set(seat, { ...own, outcome });
        totals.set(seat, (totals.get(seat) ?? 0) + (outcome.judgement?.points ?? 0));
      }
    },

    takeUp({ world, openings, answers }, phase) {
      given = answers.predictions;
      current = roundAsked(phase, world);
      const told = answers.judgements.filter(({ round }) => round < roundsTold(phase, world));
      const recall = (round: number): Map<number, Asked> => {
        const opening = openings[round];
        const questions = opening === undefined ? new Map<number, Asked>() : questionsOf(opening, round);
        for (const { seat, truth } of told.filter((each) => each.round === round)) {
          const own = questions.get(seat);
          if (own !== undefined) questions.set(seat, { ...own, outcome: outcomeOf(own, truth) });
        }
        return questions;
      };
      asked = recall(current);
      last = recall(current - 1);
      for (const { seat, predictionPoints } of told) {
        totals.set(seat, (totals.get(seat) ?? 0) + (predictionPoints ?? 0));
      }
    },
  };
}
