/** The laboratory of a worker thread: the kernel in use, and the library of founders. */
import { readFileSync } from 'node:fs';
import { loadKernelSync } from '../../shared/sim/embryo/kernel.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { kernelFile } from '../growth/kernel.ts';
import type { Lab } from './claim.ts';

/** Throws with a sentence when this Twinfold does not have the kernel of that hash. */
export function openLab(kernel: string): (seed: number) => Lab {
  const { grow, beginGrowth } = loadKernelSync(readFileSync(kernelFile(kernel)));
  return (seed) => ({ seed, founders: FOUNDERS, grow, beginGrowth });
}
