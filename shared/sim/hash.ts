/**
 * Hashes over meanings rather than over encodings: whole numbers as four little-endian bytes each, in a stated order. A later
 * frame format can therefore keep the hashes of older recordings.
 */
import { sha256 } from '@noble/hashes/sha2.js';

export const HASH_BYTES = 16;

/** What goes into a hash: bytes as they are, numbers as 32-bit integers. */
export interface Digest {
  number(value: number): void;
  numbers(values: ArrayLike<number>): void;
  bytes(bytes: Uint8Array): void;
  /** The first HASH_BYTES bytes of SHA-256 over all that was given. */
  finish(): Uint8Array;
}

export function startDigest(): Digest {
  const hash = sha256.create();
  const buffer = new Uint8Array(4096);
  const view = new DataView(buffer.buffer);
  let used = 0;
  const flush = (): void => {
    hash.update(buffer.subarray(0, used));
    used = 0;
  };
  const number = (value: number): void => {
    if (used + 4 > buffer.length) flush();
    view.setInt32(used, value, true);
    used += 4;
  };
  return {
    number,
    numbers(values) {
      number(values.length);
      for (let at = 0; at < values.length; at++) number(values[at] ?? 0);
    },
    bytes(bytes) {
      if (used + bytes.length > buffer.length) flush();
      if (bytes.length > buffer.length) hash.update(bytes);
      else {
        // A world's thousand genomes go in by the dozen rather than one by one.
        buffer.set(bytes, used);
        used += bytes.length;
      }
    },
    finish() {
      flush();
      return hash.digest().slice(0, HASH_BYTES);
    },
  };
}

/** Lower-case hexadecimal, two letters a byte. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
