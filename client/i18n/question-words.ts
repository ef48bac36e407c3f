/** Questions in words: their rules, formulas and verdicts, with the numbers by which the world scores them. */
import { HISTOGRAM_SLOPE, MISS_PRICE, TWINS_SLOPE } from '../../shared/sim/questions/judge.ts';
import {
  CHIPS,
  CLONES,
  type Judgement,
  type QuestionKind,
  SHOWN_BODIES,
  SUSPECTS,
} from '../../shared/sim/questions/question.ts';
import { fixed, t } from './i18n.ts';

const RULES: Readonly<Record<QuestionKind, Readonly<Record<string, number>>>> = {
  histogram: { chips: CHIPS, slope: HISTOGRAM_SLOPE },
  twins: { shown: SHOWN_BODIES, low: CLONES.low, high: CLONES.high, slope: TWINS_SLOPE },
  divergence: { price: MISS_PRICE },
  sculptor: { chips: CHIPS, suspects: SUSPECTS },
};

export const questionName = (kind: QuestionKind): string => t(`question.${kind}.name`);
export const questionRule = (kind: QuestionKind): string => t(`question.${kind}.rule`, RULES[kind]);
export const questionFormula = (kind: QuestionKind): string => t(`question.${kind}.formula`, RULES[kind]);

/** From these points on an answer was well calibrated; below the lower ones it was surer than it could be. */
const GRADES = { good: 75, fair: 45 } as const;
const gradeOf = (points: number): 'good' | 'fair' | 'poor' =>
  points >= GRADES.good ? 'good' : points >= GRADES.fair ? 'fair' : 'poor';

/** Why an answer earned what it earned, in one line with its own numbers. */
export const verdictWords = (judgement: Judgement): string =>
  t(`question.${judgement.kind}.why.${gradeOf(judgement.points)}`, {
    ...RULES[judgement.kind],
    ...numbersOf(judgement),
  });

function numbersOf(judgement: Judgement): Readonly<Record<string, string | number>> {
  switch (judgement.kind) {
    case 'histogram':
    case 'sculptor':
      return { off: fixed(judgement.off, 2) };
    case 'twins':
      return { wrong: judgement.wrong };
    case 'divergence':
      return { width: judgement.width, missedBy: fixed(judgement.missedBy, 1) };
  }
}
