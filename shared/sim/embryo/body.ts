/** What development makes: a body, and the conditions in which it grew. */

/** Sites along one side of the square lattice. */
export const LATTICE = 32;
export const SITES = LATTICE * LATTICE;

/** Tissues by their number in a body. 0 is no cell at all. */
export const TISSUES = ['none', 'skin', 'muscle', 'shell', 'fat', 'leaf', 'eye', 'fin'] as const;
export type TissueName = (typeof TISSUES)[number];
export const Tissue = { none: 0, skin: 1, muscle: 2, shell: 3, fat: 4, leaf: 5, eye: 6, fin: 7 } as const;

/** A body's fields, in this order, each one byte a site, row-major (y × LATTICE + x; y = 0 is the head end). */
export const BODY_FIELDS = ['tissue', 'red', 'green', 'blue', 'coat'] as const;
export const BodyField = { tissue: 0, red: 1, green: 2, blue: 3, coat: 4 } as const;
export const BODY_BYTES = BODY_FIELDS.length * SITES;

/**
 * Uint8Array[5 × 1,024], field-major: tissue (0 to 7), red, green, blue (skin colour under the coat, 0 to 255; 0 where no
 * cell is), coat (the pattern's darkness, 0 to 255: 0 none). Two bodies are the same if and only if their bytes are.
 */
export type Body = Uint8Array;

export function bodyField(body: Body, field: number): Uint8Array {
  return body.subarray(field * SITES, (field + 1) * SITES);
}

/** The conditions of growth. All integers. */
export interface GrowthConditions {
  /** -100 (bitter cold) to 100 (scorching); 0 is mild. */
  readonly temperature: number;
  /** -100 (starved) to 100 (lavish); 0 is enough. */
  readonly nutrition: number;
  /** Developmental noise in per cent of its natural strength: 0 (clockwork) to 400; 100 is natural. */
  readonly noise: number;
}

export const MILD: GrowthConditions = { temperature: 0, nutrition: 0, noise: 100 };

/** An embryo that ends with fewer cells than this failed to develop. */
export const VIABLE_CELLS = 40;

/** Whole-body growth: a pure function of its three arguments. Both the reference and the kernel are one. */
export type Grow = (genome: Uint8Array, noiseSeed: number, conditions: GrowthConditions) => Body;

/** Step-by-step growth, to animate it. `body` may be read at any time; the coat appears with the last step. */
export interface Growth {
  /** Steps done so far, 0 to STEPS. */
  readonly step: number;
  /** Advances one step; false when growth had already ended. */
  advance(): boolean;
  /** A copy of the body as it now stands. */
  body(): Body;
  /** Uint16Array[cells]: the site of each living cell, in the order of slots. The order changes when cells die. */
  sites(): Uint16Array;
  /** A copy of Int16Array[GENES × cells], gene-major, slots as in `sites`, q14: each living cell's expression, 0 to 16384. */
  expression(): Int16Array;
  /**
   * Perturbs the embryo: replaces all expression, in the shape of `expression()`; values beyond 0 and 16384 become these.
   * RangeError for another length; Error when growth has ended.
   */
  setExpression(values: Int16Array): void;
}
export type BeginGrowth = (genome: Uint8Array, noiseSeed: number, conditions: GrowthConditions) => Growth;

/** Developmental steps from the first cells to the finished body. */
export const STEPS = 44;
