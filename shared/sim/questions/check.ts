/** Whether a prediction answers the question that was asked. */
import { CHIPS, type Prediction, type Question, SHOWN_BODIES } from './question.ts';

/** Why a prediction is none: a key for translation, and a sentence for the person. */
export interface PredictionRefusal {
  readonly reason: 'otherQuestion' | 'chips' | 'places' | 'interval';
  readonly sentence: string;
}

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;
const isPerCent = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= 100;

/** Null if it does. Anything that a caller's types allow may be asked about: numbers that are none, too. */
export function checkPrediction(question: Question, prediction: Prediction): PredictionRefusal | null {
  if (prediction.kind === 'histogram' && question.kind === 'histogram') {
    return checkChips(prediction.chips, question.edges.length + 1);
  }
  if (prediction.kind === 'sculptor' && question.kind === 'sculptor') {
    return checkChips(prediction.chips, question.choices.length);
  }
  if (prediction.kind === 'twins' && question.kind === 'twins') return checkPlaces(prediction.same);
  if (prediction.kind === 'divergence' && question.kind === 'divergence') {
    return checkInterval(prediction.low, prediction.high);
  }
  return { reason: 'otherQuestion', sentence: 'That answers another question than the one asked in this round.' };
}

function checkChips(chips: readonly number[], places: number): PredictionRefusal | null {
  const laid = chips.reduce((sum, each) => sum + each, 0);
  if (chips.length === places && chips.every((each) => isCount(each, CHIPS)) && laid === CHIPS) return null;
  return { reason: 'chips', sentence: `Lay all ${CHIPS} chips on the ${places} places, whole ones only.` };
}

function checkPlaces(same: readonly number[]): PredictionRefusal | null {
  const distinct = new Set(same).size === same.length;
  if (distinct && same.length >= 2 && same.every((place) => isCount(place, SHOWN_BODIES - 1))) return null;
  return { reason: 'places', sentence: 'Mark at least two of the creatures, each once: one alone shares with nobody.' };
}

function checkInterval(low: number, high: number): PredictionRefusal | null {
  if (isPerCent(low) && isPerCent(high) && low <= high) return null;
  return { reason: 'interval', sentence: 'Give two numbers from 0 to 100, the lower one first.' };
}
