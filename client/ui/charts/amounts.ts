/** How amounts of a trait are written. */
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import { fixed, number, t } from '../../i18n/i18n.ts';
import { unitOf } from '../../session/trait-units.ts';

/** Means and spreads have this many decimals, in the unit that people read. */
const DECIMALS = 2;

/** A mean, a spread or a difference, from the model's number: "23.14"; a dash where there is none. */
export function meanWords(trait: TraitName, value: number | null): string {
  return value === null || !Number.isFinite(value) ? '–' : fixed(value / unitOf(trait).divisor, DECIMALS);
}

/** One creature's whole number: "23.1 %", "412 cells". */
export const amountWords = (trait: TraitName, value: number): string =>
  t(`amount.${unitOf(trait).unit}`, { value: number(value / unitOf(trait).divisor) });

export const meanAmountWords = (trait: TraitName, value: number): string =>
  t(`amount.${unitOf(trait).unit}`, { value: meanWords(trait, value) });
