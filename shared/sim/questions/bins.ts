/** Bins into which chips are laid: round numbers, fixed for a trait, so that two rounds and two habitats can be compared. */
import { lookOf } from '../briefs/look.ts';
import { TRAITS, type TraitName } from '../trait-names.ts';

const TISSUE_EDGES = [50, 150, 300, 450, 600, 750, 900] as const;
const COLOUR_EDGES = [32, 64, 96, 128, 160, 192, 224] as const;

/**
 * Edges of eight bins for each trait that can be asked about, about as wide as the spread within a species: measured on the
 * young of all founders, a population fills three to six of them.
 */
export const BIN_EDGES: Readonly<Partial<Record<TraitName, readonly number[]>>> = {
  size: [100, 150, 200, 250, 300, 350, 400],
  height: [9, 12, 15, 18, 21, 24, 27],
  width: [9, 12, 15, 18, 21, 24, 27],
  symmetry: [600, 650, 700, 750, 800, 850, 900],
  luminance: COLOUR_EDGES,
  red: COLOUR_EDGES,
  green: COLOUR_EDGES,
  blue: COLOUR_EDGES,
  muscle: TISSUE_EDGES,
  shell: TISSUE_EDGES,
  fat: TISSUE_EDGES,
  leaf: TISSUE_EDGES,
  fin: TISSUE_EDGES,
};

/** Between these a tissue's share (per 1,000) varies among the young; a species that has next to none asks nothing. */
const LIVELY = { low: 80, high: 850 } as const;

/** The traits about which a match with this founder asks: never a tissue that its species hardly has or consists of. */
export function askedTraits(founder: string): readonly { trait: TraitName; edges: readonly number[] }[] {
  const look = lookOf(founder);
  const varies = (trait: TraitName): boolean =>
    look !== null && look[trait] >= LIVELY.low && look[trait] <= LIVELY.high;
  return TRAITS.flatMap((trait) => {
    const edges = BIN_EDGES[trait];
    return edges === undefined || (edges === TISSUE_EDGES && !varies(trait)) ? [] : [{ trait, edges }];
  });
}

/** The bin of a value, 0 to edges.length. `edges` ascend. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= (edges[bin] ?? 0)) bin++;
  return bin;
}

/** How many of the values fall into each of the edges.length + 1 bins. */
export function countInBins(edges: readonly number[], values: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of values) {
    const bin = binOf(edges, value);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
