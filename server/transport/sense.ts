/**
 * Whether bytes are a message at all. The framework reads them part by part: what it cannot read it complains of at length, and ends the
 * connection without a word. What makes no sense is given to it as a plain message that no room knows, which each answers in a sentence.
 */
import { Protocol } from '@colyseus/core';
import { unpack } from 'msgpackr';

/** All that pages say without anything more. */
const BARE: ReadonlySet<number> = new Set([Protocol.JOIN_ROOM, Protocol.LEAVE_ROOM, Protocol.PING]);
/** Of msgpack: texts of up to 31 bytes begin so, and numbers of one byte end there. */
const SHORT_TEXT = 0xa0;
const LONGEST_TEXT = 31;
const HIGHEST_NUMBER = 0x7f;

const kind = new TextEncoder().encode('nonsense');
export const NONSENSE: Buffer = Buffer.from([Protocol.ROOM_DATA, SHORT_TEXT + kind.length, ...kind]);

/** `data`: one whole message. */
export function makesSense(data: Uint8Array): boolean {
  const [code = 0] = data;
  if (BARE.has(code)) return data.length === 1;
  if (code !== Protocol.ROOM_DATA) return false;
  const start = endOfKind(data);
  return start > 0 && (start === data.length || isPacked(data.subarray(start)));
}

/** Where the kind of a message ends, which stands before what it carries; 0 when it is no plain one. */
function endOfKind(data: Uint8Array): number {
  const first = data[1] ?? 0xff;
  if (first <= HIGHEST_NUMBER) return 2;
  const length = first - SHORT_TEXT;
  const end = 2 + length;
  if (length < 0 || length > LONGEST_TEXT || end > data.length) return 0;
  return data.subarray(2, end).every((byte) => byte >= 0x20 && byte < 0x7f) ? end : 0;
}

function isPacked(bytes: Uint8Array): boolean {
  try {
    unpack(bytes);
    return true;
  } catch {
    return false;
  }
}
