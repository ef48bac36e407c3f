/** By what bodies grow on the server: a built kernel, found by the hash that recordings name. */
import { existsSync, readFileSync } from 'node:fs';
import type { Grow } from '../../shared/sim/embryo/body.ts';
import { loadKernelSync } from '../../shared/sim/embryo/kernel.ts';

/** Throws with a sentence when this Twinfold does not have the kernel of that hash. */
export function kernelFile(hash: string): URL {
  const file = new URL(`../../shared/sim/embryo/kernels/${hash}.wasm`, import.meta.url);
  if (/^[0-9a-f]+$/.test(hash) && existsSync(file)) return file;
  throw new Error(
    `The kernel ${hash} is not among those of this Twinfold, so bodies cannot be grown as they were then.`,
  );
}

export const growBy = (hash: string): Grow => loadKernelSync(readFileSync(kernelFile(hash))).grow;
