/** Runs in a worker thread: grows a batch of embryos and measures them. */
import { move, workerData } from 'piscina';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measureInto } from '../../shared/sim/traits.ts';
import { CONDITION_NUMBERS, type GrowthBatch } from './batch.ts';
import { growBy } from './kernel.ts';

/** The kernel's hash, given by the pool. */
const grow = growBy(String(workerData));

/** Int32Array[creatures × TRAITS.length], row after row. */
export default function growBatch({ genomes, noiseSeeds, conditions }: GrowthBatch) {
  const rows = new Int32Array(noiseSeeds.length * TRAITS.length);
  noiseSeeds.forEach((noiseSeed, at) => {
    const genome = genomes.subarray(at * GENOME_BYTES, (at + 1) * GENOME_BYTES);
    const [temperature = 0, nutrition = 0, noise = 100] = conditions.subarray(at * CONDITION_NUMBERS);
    measureInto(grow(genome, noiseSeed, { temperature, nutrition, noise }), rows, at * TRAITS.length);
  });
  return move(rows);
}
