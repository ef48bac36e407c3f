/** What in a genome came from whom, and what is new in it. Plain functions. */
import { LOCI, locusRange } from '../../shared/sim/genome.ts';

export const Origin = { either: 0, mother: 1, father: 2 } as const;

export interface Inheritance {
  /** Uint8Array[genome]: of whom each byte's locus is, as Origin says; `either` where both parents have the same. */
  readonly origins: Uint8Array;
  /** Bytes that neither parent has at this place: mutations. */
  readonly mutated: readonly number[];
  /** How many loci came from each, and how many were the same in both. */
  readonly loci: { readonly mother: number; readonly father: number; readonly either: number };
}

/** Bytes that differ between two genomes. */
export function differences(genome: Uint8Array, other: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < genome.length; at++) if (genome[at] !== other[at]) places.push(at);
  return places;
}

/**
 * Each locus is inherited whole: it is held to be of the parent with whose bytes it agrees in more places. A mutation that by
 * chance makes a byte of the other parent's goes unseen.
 */
export function inheritanceOf(genome: Uint8Array, mother: Uint8Array, father: Uint8Array): Inheritance {
  const origins = new Uint8Array(genome.length);
  const mutated: number[] = [];
  const loci = { mother: 0, father: 0, either: 0 };
  for (let locus = 0; locus < LOCI; locus++) {
    const [start, end] = locusRange(locus);
    const own = genome.subarray(start, end);
    const unlikeMother = differences(own, mother.subarray(start, end));
    const unlikeFather = differences(own, father.subarray(start, end));
    const from =
      unlikeMother.length === unlikeFather.length
        ? 'either'
        : unlikeMother.length < unlikeFather.length
          ? 'mother'
          : 'father';
    loci[from]++;
    origins.fill(Origin[from], start, end);
    for (const at of unlikeMother) if (unlikeFather.includes(at)) mutated.push(start + at);
  }
  return { origins, mutated, loci };
}
