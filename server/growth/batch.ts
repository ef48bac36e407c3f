/** What goes to a growth worker and what comes back: flat arrays only, so that they move between threads without a copy. */
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import type { Seedling } from '../../shared/sim/seedling.ts';
import { conditionsFor } from '../../shared/sim/world/grow.ts';
import type { World } from '../../shared/sim/world/world.ts';

export interface GrowthBatch {
  /** Uint8Array[creatures × GENOME_BYTES]. */
  readonly genomes: Uint8Array<ArrayBuffer>;
  /** One a creature. */
  readonly noiseSeeds: Uint32Array<ArrayBuffer>;
  /** Int16Array[creatures × 3]: temperature, nutrition, noise. */
  readonly conditions: Int16Array<ArrayBuffer>;
}

export const CONDITION_NUMBERS = 3;

/** Packs the creatures from `start` to before `end`. */
export function packBatch(world: World, start: number, end: number): GrowthBatch {
  return packSeedlings(
    world.creatures.slice(start, end).map((creature) => ({ ...creature, conditions: conditionsFor(world, creature) })),
  );
}

export function packSeedlings(seedlings: readonly Seedling[]): GrowthBatch {
  const genomes = new Uint8Array(seedlings.length * GENOME_BYTES);
  const noiseSeeds = new Uint32Array(seedlings.length);
  const conditions = new Int16Array(seedlings.length * CONDITION_NUMBERS);
  seedlings.forEach((seedling, at) => {
    const { temperature, nutrition, noise } = seedling.conditions;
    genomes.set(seedling.genome, at * GENOME_BYTES);
    noiseSeeds[at] = seedling.noiseSeed;
    conditions.set([temperature, nutrition, noise], at * CONDITION_NUMBERS);
  });
  return { genomes, noiseSeeds, conditions };
}

export const transferOf = ({ genomes, noiseSeeds, conditions }: GrowthBatch): ArrayBuffer[] => [
  genomes.buffer,
  noiseSeeds.buffer,
  conditions.buffer,
];
