/** What films that were saved are made of, read from their bytes alone. */

export interface FilmFacts {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

/** Of an animated GIF. Throws where its blocks do not follow each other to the very end. */
export function readGif(bytes: Uint8Array): FilmFacts & { readonly delaysMs: readonly number[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = String.fromCharCode(...bytes.subarray(0, 6));
  if (name !== 'GIF89a') throw new Error(`This is no GIF: it begins with ${name}.`);
  const tableAfter = (at: number): number => {
    const flags = view.getUint8(at);
    return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
  };
  const passBlocks = (from: number): number => {
    let at = from;
    while (view.getUint8(at) > 0) at += view.getUint8(at) + 1;
    return at + 1;
  };
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  const delaysMs: number[] = [];
  let frames = 0;
  let at = 13 + tableAfter(10);
  for (;;) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      if (view.getUint8(at + 1) === 0xf9) delaysMs.push(10 * view.getUint16(at + 4, true));
      at = passBlocks(at + 2);
    } else if (kind === 0x2c) {
      frames++;
      at = passBlocks(at + 10 + tableAfter(at + 9) + 1);
    } else throw new Error(`There is no GIF block of kind ${kind}, at byte ${at}.`);
  }
  if (at !== bytes.length - 1) throw new Error('The GIF goes on after its end.');
  return { width, height, frames, delaysMs };
}

const CONTAINERS = [0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xe0, 0xa0];
const Id = {
  header: 0x1a45dfa3,
  type: 0x4282,
  width: 0xb0,
  height: 0xba,
  time: 0xe7,
  block: 0xa3,
  plainBlock: 0xa1,
} as const;

/** Of a WebM: its pictures and when each is shown. Throws where its elements do not follow each other to the very end. */
export function readWebm(bytes: Uint8Array): FilmFacts & { readonly timesMs: readonly number[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (from: number, length: number): number =>
    Array.from(bytes.subarray(from, from + length)).reduce((sum, byte) => sum * 256 + byte, 0);
  const lengthAt = (at: number): number => Math.clz32(view.getUint8(at)) - 23;
  const facts = { width: 0, height: 0, frames: 0, timesMs: [] as number[] };
  let cluster = 0;
  let at = 0;
  let kind = '';
  while (at < bytes.length) {
    const idLength = lengthAt(at);
    const id = number(at, idLength);
    at += idLength;
    const sizeLength = lengthAt(at);
    // A size of all ones: it is not known, and what follows is inside.
    const size = number(at, sizeLength) - 2 ** (7 * sizeLength);
    at += sizeLength;
    if (id === Id.header || CONTAINERS.includes(id)) continue;
    if (id === Id.type) kind = String.fromCharCode(...bytes.subarray(at, at + size));
    if (id === Id.width) facts.width = number(at, size);
    if (id === Id.height) facts.height = number(at, size);
    if (id === Id.time) cluster = number(at, size);
    if (id === Id.block || id === Id.plainBlock) {
      facts.frames++;
      facts.timesMs.push(cluster + view.getInt16(at + 1));
    }
    at += size;
  }
  if (kind !== 'webm' || at !== bytes.length) throw new Error(`This is no whole WebM (${kind}).`);
  return facts;
}
