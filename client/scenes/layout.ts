/** Where things are on the map, in world units. */
import type { Habitat } from '../../shared/sim/world/world.ts';

/** From a hexagon's middle to its corner. */
export const HEX_RADIUS = 300;
/** Islands leave a strait between them. */
export const ISLAND = 0.86;
const SQRT3 = 1.7320508075688772;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The middle of a habitat's hexagon; corners point up and down. */
export const placeOf = ({ q, r }: Pick<Habitat, 'q' | 'r'>): Place => ({
  x: HEX_RADIUS * SQRT3 * (q + r / 2),
  y: HEX_RADIUS * 1.5 * r,
});

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box round all islands. */
export function boundsOf(places: readonly Place[]): Bounds {
  const half = (HEX_RADIUS * SQRT3) / 2;
  return {
    left: Math.min(...places.map(({ x }) => x)) - half,
    right: Math.max(...places.map(({ x }) => x)) + half,
    top: Math.min(...places.map(({ y }) => y)) - HEX_RADIUS,
    bottom: Math.max(...places.map(({ y }) => y)) + HEX_RADIUS,
  };
}

/** Whether a point, counted from an island's middle, is on the island (shrunk by `margin` units). */
export function onIsland(x: number, y: number, margin = 0): boolean {
  const reach = HEX_RADIUS * ISLAND * (SQRT3 / 2) - margin;
  return Math.abs(x) <= reach && Math.abs(x) * 0.5 + Math.abs(y) * (SQRT3 / 2) <= reach;
}

/** How wide a body's lattice is drawn in a habitat that holds so many: more creatures, smaller each. */
export const creatureSpan = (population: number): number =>
  Math.max(40, Math.min(112, 88 * Math.sqrt(30 / Math.max(1, population))));
