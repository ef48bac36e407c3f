/** What is said of two histories: a sentence for each thing that can be seen. */
import { examGeneration, roundOf, type Settings } from '../../../shared/sim/world/world.ts';
import { fixed, percent, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import type { Divergence, Place } from '../../session/divergence.ts';
import type { Change } from '../../session/question.ts';
import { causeName } from '../charts/cause-name.ts';

export const changeTitle = (change: Change): string => t(`whatif.change.${change}.title`);

/** "Generation 13, round 5", or the exam. */
export function momentWords(settings: Settings, generation: number): string {
  const exam = examGeneration(settings);
  return generation === exam
    ? t('whatif.exam', { generation: exam + 1 })
    : t('whatif.moment', { generation: generation + 1, round: roundOf(settings, generation) + 1 });
}

/** What both histories still share in a generation, and what they do not: the sentence that tells it all. */
export function sharedWords({ places, sameGenomes, otherFates, apart }: Divergence): string {
  if (places === 0 || apart === null) return t('whatif.say.nobody');
  if (sameGenomes === places) {
    if (apart > 0) return t('whatif.say.noise', { share: percent(apart) });
    return otherFates > 0 ? t('whatif.say.fates', { fates: otherFates, places }) : t('whatif.say.same');
  }
  if (sameGenomes === 0) return t('whatif.say.none', { share: percent(apart) });
  return t('whatif.say.some', { same: sameGenomes, places, share: percent(apart) });
}

/** Which trait lies farthest apart; empty where none does. */
export function traitWords({ most }: Divergence): string {
  if (most === null) return '';
  const values = { trait: traitName(most.trait), amount: fixed(Math.abs(most.gap), 1) };
  return most.gap > 0 ? t('whatif.say.more', values) : t('whatif.say.less', values);
}

export const fateWords = (cause: number): string => (cause === 0 ? t('whatif.lived') : causeName(cause));

/** What is in one place of both histories. */
export function placeWords({ was, is, twins, apart }: Place): string {
  if (was === null || is === null || apart === null) return t('whatif.place.alone');
  if (apart === 0 && twins) return t('whatif.place.same');
  return t(twins ? 'whatif.place.twins' : 'whatif.place.others', { share: percent(apart) });
}
