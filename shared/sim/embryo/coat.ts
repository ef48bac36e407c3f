/**
 * The coat: an activator that feeds itself and an inhibitor that spreads further (Turing 1952; the linear form with clipped
 * states after Kondo & Miura 2010), run on the finished body. Its kind is heritable: `kind` slides along one curve from
 * dark spots through maze and stripes to light spots, `scale` is how far the inhibitor reaches, `direction` which way
 * stripes run, `contrast` how dark it is. Its layout starts from noise, so it is each body's own.
 */
import { mix } from '../rng.ts';
import { LATTICE, SITES } from './body.ts';
import * as K from './constants.ts';
import { clamp, low16, multiply } from './fixed.ts';
import type { Embryo } from './reference.ts';

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
  const inside = embryo.lattice.map((cell) => cell !== null);
  let activator: number[] = inside.map((here, site) =>
    here ? low16(mix(embryo.seed + Math.imul(site + 1, 0x9e3779b1))) >> 3 : 0,
  );
  let inhibitor = new Array<number>(SITES).fill(0);
  for (let step = 0; step < K.COAT_STEPS; step++) {
    inhibitor = inhibitor.map((v, site) => v + multiply(rule.follow, (activator[site] ?? 0) - v));
    for (let pass = 0; pass < 2; pass++) inhibitor = spread(inhibitor, inside, 32767, rule.along);
    activator = spread(activator, inside, rule.spread, rule.along).map((u, site) => {
      const reaction = multiply(K.COAT_GAIN, u) - multiply(K.COAT_CHECK, inhibitor[site] ?? 0) + rule.feed;
      return inside[site] ? clamp(u + reaction, -16384, 16383) : 0;
    });
  }
  return Uint8Array.from(activator, (u, site) =>
    inside[site] ? (Math.min(255, (u + 16384) >> 7) * rule.contrast) >> 8 : 0,
  );
}

/** One step of spreading towards the mean of the neighbours; nothing crosses the body's edge. */
function spread(field: readonly number[], inside: readonly boolean[], share: number, along: number): number[] {
  return field.map((here, site) => {
    if (!inside[site]) return 0;
    const at = (other: number): number => (inside[other] ? (field[other] ?? 0) : here);
    const lengthwise = (at(site - LATTICE) + at(site + LATTICE)) >> 1;
    const crosswise = (at(site - 1) + at(site + 1)) >> 1;
    const mean = crosswise + multiply(along, lengthwise - crosswise);
    return here + multiply(share, mean - here);
  });
}
