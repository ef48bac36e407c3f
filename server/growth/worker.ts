/** Runs in a worker thread: grows a batch of embryos, and measures or compares them. */
import { move, workerData } from 'piscina';
import { compare, countApart } from '../../shared/sim/divergence.ts';
import type { Body } from '../../shared/sim/embryo/body.ts';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measureInto } from '../../shared/sim/traits.ts';
import { CONDITION_NUMBERS, type GrowthBatch } from './batch.ts';
import { growBy } from './kernel.ts';

/** The kernel's hash, given by the pool. */
const grow = growBy(String(workerData));

/** Int32Array[creatures × TRAITS.length], row after row. */
export default function growBatch(batch: GrowthBatch) {
  const rows = new Int32Array(batch.noiseSeeds.length * TRAITS.length);
  growEach(batch, (body, at) => measureInto(body, rows, at * TRAITS.length));
  return move(rows);
}

/** Of bodies in pairs: Int32Array[pairs × 2], for each how many sites either has a cell at, and at how many they differ. */
export function comparePairs(batch: GrowthBatch) {
  const counts = new Int32Array(batch.noiseSeeds.length);
  let first: Body | null = null;
  growEach(batch, (body, at) => {
    if (first !== null) {
      const { either, apart } = countApart(compare(first, body));
      counts.set([either, apart], at - 1);
    }
    first = first === null ? body : null;
  });
  return move(counts);
}

function growEach({ genomes, noiseSeeds, conditions }: GrowthBatch, take: (body: Body, at: number) => void): void {
  noiseSeeds.forEach((noiseSeed, at) => {
    const genome = genomes.subarray(at * GENOME_BYTES, (at + 1) * GENOME_BYTES);
    const [temperature = 0, nutrition = 0, noise = 100] = conditions.subarray(at * CONDITION_NUMBERS);
    take(grow(genome, noiseSeed, { temperature, nutrition, noise }), at);
  });
}
