/** From a body to a recipe: what comes nearest, found by trying. */
import { BODY_BYTES, type Body, LATTICE, SITES } from '../../sim/embryo/body.ts';
import { difference } from '../likeness.ts';
import { byte, type Code } from './encoding.ts';
import {
  bake,
  emptyMix,
  HEAD,
  HEAP_LETTERS,
  HEAPS,
  HEAPS_FROM,
  type Mix,
  minutesOf,
  pour,
  RECIPE_LETTERS,
  read,
  SUBSTANCE_LETTERS,
  SUBSTANCES,
} from './recipe.ts';

const HALF = LATTICE / 2;
/** Each letter is moved by so much, up and down; the whole list is gone through until it helps no more, or ROUNDS times. */
const STEPS = [48, 24, 12, 6, 3, 1] as const;
const ROUNDS = 3;

/**
 * Goes downhill letter by letter (coordinate descent) from a guess by where each tissue's cells lie; what is made small is the difference
 * by which all bodies here are compared. Finds a good recipe, not the best: nobody knows that one. Yields after each letter.
 */
export function* fitRecipe(body: Body): Generator<number, Code> {
  const code = guess(body);
  let [mix, spare] = [mixOf(code, emptyMix(HALF)), emptyMix(HALF)];
  const built = new Uint8Array(BODY_BYTES);
  const apartBy = (from: Mix): number => difference(readHalf(code, from, built), body);
  let least = apartBy(mix);
  const turns = ROUNDS * STEPS.length * RECIPE_LETTERS;
  let turn = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const atStart = least;
    for (const step of STEPS) {
      for (let at = 0; at < RECIPE_LETTERS; at++) {
        const was = code[at] ?? 0;
        let best = was;
        for (const value of isTissue(at) ? OTHER_TISSUES : [was - step, was + step]) {
          if (value < 0 || value > 255 || value === was) continue;
          code[at] = value;
          const tried = isReading(at) ? mix : mixOf(code, spare);
          const apart = apartBy(tried);
          if (apart >= least) continue;
          if (tried === spare) [mix, spare] = [spare, mix];
          least = apart;
          best = value;
        }
        code[at] = best;
        yield ++turn / turns;
      }
    }
    if (least > atStart - 0.002) break;
  }
  return code;
}

const OTHER_TISSUES = [0, 1, 2, 3, 4, 5, 6] as const;
const partOf = (at: number): number => (at < HEAD || at >= HEAPS_FROM ? -1 : (at - HEAD) % SUBSTANCE_LETTERS);
const isTissue = (at: number): boolean => partOf(at) === 2;
/** Letters that say how the finished mix is read: all of a substance but how fast it spreads. */
const isReading = (at: number): boolean => partOf(at) > 0;

function mixOf(code: Code, into: Mix): Mix {
  const mix = pour(code, HALF, into);
  for (let minute = minutesOf(code); minute > 0; minute--) bake(code, mix, HALF, 0);
  return mix;
}

/** Writes the body of half a mix: the other half is its mirror image. */
function readHalf(code: Code, mix: Mix, body: Body): Body {
  body.fill(0);
  for (let place = 0; place < LATTICE * HALF; place++) {
    const from = Math.floor(place / HALF) * LATTICE + HALF;
    read(code, mix, place, body, from + (place % HALF));
    for (let field = 0; field < 4 * SITES; field += SITES) {
      body[field + from - 1 - (place % HALF)] = body[field + from + (place % HALF)] ?? 0;
    }
  }
  return body;
}

/** Four tissues, the commonest first; of each its mean colour, and heaps where its cells are. */
function guess(body: Body): Code {
  const code = new Uint8Array(RECIPE_LETTERS);
  code.set([128, 64, 64]);
  const groups = [1, 2, 3, 4, 5, 6, 7]
    .map((tissue) => ({ tissue, sites: sitesOf(body, (each) => each === tissue) }))
    .sort((a, b) => b.sites.length - a.sites.length || a.tissue - b.tissue);
  for (let substance = 0; substance < SUBSTANCES; substance++) {
    const { tissue = 1, sites = [] } = groups[substance] ?? {};
    const colours = [1, 2, 3].map((field) => byte(mean(sites.map((site) => body[field * SITES + site] ?? 0))));
    code.set([64, 96, tissue - 1, ...colours], HEAD + substance * SUBSTANCE_LETTERS);
  }
  HEAPS.forEach((substance, heap) => {
    const first = HEAPS.indexOf(substance);
    const count = HEAPS.filter((each) => each === substance).length;
    const sites = substance === 0 ? sitesOf(body, (each) => each > 0) : (groups[substance]?.sites ?? []);
    const part = sites.slice(
      Math.floor((sites.length * (heap - first)) / count),
      Math.floor((sites.length * (heap - first + 1)) / count),
    );
    code.set(heapOver(part), HEAPS_FROM + heap * HEAP_LETTERS);
  });
  return code;
}

/** In the order of rows. */
const sitesOf = (body: Body, among: (tissue: number) => boolean): number[] =>
  Array.from({ length: SITES }, (_, site) => site).filter((site) => among(body[site] ?? 0));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** An ellipse as wide and high as its sites lie about their middle: of an even disc twice the root of the mean square. */
function heapOver(sites: readonly number[]): number[] {
  const rows = sites.map((site) => Math.floor(site / LATTICE));
  const offs = sites.map((site) => Math.abs((site % LATTICE) + 0.5 - HALF));
  const reach = (values: readonly number[]): number =>
    2 * Math.sqrt(mean(values.map((value) => (value - mean(values)) * (value - mean(values)))));
  return [8 * mean(rows), 16 * mean(offs), 16 * reach(rows), 16 * reach(offs), sites.length === 0 ? 0 : 128].map(byte);
}
