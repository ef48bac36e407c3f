/**
 * The words that the catalogues of the other languages have besides those of the English one: English takes them from the
 * model itself (cards, causes, founders, …) or from the server's own sentences, so that they cannot drift apart.
 */
import { BRIEF_KINDS } from '../../shared/sim/briefs/brief.ts';
import { BRIEFS } from '../../shared/sim/briefs/brief-info.ts';
import { CARD_IDS, CARDS } from '../../shared/sim/cards.ts';
import { CAUSES } from '../../shared/sim/causes.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { INTERVENTION_IDS, INTERVENTIONS } from '../../shared/sim/interventions.ts';
import { HAZARD_CARDS, HAZARDS } from '../../shared/sim/pressures.ts';

/** Each key with its English. */
export function modelWords(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const id of CARD_IDS) {
    const { name, sentence, formula, price } = CARDS[id];
    for (const [part, text] of Object.entries({ name, sentence, formula, price }))
      words.set(`card.${id}.${part}`, text);
  }
  for (const id of INTERVENTION_IDS) {
    const { name, sentence, formula, price } = INTERVENTIONS[id];
    for (const [part, text] of Object.entries({ name, sentence, formula, price })) {
      words.set(`intervention.${id}.${part}`, text);
    }
  }
  for (const kind of BRIEF_KINDS) {
    const { name, sentence, formula } = BRIEFS[kind];
    for (const [part, text] of Object.entries({ name, sentence, formula })) words.set(`brief.${kind}.${part}`, text);
  }
  for (const { key, words: told } of CAUSES) words.set(`cause.${key}`, told);
  for (const { key, name, line } of FOUNDERS) {
    words.set(`founder.${key}.name`, name);
    words.set(`founder.${key}.line`, line);
  }
  for (const measure of measures()) words.set(`measure.${measure}`, measure);
  return words;
}

/** What a death is explained by: the measures of the hazards, and those of the natural causes. */
function measures(): Set<string> {
  return new Set([
    ...HAZARD_CARDS.map((card) => HAZARDS[card]?.measure ?? card),
    'size',
    'cost',
    'surface',
    'luminance',
  ]);
}
