/** Unpacking with a limit: bytes from outside may claim to be small and grow without end. */
import { Inflate } from 'fflate';
import { DecodeError } from './bytes.ts';

/** Input is given in pieces of this size, so that at most a few megabytes come out before the limit is looked at. */
const PIECE = 4096;

/** Inflates raw deflate data. Throws a DecodeError when it is damaged or would be longer than `limit` bytes. */
export function inflateAtMost(packed: Uint8Array, limit: number, subject: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    total += piece.length;
    if (total > limit) throw new DecodeError(`${subject} is larger than any can be.`);
    pieces.push(piece);
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    throw new DecodeError(`${subject} is damaged: it cannot be unpacked.`);
  }
  if (!ended) throw new DecodeError(`${subject} ends early.`);
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
