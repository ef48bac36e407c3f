/** Grown bodies, kept small: only sites with a cell are written down, so that a whole match of the largest world has room. */
import { BODY_BYTES, BODY_FIELDS, type Body, SITES } from '../../shared/sim/embryo/body.ts';
import { TRAITS, type TraitRow } from '../../shared/sim/trait-names.ts';

export interface Grown {
  readonly body: Body;
  /** As measured of it. */
  readonly traits: TraitRow;
}

export interface BodyStore {
  get(key: string): Grown | undefined;
  /** Keeps it; what was put in first goes when there is no more room. */
  set(key: string, grown: Grown): void;
}

/** A piece of memory that is filled, and later emptied, as a whole. */
interface Shelf {
  readonly bytes: Uint8Array;
  readonly keys: string[];
  used: number;
}

interface Place {
  readonly shelf: Shelf;
  readonly at: number;
}

/** About 650 bodies of the size that founders have. */
const SHELF_BYTES = 1 << 20;
/** Which sites have a cell: one bit each. */
const MASK_BYTES = SITES / 8;
/** Every trait's range fits 16 bits. */
const TRAIT_BYTES = TRAITS.length * 2;
const MOST_BYTES = TRAIT_BYTES + MASK_BYTES + BODY_BYTES;

/** `shelves`: mebibytes of memory, taken one by one as they are needed. */
export function createBodyStore(shelves: number): BodyStore {
  const places = new Map<string, Place>();
  const filled: Shelf[] = [];
  let open: Shelf | undefined;

  function nextShelf(): Shelf {
    if (filled.length < shelves) {
      const made = { bytes: new Uint8Array(SHELF_BYTES), keys: [], used: 0 };
      filled.push(made);
      return made;
    }
    const [oldest] = filled.splice(0, 1);
    if (oldest === undefined) throw new Error('A store of bodies needs a shelf.');
    for (const key of oldest.keys) places.delete(key);
    filled.push(oldest);
    oldest.keys.length = 0;
    oldest.used = 0;
    return oldest;
  }

  return {
    get(key) {
      const place = places.get(key);
      return place && unpack(place.shelf.bytes, place.at);
    },
    set(key, grown) {
      if (places.has(key)) return;
      if (open === undefined || open.used + MOST_BYTES > SHELF_BYTES) open = nextShelf();
      places.set(key, { shelf: open, at: open.used });
      open.keys.push(key);
      open.used = pack(grown, open.bytes, open.used);
    },
  };
}

/** Writes traits, the mask of sites, then field after field the bytes of those sites; returns where it ends. */
function pack({ body, traits }: Grown, out: Uint8Array, at: number): number {
  const numbers = new DataView(out.buffer, out.byteOffset + at, TRAIT_BYTES);
  for (let trait = 0; trait < TRAITS.length; trait++) numbers.setInt16(trait * 2, traits[trait] ?? 0, true);
  const mask = at + TRAIT_BYTES;
  let cells = 0;
  for (let site = 0; site < SITES; site += 8) {
    let bits = 0;
    for (let bit = 0; bit < 8; bit++) {
      if ((body[site + bit] ?? 0) === 0) continue;
      bits |= 1 << bit;
      occupied[cells++] = site + bit;
    }
    out[mask + site / 8] = bits;
  }
  let end = mask + MASK_BYTES;
  for (let field = 0; field < BODY_FIELDS.length; field++) {
    for (let cell = 0; cell < cells; cell++) out[end++] = body[field * SITES + (occupied[cell] ?? 0)] ?? 0;
  }
  return end;
}

function unpack(bytes: Uint8Array, at: number): Grown {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset + at, TRAIT_BYTES);
  const traits = new Int32Array(TRAITS.length);
  for (let trait = 0; trait < TRAITS.length; trait++) traits[trait] = numbers.getInt16(trait * 2, true);
  const mask = at + TRAIT_BYTES;
  let cells = 0;
  for (let site = 0; site < SITES; site += 8) {
    // Bit by bit from the lowest; most bytes are empty.
    for (let bits = bytes[mask + site / 8] ?? 0; bits !== 0; bits &= bits - 1) {
      occupied[cells++] = site + 31 - Math.clz32(bits & -bits);
    }
  }
  const body = new Uint8Array(BODY_BYTES);
  let from = mask + MASK_BYTES;
  for (let field = 0; field < BODY_FIELDS.length; field++) {
    for (let cell = 0; cell < cells; cell++) body[field * SITES + (occupied[cell] ?? 0)] = bytes[from++] ?? 0;
  }
  return { body, traits };
}

/** Sites that have a cell, in their order: working memory. */
const occupied = new Uint16Array(SITES);
