/** Which traits a genome holds steady, and which are left to chance. */
import { columnOf, spreadOf } from '../../../shared/lab/twins.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';

export interface TraitSpread {
  readonly trait: TraitName;
  readonly mean: number;
  /** Standard deviations, among the clones and among founder species. */
  readonly clones: number;
  readonly species: number;
  /** The one over the other: 0 is as steady as can be, 1 as scattered as different kinds are. */
  readonly ratio: number;
}

/** `traits`: Int32Array[clones × TRAITS]; `species`: Float64Array[TRAITS]. The steadiest first. */
export function steadiness(traits: Int32Array, species: Float64Array): TraitSpread[] {
  return TRAITS.map((trait, index) => {
    const values = columnOf(traits, index);
    const clones = spreadOf(values);
    const kinds = species[index] ?? 0;
    return { trait, mean: meanOf(values), clones, species: kinds, ratio: kinds === 0 ? 0 : clones / kinds };
  }).sort((a, b) => a.ratio - b.ratio);
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
