/** Columns of the tables that leave the page: they carry the model's own names and whole numbers, the same in every language. */
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { TRAIT_INFO } from '../../../shared/sim/traits.ts';

/** "cost (food units)": as traits.ts measures it. */
export const columnOf = (trait: TraitName): string => `${trait} (${TRAIT_INFO[trait].unit})`;

export const TRAIT_COLUMNS: readonly string[] = TRAITS.map(columnOf);
