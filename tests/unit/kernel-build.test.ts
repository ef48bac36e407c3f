import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernel, kernelName } from '../../server/cli/build-kernel.ts';
import { loadKernel } from '../../shared/sim/embryo/kernel.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { currentKernelBytes } from '../support/kernel.ts';

const KERNELS = new URL('../../shared/sim/embryo/kernels/', import.meta.url);

describe('the built kernel', () => {
  it('is what its sources compile to, byte for byte', async () => {
    const built = await compileKernel();
    expect(kernelName(built), 'after a change of the kernel or its constants: npm run build:kernel').toBe(
      CURRENT_KERNEL,
    );
    expect(Buffer.from(built).equals(currentKernelBytes())).toBe(true);
  });

  it('lies, like every kernel of before, under the hash of its bytes', () => {
    const files = readdirSync(KERNELS).filter((file) => file.endsWith('.wasm'));
    expect(files).toContain(`${CURRENT_KERNEL}.wasm`);
    for (const file of files) expect(`${kernelName(readFileSync(new URL(file, KERNELS)))}.wasm`).toBe(file);
  });

  it('wants nothing from its surroundings and fits in memory of one size', async () => {
    const module = await WebAssembly.compile(currentKernelBytes());
    expect(WebAssembly.Module.imports(module)).toEqual([]);
    const { memory } = (await WebAssembly.instantiate(module)).exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('The kernel exports no memory.');
    expect(() => memory.grow(1)).toThrow();
  });

  it('is refused when it is something else', async () => {
    await expect(loadKernel(new Uint8Array([1, 2, 3]))).rejects.toThrow();
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    await expect(loadKernel(empty)).rejects.toThrow('This is not a kernel');
  });
});
