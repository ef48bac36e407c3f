/** Creatures as traits alone, equal but for what a test changes: to see what one trait does. */
import { Tissue } from '../../shared/sim/embryo/body.ts';
import { TISSUE_COST, type Traits } from '../../shared/sim/traits.ts';
import type { Habitat } from '../../shared/sim/world/world.ts';

export const MEADOW: Habitat = {
  id: 0,
  q: 0,
  r: 0,
  neighbours: [],
  background: { kind: 'moss', red: 90, green: 120, blue: 70, contrast: 40, scale: 3 },
  temperature: 0,
  nutrition: 0,
};

const USUAL: Traits = {
  size: 300,
  height: 20,
  width: 20,
  slenderness: 0,
  surface: 90,
  symmetry: 800,
  segments: 2,
  appendages: 2,
  skin: 1000,
  muscle: 0,
  shell: 0,
  fat: 0,
  leaf: 0,
  eyes: 0,
  fin: 0,
  red: 150,
  green: 120,
  blue: 80,
  luminance: 120,
  coatContrast: 20,
  coatScale: 300,
  cost: 0,
};

/** Cells of an eye in a made-up creature. */
const EYE_CELLS = 5;

/** A creature with these traits, the rest as usual; skin and cost follow from its tissues. */
export function creatureWith(changes: Partial<Traits> = {}): Traits {
  const traits = { ...USUAL, ...changes };
  const { size, muscle, shell, fat, leaf, fin, eyes } = traits;
  const skin = 1000 - muscle - shell - fat - leaf - fin;
  const shares = { skin, muscle, shell, fat, leaf, fin };
  const names = ['skin', 'muscle', 'shell', 'fat', 'leaf', 'fin'] as const;
  const food = names.reduce((sum, name) => sum + shares[name] * (TISSUE_COST[Tissue[name]] ?? 0), 0);
  const cost = Math.floor((size * food) / 1000) + eyes * EYE_CELLS * (TISSUE_COST[Tissue.eye] ?? 0);
  return { ...traits, skin, cost };
}
