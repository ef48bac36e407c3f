/** The queries about predictions and what they earned. */
import type { Kysely } from 'kysely';
import type { Prediction, Truth } from '../../shared/sim/questions/question.ts';
import type { Fence } from './fence.ts';
import type { MatchRepository } from './repository.ts';
import type { Tables } from './tables.ts';

type AnswerQueries = Pick<MatchRepository, 'putPrediction' | 'addJudgements' | 'readAnswers'>;

// What these columns hold was written by the two functions below, and by nobody else.
const toPrediction = (text: string): Prediction => JSON.parse(text);
const toTruth = (text: string | null): Truth | null => (text === null ? null : JSON.parse(text));

export function answerQueries(db: Kysely<Tables>, fence: Fence): AnswerQueries {
  return {
    putPrediction: (matchId, { round, seat, prediction }) =>
      fence.put(
        matchId,
        {
          table: 'predictions',
          columns: { round: 'integer', seat: 'integer', prediction: 'text' },
          rows: [{ round, seat, prediction: JSON.stringify(prediction) }],
        },
        ['round', 'seat'],
        ['prediction'],
      ),

    addJudgements: (matchId, judgements) =>
      fence.add(matchId, {
        table: 'judgements',
        columns: {
          ...{ round: 'integer', seat: 'integer', truth: 'text' },
          ...{ prediction_points: 'integer', brief_points: 'integer' },
        },
        rows: judgements.map(({ round, seat, truth, predictionPoints, briefPoints }) => ({
          round,
          seat,
          truth: truth === null ? null : JSON.stringify(truth),
          prediction_points: predictionPoints,
          brief_points: briefPoints,
        })),
      }),

    async readAnswers(matchId) {
      const predictions = await db
        .selectFrom('predictions')
        .select(['round', 'seat', 'prediction'])
        .where('match_id', '=', matchId)
        .orderBy('round')
        .orderBy('seat')
        .execute();
      const judgements = await db
        .selectFrom('judgements')
        .select(['round', 'seat', 'truth', 'prediction_points', 'brief_points'])
        .where('match_id', '=', matchId)
        .orderBy('round')
        .orderBy('seat')
        .execute();
      return {
        predictions: predictions.map((row) => ({ ...row, prediction: toPrediction(row.prediction) })),
        judgements: judgements.map(({ round, seat, truth, prediction_points, brief_points }) => ({
          round,
          seat,
          truth: toTruth(truth),
          predictionPoints: prediction_points,
          briefPoints: brief_points,
        })),
      };
    },
  };
}
