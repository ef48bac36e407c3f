/** How a trait's whole number is told to people: in what unit, divided by what. */
import type { TraitName } from '../../shared/sim/trait-names.ts';
import { TRAIT_INFO } from '../../shared/sim/traits.ts';

export type Unit = 'percent' | 'sites' | 'cells' | 'count' | 'tone' | 'food' | 'doublings';

export interface TraitUnit {
  readonly unit: Unit;
  /** The model's whole number by this is what people read. */
  readonly divisor: number;
}

const PLAIN: Readonly<Record<string, TraitUnit>> = {
  cells: { unit: 'cells', divisor: 1 },
  sites: { unit: 'sites', divisor: 1 },
  count: { unit: 'count', divisor: 1 },
  'of 255': { unit: 'tone', divisor: 1 },
  '100ths of a site': { unit: 'sites', divisor: 100 },
  'food units': { unit: 'food', divisor: 1 },
};

/** Per-thousands are told in per cent, slenderness in doublings of height over width. */
export function unitOf(trait: TraitName): TraitUnit {
  const { unit } = TRAIT_INFO[trait];
  if (trait === 'slenderness') return { unit: 'doublings', divisor: 1000 };
  if (unit.includes('per 1000')) return { unit: 'percent', divisor: 10 };
  return PLAIN[unit] ?? { unit: 'count', divisor: 1 };
}
