/** A rough target, drawn on a small grid: how it is written into a link, and how like it a body is. */
import { type Body, BodyField, LATTICE, SITES } from '../../sim/embryo/body.ts';
import { bytesOf, lettersOf } from '../creature.ts';

/** Squares along one side of a drawing; each covers SQUARE × SQUARE sites. */
export const GRID = 16;
const SQUARE = LATTICE / GRID;

/** Colours by their number in a drawing, as levels of red, green and blue; 0 is nothing. */
export const PALETTE = [
  [0, 0, 0],
  [205, 60, 55],
  [225, 175, 60],
  [95, 165, 75],
  [65, 120, 195],
  [150, 85, 170],
  [60, 55, 60],
  [225, 215, 200],
] as const;

/** Uint8Array[GRID × GRID], row by row from the head end: numbers of PALETTE. */
export type Drawing = Uint8Array;

const BITS = 3;
const BYTES = (GRID * GRID * BITS) / 8;

/** 128 letters that an address can bear. */
export function writeDrawing(drawing: Drawing): string {
  const bytes = new Uint8Array(BYTES);
  drawing.forEach((colour, at) => {
    for (let bit = 0; bit < BITS; bit++) {
      const place = at * BITS + bit;
      if ((colour >> bit) & 1) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
    }
  });
  return lettersOf(bytes);
}

/** What `writeDrawing` wrote; null for anything else. */
export function readDrawing(letters: string): Drawing | null {
  const bytes = bytesOf(letters);
  if (bytes?.length !== BYTES) return null;
  return Uint8Array.from({ length: GRID * GRID }, (_, at) => {
    let colour = 0;
    for (let bit = 0; bit < BITS; bit++) {
      const place = at * BITS + bit;
      colour |= (((bytes[place >> 3] ?? 0) >> (place & 7)) & 1) << bit;
    }
    return colour;
  });
}

/** A drawing as selection sees it: a colour's number at each of SITES. */
export interface Target {
  readonly sites: Uint8Array;
  readonly middle: readonly [x: number, y: number];
  readonly size: number;
}

export function targetOf(drawing: Drawing): Target {
  const sites = Uint8Array.from({ length: SITES }, (_, site) => {
    const [x, y] = [site % LATTICE, Math.floor(site / LATTICE)];
    return drawing[Math.floor(y / SQUARE) * GRID + Math.floor(x / SQUARE)] ?? 0;
  });
  return { sites, middle: middleOf(sites), size: sites.filter((colour) => colour > 0).length };
}

/** Half-way between the first and the last column, and row, with anything in it, doubled so that it is whole. */
function middleOf(sites: Uint8Array): [x: number, y: number] {
  let [left, right, top, bottom] = [LATTICE, -1, LATTICE, -1];
  for (let site = 0; site < SITES; site++) {
    if (!sites[site]) continue;
    const [x, y] = [site % LATTICE, Math.floor(site / LATTICE)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return right < 0 ? [LATTICE, LATTICE] : [left + right, top + bottom];
}

/** Difference of a channel (of 255) from which on a colour counts as another. */
const OTHER_COLOUR = 100;
/** What a cell is worth for being where one was drawn, whatever its colour. */
const PLACE = 0.4;

/**
 * 0 (nothing like it) to 1: mean over the sites at which the drawing or the body has anything. A site that only one of them has
 * counts 0; one that both have counts PLACE, and up to 1 by how near the colours are. The two are laid middle on middle: where on
 * the sheet somebody drew does not count.
 */
export function likenessTo({ sites, middle, size }: Target, body: Body): number {
  const own = middleOf(body.subarray(0, SITES));
  const [right, down] = [(own[0] - middle[0]) >> 1, (own[1] - middle[1]) >> 1];
  let likeness = 0;
  let cells = 0;
  let both = 0;
  for (let site = 0; site < SITES; site++) {
    if (!body[site]) continue;
    cells++;
    const [x, y] = [(site % LATTICE) - right, (site >>> 5) - down];
    if (x < 0 || y < 0 || x >= LATTICE || y >= LATTICE) continue;
    const colour = PALETTE[sites[y * LATTICE + x] ?? 0];
    if (!colour || colour === PALETTE[0]) continue;
    both++;
    // As in the trait “luminance”: the darkest coat halves the light.
    const light = 1 - (body[BodyField.coat * SITES + site] ?? 0) / 510;
    let apart = 0;
    for (let channel = 0; channel < 3; channel++) {
      apart += Math.abs((colour[channel] ?? 0) - light * (body[(channel + 1) * SITES + site] ?? 0)) / 3;
    }
    likeness += PLACE + (1 - PLACE) * Math.max(0, 1 - apart / OTHER_COLOUR);
  }
  const either = cells + size - both;
  return either > 0 ? likeness / either : 0;
}
