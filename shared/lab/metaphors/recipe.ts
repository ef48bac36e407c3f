/**
 * The recipe: four substances, poured in heaps on both sides of the middle alike, baked for a time in an oven of a certain heat. They
 * spread; where the second meets the third they react and become the fourth. What has come of it is then read, site by site: a cell is
 * where there is enough of the first, its tissue is that of the rarest substance of which there is enough, its colour that of the mix.
 *
 * Letters: heat, time, speed of the reaction; for each substance how fast it spreads, how much of it is enough, tissue, red, green, blue;
 * for each heap its row, distance from the middle, height, width and amount. 62 in all.
 */
import { BODY_BYTES, type Body, LATTICE, SITES } from '../../sim/embryo/body.ts';
import { type Building, type Code, clearHalf, type Encoding, inHalf, isFather, lay, swing } from './encoding.ts';

export const HEAD = 3;
export const SUBSTANCES = 4;
export const SUBSTANCE_LETTERS = 6;
/** Which substance each heap is of. The fourth is only ever made. */
export const HEAPS = [0, 0, 0, 1, 1, 2, 2] as const;
export const HEAP_LETTERS = 5;
export const HEAPS_FROM = HEAD + SUBSTANCES * SUBSTANCE_LETTERS;
export const RECIPE_LETTERS = HEAPS_FROM + HEAPS.length * HEAP_LETTERS;

const LEAST_MINUTES = 8;
/** Of what a site has more than its neighbour, so much at most goes over in a minute: twice that would not be stable. */
const FASTEST_SPREAD = 0.11;

/** Amounts by substance: Float64Array[rows × columns] each, 0 to some 2; how much is enough lies between 0 and 1. */
export type Mix = readonly Float64Array[];

export const recipe: Encoding = {
  build(code, how) {
    const mix = pour(code, LATTICE);
    const minutes = minutesOf(code);
    let taken: number[] = [];
    for (let minute = 0; minute < minutes; minute++) {
      if (how.lost && minute === Math.floor(minutes / 2)) taken = takeAway(code, mix, how);
      bake(code, mix, LATTICE, how.oven);
      if (how.jitter > 0) shake(mix, how, minute);
    }
    const body = new Uint8Array(BODY_BYTES);
    for (let site = 0; site < SITES; site++) read(code, mix, site, body, site);
    return { body, taken };
  },

  /** Oven and reaction; then each substance, and each heap. */
  cross(mother, father, seed) {
    const child = Uint8Array.from(mother);
    let unit = 0;
    for (let from = 0; from < RECIPE_LETTERS; unit++) {
      const end = from + (from < HEAD ? HEAD : from < HEAPS_FROM ? SUBSTANCE_LETTERS : HEAP_LETTERS);
      if (isFather(seed, unit)) child.set(father.subarray(from, end), from);
      from = end;
    }
    return child;
  },
};

const at = (code: Code, place: number): number => code[place] ?? 0;
export const minutesOf = (code: Code): number => LEAST_MINUTES + (at(code, 1) >> 3);

/**
 * What is in the bowl before baking. `columns`: all 32, or the 16 to the right of the middle, which are the mirror image of the others
 * for as long as nothing disturbs them.
 */
export function pour(code: Code, columns: number, mix = emptyMix(columns)): Mix {
  for (const amounts of mix) amounts.fill(0);
  HEAPS.forEach((substance, heap) => {
    const into = mix[substance];
    if (into) pourHeap(code, HEAPS_FROM + heap * HEAP_LETTERS, columns, into);
  });
  return mix;
}

export const emptyMix = (columns: number): Mix =>
  Array.from({ length: SUBSTANCES }, () => new Float64Array(LATTICE * columns));

/** Two ellipses, one on each side; where they overlap, twice as much. */
function pourHeap(code: Code, from: number, columns: number, into: Float64Array): void {
  const [row, off] = [at(code, from) / 8, at(code, from + 1) / 16];
  const [height, width] = [0.5 + at(code, from + 2) / 16, 0.5 + at(code, from + 3) / 16];
  const amount = at(code, from + 4) / 128;
  const last = Math.min(LATTICE - 1, Math.floor(row + height));
  for (let y = Math.max(0, Math.ceil(row - height)); y <= last; y++) {
    const up = ((y - row) / height) * ((y - row) / height);
    for (let x = 0; x < columns; x++) {
      const across = Math.abs(x + 0.5 - (columns === LATTICE ? LATTICE / 2 : 0));
      const near = (across - off) / width;
      const far = (across + off) / width;
      const heaps = Number(up + near * near <= 1) + Number(up + far * far <= 1);
      if (heaps > 0) into[y * columns + x] = (into[y * columns + x] ?? 0) + heaps * amount;
    }
  }
}

/**
 * One minute. Chemistry runs three times as fast at 100 degrees above the usual, a third as fast below (twofold to threefold in ten
 * real degrees is usual: van ’t Hoff 1884), spreading less steeply. Whole arithmetic of sums, products and quotients: the same everywhere.
 */
export function bake(code: Code, mix: Mix, columns: number, oven: number): void {
  const heat = (at(code, 0) - 128) / 2.56 + oven;
  const reaction = (at(code, 2) / 512) * ((200 + heat) / (200 - heat));
  mix.forEach((amounts, substance) => {
    const speed = (at(code, HEAD + substance * SUBSTANCE_LETTERS) / 255) * ((400 + heat) / (400 - heat));
    if (speed > 0) spread(amounts, columns, FASTEST_SPREAD * speed);
  });
  const [, second, third, fourth] = mix;
  if (!second || !third || !fourth || reaction === 0) return;
  for (let site = 0; site < second.length; site++) {
    const a = second[site] ?? 0;
    const b = third[site] ?? 0;
    const made = Math.min(a, b, reaction * a * b);
    second[site] = a - made;
    third[site] = b - made;
    fourth[site] = (fourth[site] ?? 0) + 2 * made;
  }
}

const before = new Float64Array(SITES);
/** Nothing leaves the bowl. Sums are paired so that left and right come out the same to the bit. */
function spread(amounts: Float64Array, columns: number, share: number): void {
  const size = amounts.length;
  let first = 0;
  while (first < size && amounts[first] === 0) first++;
  let end = size;
  while (end > first && amounts[end - 1] === 0) end--;
  before.set(amounts);
  const last = columns - 1;
  // Where a row and both beside it are empty, nothing can come: most of the bowl, at first.
  const to = Math.min(size, end + columns);
  for (let from = Math.max(0, first - (first % columns) - columns); from < to; from += columns) {
    const up = from === 0 ? 0 : -columns;
    const down = from + columns === size ? 0 : columns;
    let left = before[from] ?? 0;
    let here = left;
    for (let site = from; site <= from + last; site++) {
      const right = site === from + last ? here : (before[site + 1] ?? 0);
      const along = (before[site + up] ?? 0) + (before[site + down] ?? 0);
      amounts[site] = here + share * (left + right + along - 4 * here);
      left = here;
      here = right;
    }
  }
}

function takeAway(code: Code, mix: Mix, { lost }: Building): number[] {
  const body = new Uint8Array(BODY_BYTES);
  for (let site = 0; site < SITES; site++) {
    read(code, mix, site, body, site);
    if (lost && inHalf(site, lost)) for (const amounts of mix) amounts[site] = 0;
  }
  return lost ? clearHalf(body, lost) : [];
}

function shake(mix: Mix, { jitter, jitterSeed }: Building, minute: number): void {
  mix.forEach((amounts, substance) => {
    for (let site = 0; site < amounts.length; site++) {
      const off = jitter * swing(jitterSeed, site, minute * SUBSTANCES + substance);
      amounts[site] = Math.max(0, (amounts[site] ?? 0) + off);
    }
  });
}

/** What the mix at a place of the bowl has become, written at a site of the body. */
export function read(code: Code, mix: Mix, place: number, body: Body, site: number): void {
  const enough = (substance: number): boolean =>
    (mix[substance]?.[place] ?? 0) > at(code, HEAD + substance * SUBSTANCE_LETTERS + 1) / 255;
  if (!enough(0)) return;
  const substance = enough(3) ? 3 : enough(2) ? 2 : enough(1) ? 1 : 0;
  let sum = 0;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let which = 0; which < SUBSTANCES; which++) {
    const amount = mix[which]?.[place] ?? 0;
    const colour = HEAD + which * SUBSTANCE_LETTERS + 3;
    sum += amount;
    red += amount * at(code, colour);
    green += amount * at(code, colour + 1);
    blue += amount * at(code, colour + 2);
  }
  lay(body, site, tissueOf(at(code, HEAD + substance * SUBSTANCE_LETTERS + 2)), red / sum, green / sum, blue / sum);
}

/** A letter of any value names one of the seven. */
export const tissueOf = (value: number): number => 1 + (value % 7);
