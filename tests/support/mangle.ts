/** Recordings as an enemy would send them: true ones cut, spliced, lengthened, their numbers turned into lies. */
import { draw, Stream } from '../../shared/sim/rng.ts';

/** Values at which readers stumble. */
const EDGES = [0, 1, 2, 3, 39, 40, 41, 63, 64, 127, 128, 200, 223, 224, 227, 228, 254, 255];
/** A varint that says two thousand million, and one that never ends. */
const LIES = [
  [0xff, 0xff, 0xff, 0xff, 0x07],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
  [0xff, 0xff, 0x03],
];

/** One of endlessly many manglings of these bytes, by number; `others` to splice with. The same number gives the same bytes. */
export function mangle(bytes: Uint8Array, others: readonly Uint8Array[], number: number): Uint8Array {
  let part = 0;
  const below = (count: number): number =>
    count < 1 ? 0 : Math.floor((draw(number, Stream.exam, 1, part++) / 0x1_0000_0000) * count);
  let mangled = Uint8Array.from(bytes);
  const times = 1 + below(3);
  for (let time = 0; time < times; time++) mangled = mangleOnce(mangled, others[below(others.length)] ?? bytes, below);
  return mangled;
}

function mangleOnce(
  bytes: Uint8Array<ArrayBuffer>,
  other: Uint8Array,
  below: (count: number) => number,
): Uint8Array<ArrayBuffer> {
  if (bytes.length === 0) return bytes;
  const at = below(bytes.length);
  switch (below(8)) {
    case 0:
      return bytes.with(at, below(256));
    case 1:
      return bytes.with(at, EDGES[below(EDGES.length)] ?? 0);
    case 2:
      return bytes.slice(0, at);
    case 3:
      return Uint8Array.from([...bytes.subarray(0, at), ...other.subarray(below(other.length))]);
    case 4: {
      const end = Math.min(bytes.length, at + below(64));
      return Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(at)]);
    }
    case 5:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + below(64))]);
    case 6: {
      const lie = LIES[below(LIES.length)] ?? [];
      return Uint8Array.from([...bytes.subarray(0, at), ...lie, ...bytes.subarray(at + lie.length)]);
    }
    default:
      return Uint8Array.from({ length: below(2000) }, () => below(256));
  }
}
