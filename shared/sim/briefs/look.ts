/** How a species looks on average: the means of its traits over clones of its founder, grown in mild conditions. */
import { type Grow, MILD } from '../embryo/body.ts';
import type { Genome } from '../genome.ts';
import { draw, Stream } from '../rng.ts';
import { TRAITS } from '../trait-names.ts';
import { measureInto, readTraits, type Traits } from '../traits.ts';
import { LOOKS } from './looks.ts';

/** Clones that are averaged: chance then moves a mean by less than a fifth of what sets two clones apart. */
export const LOOK_CLONES = 32;

/** Whole numbers, in the order of TRAITS. */
export function averageLook(grow: Grow, genome: Genome): number[] {
  const rows = new Int32Array(LOOK_CLONES * TRAITS.length);
  for (let clone = 0; clone < LOOK_CLONES; clone++) {
    measureInto(grow(genome, draw(0, Stream.brief, clone), MILD), rows, clone * TRAITS.length);
  }
  return TRAITS.map((_, trait) => {
    let sum = 0;
    for (let clone = 0; clone < LOOK_CLONES; clone++) sum += rows[clone * TRAITS.length + trait] ?? 0;
    return Math.round(sum / LOOK_CLONES);
  });
}

/** The average look of a founder species; null for one that is not in the library. */
export function lookOf(founder: string): Traits | null {
  const look = LOOKS[founder];
  return look === undefined ? null : readTraits(Int32Array.from(look));
}
