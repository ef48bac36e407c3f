/** Tables to read and to take away. */
import { CAUSES } from '../../shared/sim/causes.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { FOUNDER_PARENT } from '../../shared/sim/world/world.ts';
import { countOf, type GenerationRecord, habitatOf, isMeasured } from './history.ts';

export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Columns of `lifeOf`. */
export const LIFE_COLUMNS = [
  'generation',
  'habitat',
  'creature',
  'twin',
  'mother',
  'father',
  'noiseSeed',
  'cause',
  'moment',
] as const;

/**
 * Every creature as a row, with the model's own names and whole numbers (MODEL.md, "Traits"). Generations, habitats and
 * creatures count from 1, parents within the generation before theirs; empty: none, or not known yet.
 */
export function everyCreature(records: readonly GenerationRecord[], habitat: number | null): Sheet {
  const rows: (string | number)[][] = [];
  for (const record of records) {
    for (let index = 0; index < countOf(record); index++) {
      const home = habitatOf(record, index);
      if (habitat !== null && home !== habitat) continue;
      rows.push([...lifeOf(record, index, home), ...traitsOf(record, index)]);
    }
  }
  return { headers: [...LIFE_COLUMNS, ...TRAITS], rows };
}

/** Who a creature of a habitat is, of whom, and how it ended. */
export function lifeOf(record: GenerationRecord, index: number, habitat: number): (string | number)[] {
  const parent = (at: number | undefined): string | number =>
    at === undefined || at === FOUNDER_PARENT ? 'founder' : at + 1;
  const twin = record.twins[index] ?? -1;
  const cause = CAUSES.find(({ number }) => number === record.causes[index]);
  const dead = (record.causes[index] ?? 0) !== 0;
  const fate = cause?.key ?? (dead ? 'died' : record.decided ? 'lived' : '');
  return [
    record.generation + 1,
    habitat + 1,
    index + 1,
    twin < 0 ? '' : twin + 1,
    parent(record.mothers[index]),
    parent(record.fathers[index]),
    record.noiseSeeds[index] ?? '',
    fate,
    cause ? (record.moments[index] ?? '') : '',
  ];
}

/** One cell for each trait; empty while they are not measured. */
export function traitsOf(record: GenerationRecord, index: number): (string | number)[] {
  if (!isMeasured(record)) return TRAITS.map(() => '');
  return [...record.traits.subarray(index * TRAITS.length, (index + 1) * TRAITS.length)];
}
