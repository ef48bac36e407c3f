/** The map: hexagons grown into one compact land, with temperature and nutrition that change smoothly across it. */
import { draw, drawBelow, Stream } from '../rng.ts';
import { backgroundFor } from './backgrounds.ts';
import type { Habitat } from './world.ts';

interface Hex {
  readonly q: number;
  readonly r: number;
}

/** The six ways out of a hexagon in axial coordinates, clockwise from the east. */
const WAYS: readonly Hex[] = [
  { q: 1, r: 0 },
  { q: 0, r: 1 },
  { q: -1, r: 1 },
  { q: -1, r: 0 },
  { q: 0, r: -1 },
  { q: 1, r: -1 },
];

/** What the parts of a draw from Stream.map are for. */
const Use = { place: 0, slope: 1, base: 2, ripple: 3 } as const;

const step = (from: Hex, way: Hex): Hex => ({ q: from.q + way.q, r: from.r + way.r });
const distance = (hex: Hex): number => (Math.abs(hex.q) + Math.abs(hex.r) + Math.abs(hex.q + hex.r)) / 2;
const keyOf = (hex: Hex): number => (hex.q + 64) * 128 + hex.r + 64;

/**
 * The habitats of a map: 1 to 40, each but a lone one with at least one neighbour. `paired`: habitats 2k and 2k + 1 lie side by
 * side. The same for the same seed, number and kind.
 */
export function drawMap(mapSeed: number, count: number, paired = false): Habitat[] {
  const land = growLand(mapSeed, count, paired);
  const places = new Map(land.map((hex, id) => [keyOf(hex), id]));
  return land.map((hex, id) => {
    const temperature = climate(mapSeed, 0, hex, id);
    const nutrition = climate(mapSeed, 1, hex, id);
    const neighbours = WAYS.map((way) => places.get(keyOf({ q: hex.q + way.q, r: hex.r + way.r })))
      .filter((neighbour) => neighbour !== undefined)
      .sort((a, b) => a - b);
    return {
      id,
      ...hex,
      neighbours,
      background: backgroundFor(mapSeed, id, temperature, nutrition),
      temperature,
      nutrition,
    };
  });
}

/** Starts at the origin and adds free hexagons beside the land: the nearest to the origin, ties and coasts by chance. */
function growLand(mapSeed: number, count: number, paired: boolean): Hex[] {
  const land: Hex[] = [{ q: 0, r: 0 }];
  const taken = new Set(land.map(keyOf));
  const isFree = (hex: Hex): boolean => !taken.has(keyOf(hex));
  while (land.length < count) {
    const completesPair = paired && land.length % 2 === 1;
    const beside = completesPair ? land.slice(-1) : land;
    let best: Hex | null = null;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const from of beside) {
      for (const way of WAYS) {
        const hex = step(from, way);
        if (!isFree(hex)) continue;
        // Who opens a pair needs room for the other.
        if (paired && !completesPair && !WAYS.some((next) => isFree(step(hex, next)))) continue;
        // Distance counts, and chance for as much as two hexagons of it: bays and capes, but one land.
        const rank = distance(hex) * 1000 + drawBelow(2000, mapSeed, Stream.map, keyOf(hex), Use.place);
        if (rank >= bestRank) continue;
        best = hex;
        bestRank = rank;
      }
    }
    if (best === null) return land;
    taken.add(keyOf(best));
    land.push(best);
  }
  return land;
}

/** -100 to 100: a slope across the whole land, an offset and a little of each place's own. `of`: 0 temperature, 1 nutrition. */
function climate(mapSeed: number, of: number, hex: Hex, id: number): number {
  const part = (use: number): number => use * 2 + of;
  const way = WAYS[drawBelow(6, mapSeed, Stream.map, 0, part(Use.slope))] ?? { q: 1, r: 0 };
  const along = hex.q * way.q + hex.r * way.r + (hex.q * way.r + hex.r * way.q) / 2;
  const steep = 14 + drawBelow(9, mapSeed, Stream.map, 1, part(Use.slope));
  const base = drawBelow(41, mapSeed, Stream.map, 0, part(Use.base)) - 20;
  const ripple = (draw(mapSeed, Stream.map, id, part(Use.ripple)) % 25) - 12;
  return Math.max(-100, Math.min(100, Math.round(base + along * steep + ripple)));
}
