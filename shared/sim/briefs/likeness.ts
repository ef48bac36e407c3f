/** How much a body looks like a target, as a player can read it. */
import type { TraitName } from '../trait-names.ts';
import type { Traits } from '../traits.ts';
import { HALF } from './brief-info.ts';

const TISSUE_SHARES: readonly TraitName[] = ['skin', 'muscle', 'shell', 'fat', 'leaf', 'fin'];

/** A difference as it counts: 1 for none, ½ at `half`, towards 0. */
export const nearness = (difference: number, half: number): number => half / (half + Math.abs(difference));

/** Mean difference of the three colours, 0 to 255. */
export const colourDifference = (a: Traits, b: Traits): number =>
  (Math.abs(a.red - b.red) + Math.abs(a.green - b.green) + Math.abs(a.blue - b.blue)) / 3;

/** Share of cells, per 1,000, that would have to be of another tissue. */
const tissueDifference = (a: Traits, b: Traits): number =>
  TISSUE_SHARES.reduce((sum, trait) => sum + Math.abs(a[trait] - b[trait]), 0) / 2;

/** 0 (nothing like it) to 1 (the same in all that counts). */
export function likenessTo(target: Traits, traits: Traits): number {
  const parts = [
    nearness(traits.size - target.size, HALF.size),
    nearness(traits.slenderness - target.slenderness, HALF.slenderness),
    nearness(colourDifference(traits, target), HALF.colour),
    nearness(traits.coatContrast - target.coatContrast, HALF.coat),
    nearness(tissueDifference(traits, target), HALF.tissues),
  ];
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
