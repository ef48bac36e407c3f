/** The kernel in use, for tests that grow bodies. */
import { readFileSync } from 'node:fs';
import { type Kernel, loadKernelSync } from '../../shared/sim/embryo/kernel.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';

/** The committed bytes of the kernel in use. */
export function currentKernelBytes(): Uint8Array<ArrayBuffer> {
  const file = new URL(`../../shared/sim/embryo/kernels/${CURRENT_KERNEL}.wasm`, import.meta.url);
  return Uint8Array.from(readFileSync(file));
}

export function currentKernel(): Kernel {
  return loadKernelSync(currentKernelBytes());
}
