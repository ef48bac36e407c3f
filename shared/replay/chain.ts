/** The chain of links through a recording: whatever byte is changed, the first link after it no longer fits, and says where. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const LINK_BYTES = 16;

/** What the first link hangs on: nothing that was made for another purpose can be taken for one. */
const ANCHOR = utf8ToBytes('twinfold recording');

export interface Chain {
  /** The next link, over all bytes since the one before: 16 bytes of SHA-256. */
  link(bytes: Uint8Array): Uint8Array;
  /** The link last made; before any, an empty one. */
  last(): Uint8Array;
}

export function startChain(): Chain {
  let last: Uint8Array = new Uint8Array();
  return {
    link(bytes) {
      last = sha256(concatBytes(ANCHOR, last, bytes)).slice(0, LINK_BYTES);
      return last;
    },
    last: () => last,
  };
}
