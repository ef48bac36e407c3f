/** Every habitat in every generation as a row: under which cards it stood, who died of what, and what its creatures were like. */
import { CAUSES } from '../../../shared/sim/causes.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { examGeneration, type Pressure, roundOf, type World } from '../../../shared/sim/world/world.ts';
import { type GenerationRecord, rangeOf } from '../history.ts';
import type { Sheet } from '../sheet.ts';
import { summarise } from '../trait-statistics.ts';
import { columnOf } from './columns.ts';

/** Counts from 1 where it counts; the round of the exam is `exam`. Means and standard deviations are of all who were born. */
export const HABITAT_COLUMNS: readonly string[] = [
  ...['generation', 'round', 'habitat', 'ground', 'temperature (-100 to 100)', 'nutrition (-100 to 100)', 'cards'],
  ...['born', 'survived'],
  ...CAUSES.map(({ key }) => `died: ${key}`),
  ...TRAITS.flatMap((trait) => [`mean ${columnOf(trait)}`, `SD ${columnOf(trait)}`]),
];

/** The habitats of a measured generation. What is not known (yet), or has no meaning, is empty. */
export const habitatRows = (world: Pick<World, 'settings' | 'habitats'>, record: GenerationRecord): Sheet['rows'] =>
  world.habitats.map(({ id, background }) => {
    const [start, end] = rangeOf(record, id);
    const causes = record.causes.subarray(start, end);
    const told = (count: number): number | string => (record.decided ? count : '');
    const { temperature, nutrition } = record.conditions[id] ?? { temperature: '', nutrition: '' };
    return [
      ...[record.generation + 1, roundName(world, record.generation), id + 1, background.kind, temperature, nutrition],
      ...[cardsOf(record.pressures[id] ?? []), end - start, told(causes.filter((cause) => cause === 0).length)],
      ...CAUSES.map(({ number }) => told(causes.filter((cause) => cause === number).length)),
      ...TRAITS.flatMap((trait): (number | string)[] => {
        const summary = summarise(record, id, trait);
        return summary && summary.born > 0 ? [summary.mean, summary.spread] : ['', ''];
      }),
    ];
  });

const roundName = ({ settings }: Pick<World, 'settings'>, generation: number): number | string =>
  generation >= examGeneration(settings) ? 'exam' : roundOf(settings, generation) + 1;

/** "frost 2; hunters 1": each with its level. */
const cardsOf = (pressures: readonly Pressure[]): string =>
  pressures.map(({ card, level }) => `${card} ${level}`).join('; ');
