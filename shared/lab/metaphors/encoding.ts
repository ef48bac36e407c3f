/**
 * What the four metaphors have in common: a code of letters (bytes), a way to build a body from it, and a way to cross two codes.
 * Trials know no more than this, so that all four are tried alike.
 */
import { type Body, LATTICE, SITES } from '../../sim/embryo/body.ts';
import { draw, Stream } from '../../sim/rng.ts';

export const METAPHORS = ['blueprint', 'program', 'recipe', 'model'] as const;
export type Metaphor = (typeof METAPHORS)[number];

export const ofEach = <Value>(value: (metaphor: Metaphor) => Value): Record<Metaphor, Value> => ({
  blueprint: value('blueprint'),
  program: value('program'),
  recipe: value('recipe'),
  model: value('model'),
});

/** Any letters at all are a code: what makes no sense builds little, or nothing. */
export type Code = Uint8Array;

export const HALVES = ['left', 'right', 'head', 'tail'] as const;
export type Half = (typeof HALVES)[number];

/** The circumstances of one building. */
export interface Building {
  /** Names the chance under which it is built: the developmental noise of what has any. */
  readonly seed: number;
  /** Degrees off the usual oven, -100 to 100. */
  readonly oven: number;
  /** Every number, each time it is handled, is off by up to this share of its whole range, 0 to 0.2. */
  readonly jitter: number;
  readonly jitterSeed: number;
  /** The half of the lattice that is emptied when half of the building is done. */
  readonly lost: Half | null;
}

export interface Built {
  /** Without a coat: that is every body's own, and no code here says it. */
  readonly body: Body;
  /** Sites whose cells were taken away in mid-building. */
  readonly taken: readonly number[];
}

export interface Encoding {
  build(code: Code, how: Building): Built;
  /**
   * A child's code: each unit of it whole from the one parent or the other, at even odds. What a unit is, is the metaphor's own:
   * the record of a place, a pen or a line of orders, an ingredient or a heap of it, a locus.
   */
  cross(mother: Code, father: Code, seed: number): Code;
}

export const usual = (seed: number): Building => ({ seed, oven: 0, jitter: 0, jitterSeed: 0, lost: null });

/** Even from -1 to 1. */
export const swing = (seed: number, index: number, part: number): number =>
  draw(seed, Stream.standing, index, part) / 0x7fff_ffff - 1;

/** Even odds. */
export const isFather = (seed: number, unit: number): boolean => (draw(seed, Stream.crossover, unit) & 1) === 1;

export function inHalf(site: number, half: Half): boolean {
  const x = site % LATTICE;
  const y = Math.floor(site / LATTICE);
  if (half === 'left') return x < LATTICE / 2;
  if (half === 'right') return x >= LATTICE / 2;
  return half === 'head' ? y < LATTICE / 2 : y >= LATTICE / 2;
}

/** Takes the cells of a half away, and says which. */
export function clearHalf(body: Body, half: Half): number[] {
  const taken: number[] = [];
  for (let site = 0; site < SITES; site++) {
    if (body[site] === 0 || !inHalf(site, half)) continue;
    taken.push(site);
    for (let field = 0; field < 4; field++) body[field * SITES + site] = 0;
  }
  return taken;
}

/** Lays a cell. Colours are rounded and kept within a byte. */
export function lay(body: Body, site: number, tissue: number, red: number, green: number, blue: number): void {
  body[site] = tissue;
  body[SITES + site] = byte(red);
  body[2 * SITES + site] = byte(green);
  body[3 * SITES + site] = byte(blue);
}

export const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
