/** Trait rows as numbers to reckon with: many bodies' measurements, column by column. */
import { type Body, type Grow, type GrowthConditions, MILD, VIABLE_CELLS } from '../sim/embryo/body.ts';
import type { Genome } from '../sim/genome.ts';
import { draw, Stream } from '../sim/rng.ts';
import { TRAITS, type TraitName } from '../sim/trait-names.ts';
import { measure } from '../sim/traits.ts';

/** A body's traits in the order of TRAITS. */
export type Row = readonly number[];

export const SIZE = TRAITS.indexOf('size');

export const rowOf = (body: Body): Row => [...measure(body)];

export const isViable = (row: Row): boolean => (row[SIZE] ?? 0) >= VIABLE_CELLS;

export const column = (rows: readonly Row[], trait: number): number[] => rows.map((row) => row[trait] ?? 0);

export const traitOf = (row: Row, name: TraitName): number => row[TRAITS.indexOf(name)] ?? 0;

/** `count` bodies of one genome, each with a noise seed of its own: draw(seed, development, i). */
export function clones(
  grow: Grow,
  genome: Genome,
  count: number,
  seed: number,
  conditions: GrowthConditions = MILD,
): Body[] {
  return Array.from({ length: count }, (_, at) => grow(genome, draw(seed, Stream.development, at), conditions));
}

/** As clones, measured. */
export const cloneRows = (
  grow: Grow,
  genome: Genome,
  count: number,
  seed: number,
  conditions: GrowthConditions = MILD,
): Row[] => clones(grow, genome, count, seed, conditions).map(rowOf);
