/** Whose a recording is: a server signs the mark of what it recorded, by a key of its own (Ed25519, RFC 8032). */
import * as ed25519 from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Seal } from './recording.ts';

ed25519.hashes.sha512 = sha512;

/** What is signed begins so: a signature made for another purpose seals nothing. */
const PURPOSE = utf8ToBytes('twinfold seal');

/** As RFC 8032 has it: without this, keys are taken under which anything is signed. */
const STRICT = { zip215: false };

const messageOf = (mark: Uint8Array): Uint8Array => concatBytes(PURPOSE, mark);

/** `secretKey`: 32 bytes. Returns the way to seal marks by it. */
export function createSealer(secretKey: Uint8Array): (mark: Uint8Array) => Seal {
  const key = ed25519.getPublicKey(secretKey);
  return (mark) => ({ key, signature: ed25519.sign(messageOf(mark), secretKey) });
}

/** Whether this seal was made of this mark, by who has the key that it names. */
export function isSealOf({ key, signature }: Seal, mark: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, messageOf(mark), key, STRICT);
  } catch {
    // Bytes that are no key or no signature at all.
    return false;
  }
}
