/** Which traits a habitat's lineage has moved in, and by how much beside its own scatter. Plain functions. */
import { TRAITS, type TraitName } from '../../../../shared/sim/trait-names.ts';
import { TRAIT_INFO } from '../../../../shared/sim/traits.ts';
import type { History } from '../../../session/history.ts';
import { summarise } from '../../../session/trait-statistics.ts';

export interface Move {
  readonly trait: TraitName;
  /** Means of all born, in the trait's own unit. */
  readonly before: number;
  readonly after: number;
  /** The change in standard deviations of the earlier generation; the sign is the direction. */
  readonly steps: number;
}

/** A hundredth of what is possible is the least that an eye notices: beside a scatter below it, any change would look vast. */
const NOTICED = 0.01;
/** Of what is counted, such as eyes, a third of one: there the possible is far more than the usual. */
const NOTICED_COUNT = 0.33;

const leastSpread = (trait: TraitName): number => {
  const { low, high, unit } = TRAIT_INFO[trait];
  return unit === 'count' ? NOTICED_COUNT : NOTICED * (high - low);
};

/**
 * All traits, those that moved most first. Null while one of the two generations is not measured; empty where nobody lived in
 * one of them.
 */
export function movedMost(history: History, habitat: number, from: number, to: number): Move[] | null {
  void history.version.value;
  const [earlier, later] = [history.at(from), history.at(to)];
  if (!earlier || !later) return null;
  const moves: Move[] = [];
  for (const trait of TRAITS) {
    const [before, after] = [summarise(earlier, habitat, trait), summarise(later, habitat, trait)];
    if (!before || !after) return null;
    if (before.born === 0 || after.born === 0) return [];
    const steps = (after.mean - before.mean) / Math.max(leastSpread(trait), before.spread);
    moves.push({ trait, before: before.mean, after: after.mean, steps });
  }
  return moves.sort((a, b) => Math.abs(b.steps) - Math.abs(a.steps));
}
