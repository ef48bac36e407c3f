/** What happened, in the reader's words. */
import { CARD_IDS } from '../../../shared/sim/cards.ts';
import { causeOf } from '../../../shared/sim/causes.ts';
import { INTERVENTION_IDS } from '../../../shared/sim/interventions.ts';
import { examGeneration, type Habitat, roundOf } from '../../../shared/sim/world/world.ts';
import { listed, t } from '../../i18n/i18n.ts';
import { cardName, groundName, interventionName, tollWords } from '../../i18n/model-words.ts';
import type { Course, Happening } from '../../session/happenings.ts';

/** "Generation 5 of 25, round 2"; "The exam". */
export function placeOf({ settings, tolls }: Course, generation: number): string {
  if (generation >= examGeneration(settings)) return t('transport.exam');
  const round = roundOf(settings, generation) + 1;
  return t('transport.at', { generation: generation + 1, generations: tolls.length, round });
}

/** So many habitats are named, and of more only how many there are. */
const NAMED = 3;

/** "Moss 1 and Reef 4", "12 habitats". */
export function homesOf(habitats: readonly Habitat[], ids: readonly number[]): string {
  if (ids.length > NAMED) return t('theatre.habitats', { count: ids.length });
  return listed(ids.map((id) => homeName(habitats, id)));
}

/** "Moss 1": grounds come more than once, numbers do not. */
export function homeName(habitats: readonly Habitat[], id: number): string {
  const habitat = habitats[id];
  return t('theatre.home', { ground: habitat ? groundName(habitat) : '', number: id + 1 });
}

/** The words of the model for what happened: "Frost", "Shelter and Feast". */
export const thingsOf = (what: readonly string[]): string =>
  listed(
    what.flatMap((id) => {
      const card = CARD_IDS.find((each) => each === id);
      const act = INTERVENTION_IDS.find((each) => each === id);
      return card ? [cardName(card)] : act ? [interventionName(act)] : [];
    }),
  );

/** One happening as a sentence. Beginnings of rounds and of the exam say nothing that their place does not. */
export function happeningWords(habitats: readonly Habitat[], { kind, habitats: ids, what }: Happening): string {
  if (kind === 'round' || kind === 'exam') return '';
  return t(`theatre.happening.${kind}`, { homes: homesOf(habitats, ids), what: thingsOf(what) });
}

/** "34 of 90 die; most of them, 20, froze." */
export function tollSentence({ tolls }: Course, generation: number): string {
  const toll = tolls[generation];
  if (!toll || toll.born === 0) return '';
  const [worst] = [...toll.causes].sort(([, a], [, b]) => b - a);
  const cause = worst ? causeOf(worst[0]) : null;
  const died = t('theatre.died', { died: toll.died, born: toll.born });
  return worst && cause ? t('theatre.diedMost', { died, most: tollWords(cause, worst[1]) }) : died;
}
