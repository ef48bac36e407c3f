/** One hash of many bodies, to compare engines by. Runs in Node, in Bun and in a page alike. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { loadKernel } from '../../shared/sim/embryo/kernel.ts';
import { embryoCase } from './kernel-cases.ts';

/** SHA-256, in hexadecimal, of the bodies that this kernel grows of embryos 0 to `count` - 1, one after the other. */
export async function digestEmbryos(wasm: Uint8Array<ArrayBuffer>, count: number): Promise<string> {
  const { grow } = await loadKernel(wasm);
  const hash = sha256.create();
  for (let index = 0; index < count; index++) {
    const { genome, noiseSeed, conditions } = embryoCase(index);
    hash.update(grow(genome, noiseSeed, conditions));
  }
  return bytesToHex(hash.digest());
}
