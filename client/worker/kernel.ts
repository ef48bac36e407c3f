/** By what bodies grow in this browser: a kernel, fetched as it is; where none can run, the reference, slower and the same. */
import { type Kernel, loadKernel } from '../../shared/sim/embryo/kernel.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import * as reference from '../../shared/sim/embryo/reference.ts';
import { kernelAddress } from './kernel-address.ts';

/**
 * The kernel of that name. Where WebAssembly cannot run, the reference stands in for the current one, and `said` is told why;
 * for an older kernel there is no stand-in, and the promise rejects.
 */
export async function openKernel(name: string, said: (reason: string) => void): Promise<Kernel> {
  try {
    const address = kernelAddress(name);
    if (!address) throw new Error(`This page has no kernel ${name}.`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The kernel could not be fetched (${response.status}).`);
    return await loadKernel(await response.arrayBuffer());
  } catch (error) {
    if (name !== CURRENT_KERNEL) throw error;
    said(error instanceof Error ? error.message : String(error));
    return { grow: reference.grow, beginGrowth: reference.beginGrowth };
  }
}
