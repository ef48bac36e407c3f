/** The links of a recording made to fit whatever its bytes are, as somebody would who knows the format: the chain keeps out chance, not malice. */
import { createReader, DecodeError } from '../../shared/protocol/bytes.ts';
import { readAscii, readHeader } from '../../shared/protocol/header.ts';
import { LINK_BYTES, startChain } from '../../shared/replay/chain.ts';
import { readOrigin } from '../../shared/replay/origin.ts';

const MAGIC_BYTES = 8;
const CHAINED = 3;

/** The bytes as they are where they cannot be followed any more, or have no chain. */
export function relink(bytes: Uint8Array): Uint8Array {
  const fitting = Uint8Array.from(bytes);
  const reader = createReader(bytes, 'The recording');
  const chain = startChain();
  let from = 0;
  const link = (): void => {
    fitting.set(chain.link(bytes.subarray(from, reader.position())), reader.position());
    reader.bytes('a link', LINK_BYTES);
    from = reader.position();
  };
  try {
    reader.bytes('the name', MAGIC_BYTES);
    if (reader.u8('the format') !== CHAINED) return fitting;
    readAscii(reader, 'the kernel', 64);
    const { settings } = readHeader(reader);
    if (reader.u8('a secret', 1) === 1) reader.bytes('the secret', 32);
    if (reader.u8('a branch', 1) === 1) readOrigin(reader, settings);
    const count = reader.varint('frames', 1000);
    link();
    for (let at = 0; at < count; at++) {
      reader.bytes('a frame', reader.varint('a length', bytes.length));
      if (at % 2 === 1 || at === count - 1) link();
    }
  } catch (error) {
    if (!(error instanceof DecodeError) && !(error instanceof RangeError)) throw error;
  }
  return fitting;
}
