/**
 * Points for predictions, 0 to 100, by calibration: each formula pays best for saying what one believes, as surely as one
 * believes it. Nothing depends on when the answer came. MODEL.md, "Questions", has them in words.
 */
import { CHIPS, type Judgement, type Prediction, type Question, SHOWN_BODIES, type Truth } from './question.ts';

/** Points lost for a mean square of 1: an even bet on a usual population then earns some 70, all chips on its fullest bin some 80. */
export const HISTOGRAM_SLOPE = 500;
/** Points lost for each creature put on the wrong side: half of them right, as by a coin, earns nothing. */
export const TWINS_SLOPE = 25;
/** Points lost for each per cent by which an interval misses; with this one it pays to be right four times in five. */
export const MISS_PRICE = 10;

const square = (value: number): number => value * value;
const whole = (points: number): number => Math.round(Math.max(0, Math.min(100, points)));

/** Null when there is nothing to judge: kinds that do not belong together. */
export function judge(question: Question, prediction: Prediction, truth: Truth): Judgement | null {
  if (question.kind !== prediction.kind || question.kind !== truth.kind) return null;
  if (prediction.kind === 'histogram' && truth.kind === 'histogram')
    return judgeHistogram(prediction.chips, truth.counts);
  if (prediction.kind === 'twins' && truth.kind === 'twins') return judgeTwins(prediction.same, truth.same);
  if (prediction.kind === 'divergence' && truth.kind === 'divergence') {
    return judgeInterval(prediction.low, prediction.high, truth.apart);
  }
  if (prediction.kind === 'sculptor' && truth.kind === 'sculptor') return judgeCards(prediction.chips, truth.laid);
  return null;
}

/** Shares of a total, none where it is 0. */
export const sharesOf = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
};

/** The ranked probability score (Epstein 1969), of the whole population at once: near misses cost less than far ones. */
function judgeHistogram(chips: readonly number[], counts: readonly number[]): Judgement {
  const bet = sharesOf(chips);
  const found = sharesOf(counts);
  let squares = 0;
  let difference = 0;
  for (let bin = 0; bin < bet.length - 1; bin++) {
    difference += (bet[bin] ?? 0) - (found[bin] ?? 0);
    squares += difference * difference;
  }
  const off = squares / Math.max(1, bet.length - 1);
  return { kind: 'histogram', points: whole(100 - HISTOGRAM_SLOPE * off), off };
}

/** Brier's score (1950) of eight claims made for certain is the share of wrong ones. */
function judgeTwins(same: readonly number[], truth: readonly number[]): Judgement {
  let wrong = 0;
  for (let place = 0; place < SHOWN_BODIES; place++) if (same.includes(place) !== truth.includes(place)) wrong++;
  return { kind: 'twins', points: whole(100 - TWINS_SLOPE * wrong), wrong };
}

/** The interval score (Gneiting & Raftery 2007) for an interval that should hold the truth four times in five. */
function judgeInterval(low: number, high: number, apart: number): Judgement {
  const width = high - low;
  const missedBy = Math.max(0, low - apart, apart - high);
  return { kind: 'divergence', points: whole(100 - width - MISS_PRICE * missedBy), width, missedBy };
}

/** Brier's score over the cards: all chips on the right one earn 100, all on one wrong one nothing. */
function judgeCards(chips: readonly number[], laid: number): Judgement {
  const off = chips.reduce((sum, count, card) => sum + square(count / CHIPS - (card === laid ? 1 : 0)), 0);
  return { kind: 'sculptor', points: whole(100 - 50 * off), off };
}
