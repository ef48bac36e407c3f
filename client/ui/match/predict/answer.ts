/** Questions in words, and when an answer is whole. Plain functions. */
import { CHIPS, type Prediction, type Question } from '../../../../shared/sim/questions/question.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { groundName, traitName } from '../../../i18n/model-words.ts';
import type { Words } from '../../../session/phase-words.ts';
import { laidChips } from './chips.ts';

/** Where the two handles stand before they are touched: wide, so that nobody's answer is made for them. */
export const START_SPAN: Extract<Prediction, { kind: 'divergence' }> = { kind: 'divergence', low: 20, high: 60 };

/** Somebody picked at least a pair: one alone shares its genome with nobody. */
const LEAST_PICKED = 2;

/** Whether an answer can be sent: all chips laid, a pair picked. */
export function isWhole(question: Question, answer: Prediction | null): boolean {
  if (answer?.kind !== question.kind) return false;
  switch (answer.kind) {
    case 'histogram':
    case 'sculptor':
      return laidChips(answer.chips) === CHIPS;
    case 'twins':
      return answer.same.length >= LEAST_PICKED;
    case 'divergence':
      return answer.low <= answer.high;
  }
}

/** The question as one sentence. */
export function questionWords(question: Question, world: World): Words {
  const key = `question.${question.kind}.ask`;
  if (question.kind === 'twins') return { key, values: {} };
  const habitat = world.habitats[question.habitat];
  const place = { number: question.habitat + 1, ground: habitat ? groundName(habitat) : '' };
  return { key, values: question.kind === 'histogram' ? { ...place, trait: traitName(question.trait) } : place };
}
