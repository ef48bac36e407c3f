/** Hashes of bodies, to compare engines by. Runs in Node, in Bun and in a page alike. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { loadKernel } from '../../shared/sim/embryo/kernel.ts';
import { embryoCase } from './kernel-cases.ts';

/** Bytes of a hash: of 100,000 embryos, no two different bodies have the same. */
const HASH_BYTES = 8;

/** The beginning of the body's SHA-256, in hexadecimal. */
export const hashBody = (body: Uint8Array): string => bytesToHex(sha256(body).subarray(0, HASH_BYTES));

/** The hashes of the bodies that this kernel grows of embryos `from` to `from + count - 1`, in order. */
export async function hashEmbryos(wasm: Uint8Array<ArrayBuffer>, from: number, count: number): Promise<string[]> {
  const { grow } = await loadKernel(wasm);
  return Array.from({ length: count }, (_, at) => {
    const { genome, noiseSeed, conditions } = embryoCase(from + at);
    return hashBody(grow(genome, noiseSeed, conditions));
  });
}
