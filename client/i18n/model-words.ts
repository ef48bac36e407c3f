/**
 * Words for what the model names: cards, causes, founders, grounds, climates. Where the model has its own words they are the
 * English, and the other catalogues say the same by its id.
 */

import type { BriefKind } from '../../shared/sim/briefs/brief.ts';
import { BRIEFS } from '../../shared/sim/briefs/brief-info.ts';
import { CARDS, type CardId } from '../../shared/sim/cards.ts';
import type { Cause } from '../../shared/sim/causes.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { INTERVENTIONS, type InterventionId } from '../../shared/sim/interventions.ts';
import type { TraitName } from '../../shared/sim/trait-names.ts';
import type { Habitat } from '../../shared/sim/world/world.ts';
import { t, tOr } from './i18n.ts';

export const cardName = (id: CardId): string => tOr(`card.${id}.name`, CARDS[id].name);
export const cardSentence = (id: CardId): string => tOr(`card.${id}.sentence`, CARDS[id].sentence);
export const cardFormula = (id: CardId): string => tOr(`card.${id}.formula`, CARDS[id].formula);
export const cardPrice = (id: CardId): string => tOr(`card.${id}.price`, CARDS[id].price);
export const interventionName = (id: InterventionId): string => tOr(`intervention.${id}.name`, INTERVENTIONS[id].name);
export const interventionSentence = (id: InterventionId): string =>
  tOr(`intervention.${id}.sentence`, INTERVENTIONS[id].sentence);
export const interventionFormula = (id: InterventionId): string =>
  tOr(`intervention.${id}.formula`, INTERVENTIONS[id].formula);
export const interventionPrice = (id: InterventionId): string =>
  tOr(`intervention.${id}.price`, INTERVENTIONS[id].price);
export const briefName = (kind: BriefKind): string => tOr(`brief.${kind}.name`, BRIEFS[kind].name);
/** `target`: the name of the species to look like, where there is one. */
export const briefSentence = (kind: BriefKind, target = ''): string =>
  target ? t('briefs.likeTarget', { target }) : tOr(`brief.${kind}.sentence`, BRIEFS[kind].sentence);
export const briefFormula = (kind: BriefKind): string => tOr(`brief.${kind}.formula`, BRIEFS[kind].formula);
/** "3 were spotted by hunters": how many died of what. */
export const tollWords = (cause: Cause, count: number): string => t(`toll.${cause.key}`, { count });
export const causeWords = (cause: Cause): string => tOr(`cause.${cause.key}`, cause.words);

export const traitName = (trait: TraitName): string => t(`trait.${trait}`);

export function founderName(key: string): string {
  const founder = founderByKey(key);
  return founder ? tOr(`founder.${key}.name`, founder.name) : key;
}

/** One line about how a founder looks. */
export const founderLine = (key: string): string => tOr(`founder.${key}.line`, founderByKey(key)?.line ?? '');

/** "Moss", "Reef": what the ground is. */
export const groundName = ({ background }: Habitat): string => t(`ground.${background.kind}`);

/** Bounds between the five words for a temperature, and for a nutrition (-100 to 100). */
const STEPS = [-50, -15, 15, 50] as const;
const step = (value: number): number => STEPS.filter((bound) => value >= bound).length;

export const temperatureWord = ({ temperature }: Habitat): string => t(`temperature.${step(temperature)}`);
export const nutritionWord = ({ nutrition }: Habitat): string => t(`nutrition.${step(nutrition)}`);
