/** Every creature of a match as a row: all that its body follows from, of whom it was born, what it measured, how it ended. */
import { hexOf } from '../../../shared/sim/hash.ts';
import { countOf, type GenerationRecord, genomeOf, habitatOf, rangeOf } from '../history.ts';
import { LIFE_COLUMNS, lifeOf, type Sheet, traitsOf } from '../sheet.ts';
import { TRAIT_COLUMNS } from './columns.ts';

/**
 * Those of `everyCreature`, then where it stands among its habitat's creatures, and what it grew from. All that is counted
 * counts from 1; `moment` from 0 (spring) to 255.
 */
export const CREATURE_COLUMNS: readonly string[] = [
  ...LIFE_COLUMNS,
  'place',
  'genome (hex)',
  'temperature (-100 to 100)',
  'nutrition (-100 to 100)',
  'noise (per cent)',
  ...TRAIT_COLUMNS,
];

/** The creatures of a measured generation, in the world's order. */
export const creatureRows = (record: GenerationRecord): Sheet['rows'] =>
  Array.from({ length: countOf(record) }, (_, index) => {
    const home = habitatOf(record, index);
    const { temperature, nutrition, noise } = record.conditions[home] ?? { temperature: '', nutrition: '', noise: '' };
    const place = index - rangeOf(record, home)[0] + 1;
    const genome = hexOf(genomeOf(record, index) ?? new Uint8Array());
    return [...lifeOf(record, index, home), place, genome, temperature, nutrition, noise, ...traitsOf(record, index)];
  });
