/** Measures claims over seeds in worker threads. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { kernelFile } from '../growth/kernel.ts';
import type { Claim, Sample } from './claim.ts';
import type { Done, Task } from './worker.ts';

/** The measurements of one claim, in the order of the seeds. */
export interface Measured {
  readonly claim: Claim;
  readonly samples: readonly Sample[];
  /** Seconds of one core, over all seeds. */
  readonly seconds: number;
}

/** The seed from which all others follow unless a person names one: a hash of the kernel, so that nobody can have chosen it. */
export const usualSeed = (): number => createHash('sha256').update(CURRENT_KERNEL).digest().readUInt32LE(0);

/** `count` seeds that follow from one. */
export const seedsFrom = (seed: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => draw(seed, Stream.standing, at));

/** `told` hears of every sample when it is done. Rejects if any measurement throws. */
export async function measureAll(
  claims: readonly Claim[],
  seeds: readonly number[],
  threads: number,
  told: (claim: Claim, seconds: number) => void,
): Promise<Measured[]> {
  // Found out here rather than in a thread, where the error would be told once for each task.
  kernelFile(CURRENT_KERNEL);
  const pool = new Piscina<Task, Done>({
    filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    name: 'measureTask',
    minThreads: threads,
    maxThreads: threads,
    workerData: CURRENT_KERNEL,
  });
  const measureOne = async (claim: Claim): Promise<Measured> => {
    let seconds = 0;
    const samples = await Promise.all(
      seeds.map(async (seed) => {
        const done = await pool.run({ key: claim.key, seed });
        seconds += done.seconds;
        told(claim, done.seconds);
        return done.sample;
      }),
    );
    return { claim, samples, seconds };
  };
  try {
    return await Promise.all(claims.map(measureOne));
  } finally {
    await pool.destroy();
  }
}
