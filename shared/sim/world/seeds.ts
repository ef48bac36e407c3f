/**
 * Where a match's chances come from. One secret of 32 bytes stays with the authority; each step's seed is a hash of it, so
 * that a page that knows every frame so far can foretell neither the next children nor who will die.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const SECRET_BYTES = 32;

function seedFor(secret: Uint8Array, label: string, generation: number): number {
  const counter = Uint8Array.of(generation & 0xff, (generation >>> 8) & 0xff);
  const hash = sha256(concatBytes(secret, utf8ToBytes(label), counter));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0, true);
}

/** Published in the generation's birth frame: heredity and developmental noise follow from it. 0 to 2^32 - 1. */
export const birthSeed = (secret: Uint8Array, generation: number): number => seedFor(secret, 'births', generation);

/** Never published: who pairs with whom, who migrates. */
export const pairingSeed = (secret: Uint8Array, generation: number): number => seedFor(secret, 'pairs', generation);

/** Never published: which hazards meet whom, and when. */
export const seasonSeed = (secret: Uint8Array, generation: number): number => seedFor(secret, 'season', generation);

/** Never published: which held-out cards the exam asks. */
export const examSeed = (secret: Uint8Array): number => seedFor(secret, 'exam', 0);

/** Never published: when the disaster comes. */
export const shockSeed = (secret: Uint8Array): number => seedFor(secret, 'shock', 0);

/** A secret that anyone can derive, for repeatable headless matches and tests: never for play among people. */
export function secretFromSeed(seed: number): Uint8Array {
  return sha256(utf8ToBytes(`twinfold headless match ${seed}`));
}
