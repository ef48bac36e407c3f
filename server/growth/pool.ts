/** Embryos grow in worker threads, one pool for the whole process, so that no room holds up another's messages. */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { shareApart } from '../../shared/sim/divergence.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import type { Seedling } from '../../shared/sim/seedling.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { Metrics } from '../operation/metrics.ts';
import { defaultGrowthThreads } from '../operation/variables.ts';
import { type GrowthBatch, packBatch, packSeedlings, transferOf } from './batch.ts';
import { kernelFile } from './kernel.ts';

export interface GrowthPool {
  /** Hash of the kernel by which bodies grow, as recordings name it. */
  readonly kernel: string;
  /** Grows and measures every creature of the world. Int32Array[creatures × TRAITS.length], row after row. */
  growAll(world: World): Promise<Int32Array>;
  /** Grows bodies in pairs: for each pair the share of cells that differ, 0 to 1, as a page measures it. */
  comparePairs(pairs: readonly (readonly [Seedling, Seedling])[]): Promise<number[]>;
  /** Lets what is growing finish, then ends the threads. */
  close(): Promise<void>;
}

/** Small enough that rooms take turns and threads share a generation evenly, large enough to be worth a message. */
const BATCH = 24;

export interface GrowthOptions {
  readonly kernel?: string;
  /** Told of what grows; a command line has none. */
  readonly metrics?: Pick<Metrics, 'grown' | 'queue'>;
}

/** Throws with a sentence when this Twinfold does not have the kernel. */
export function createGrowthPool(
  threads: number = defaultGrowthThreads(),
  { kernel = CURRENT_KERNEL, metrics }: GrowthOptions = {},
): GrowthPool {
  // Found out here rather than in a thread, where nobody would hear of it.
  kernelFile(kernel);
  const pool = new Piscina<GrowthBatch, Int32Array>({
    filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    minThreads: 1,
    maxThreads: threads,
    workerData: kernel,
    idleTimeout: 60_000,
  });
  metrics?.queue(() => pool.queueSize);
  return {
    kernel,
    async growAll(world) {
      const began = performance.now();
      const count = world.creatures.length;
      const rows = new Int32Array(count * TRAITS.length);
      const batches: Promise<void>[] = [];
      for (let start = 0; start < count; start += BATCH) {
        const batch = packBatch(world, start, Math.min(count, start + BATCH));
        const grown = pool.run(batch, { transferList: transferOf(batch) });
        batches.push(grown.then((part) => rows.set(part, start * TRAITS.length)));
      }
      await Promise.all(batches);
      metrics?.grown(count, performance.now() - began);
      return rows;
    },
    async comparePairs(pairs) {
      const began = performance.now();
      const batch = packSeedlings(pairs.flat());
      const counts = await pool.run(batch, { name: 'comparePairs', transferList: transferOf(batch) });
      metrics?.grown(2 * pairs.length, performance.now() - began);
      return pairs.map((_, at) => shareApart({ either: counts[2 * at] ?? 0, apart: counts[2 * at + 1] ?? 0 }));
    },
    close: () => pool.close(),
  };
}
