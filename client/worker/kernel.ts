/** By what bodies grow in this browser: the kernel, fetched as it is; where it cannot run, the reference, slower and the same. */
import { type Kernel, loadKernel } from '../../shared/sim/embryo/kernel.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import * as reference from '../../shared/sim/embryo/reference.ts';

const ADDRESSES = import.meta.glob<string>('../../shared/sim/embryo/kernels/*.wasm', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Resolves always. `said` is told why when it is not the kernel that grows. */
export async function openKernel(said: (reason: string) => void): Promise<Kernel> {
  try {
    const address = ADDRESSES[`../../shared/sim/embryo/kernels/${CURRENT_KERNEL}.wasm`];
    if (!address) throw new Error(`This page was built without the kernel ${CURRENT_KERNEL}.`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The kernel could not be fetched (${response.status}).`);
    return await loadKernel(await response.arrayBuffer());
  } catch (error) {
    said(error instanceof Error ? error.message : String(error));
    return { grow: reference.grow, beginGrowth: reference.beginGrowth };
  }
}
