/**
 * The coat: an activator that feeds itself and an inhibitor that spreads further (Turing 1952; the linear form with clipped
 * states after Kondo & Miura 2010), run on the finished body. Its kind is heritable: `kind` slides along one curve from
 * dark spots through maze and stripes to light spots, `scale` is how far the inhibitor reaches, `direction` which way
 * stripes run, `contrast` how dark it is. Its layout starts from noise, so it is each body's own.
 */
import { mix } from '../rng.ts';
import { LATTICE, SITES } from './body.ts';
import * as K from './constants.ts';
import type { Embryo } from './embryo.ts';
import { clamp, low16, multiply } from './fixed.ts';

/** Parameters of the reaction, read from the genome's four coat numbers (0 to 255 each). */
export interface CoatRule {
  /** Constant feed of the activator, q14: below 0 dark spots, about 0 maze and stripes, above 0 light spots. */
  readonly feed: number;
  /** How fast the inhibitor follows the activator, q15: slow means far-reaching, so large patches. */
  readonly follow: number;
  /** Activator's own spread, q15. */
  readonly spread: number;
  /** Share of the spread that runs along the body, q15; the rest runs across. */
  readonly along: number;
  /** 0 to 256. */
  readonly contrast: number;
}

export function coatRule(coat: { kind: number; scale: number; contrast: number; direction: number }): CoatRule {
  return {
    feed: (coat.kind - 128) * (K.COAT_FEED + ((255 - coat.scale) >> K.COAT_FEED_SHIFT)),
    follow: K.COAT_FOLLOW_LEAST + (255 - coat.scale) * K.COAT_FOLLOW_RANGE,
    spread: K.COAT_SPREAD_LEAST + coat.scale * K.COAT_SPREAD_RANGE,
    along: 16384 + (coat.direction - 128) * K.COAT_LEAN,
    // Below a quarter the animal is plain.
    contrast: clamp((coat.contrast - 64) * 2, 0, 256),
  };
}

/** Uint8Array[SITES]: darkness of the coat, 0 to 255; 0 outside the body. */
export function paintCoat(embryo: Embryo): Uint8Array {
  const rule = coatRule(embryo.network.coat);
  const coat = new Uint8Array(SITES);
  if (rule.contrast === 0) return coat;
  // Both substances as Int16Array[cells], q14, in the order of the cells.
  const nearest = nearestCells(embryo);
  let activator: Int16Array = Int16Array.from(
    embryo.cells,
    ({ site }) => low16(mix(embryo.seed + Math.imul(site + 1, 0x9e3779b1))) >> 3,
  );
  let inhibitor: Int16Array = new Int16Array(embryo.cells.length);
  for (let step = 0; step < K.COAT_STEPS; step++) {
    inhibitor = inhibitor.map((v, c) => v + multiply(rule.follow, (activator[c] ?? 0) - v));
    for (let pass = 0; pass < 2; pass++) inhibitor = spread(inhibitor, nearest, 32767, rule.along);
    activator = spread(activator, nearest, rule.spread, rule.along).map((u, c) => {
      const reaction = multiply(K.COAT_GAIN, u) - multiply(K.COAT_CHECK, inhibitor[c] ?? 0) + rule.feed;
      return clamp(u + reaction, -16384, 16383);
    });
  }
  embryo.cells.forEach(({ site }, c) => {
    coat[site] = (Math.min(255, ((activator[c] ?? 0) + 16384) >> 7) * rule.contrast) >> 8;
  });
  return coat;
}

/**
 * Uint16Array[cells × 4]: for each cell, which cells lie to its north, south, west and east. Where none does, the cell itself
 * stands in: nothing crosses the body's edge.
 */
function nearestCells({ cells }: Embryo): Uint16Array {
  const at = new Map(cells.map(({ site }, c) => [site, c]));
  return Uint16Array.from(
    cells.flatMap(({ site }, c) =>
      [site - LATTICE, site + LATTICE, site - 1, site + 1].map((neighbour) => at.get(neighbour) ?? c),
    ),
  );
}

/** One step of spreading towards the mean of the neighbours. */
function spread(field: Int16Array, nearest: Uint16Array, share: number, along: number): Int16Array {
  const seen = (place: number): number => field[nearest[place] ?? 0] ?? 0;
  return field.map((here, c) => {
    const lengthwise = (seen(4 * c) + seen(4 * c + 1)) >> 1;
    const crosswise = (seen(4 * c + 2) + seen(4 * c + 3)) >> 1;
    const mean = crosswise + multiply(along, lengthwise - crosswise);
    return here + multiply(share, mean - here);
  });
}
