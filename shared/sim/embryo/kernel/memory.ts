/**
 * Where everything lies in the kernel's memory: fixed addresses, so that nothing is ever allocated and every load has a
 * constant offset. All v128 data starts at multiples of 16.
 *
 * A slot is a living cell's place in the arrays below. Living cells fill the slots from 0 without gaps; when one dies, the last
 * moves into its place. Per-slot arrays hold four bytes a slot: an i32, or a pair of i16 (gene 2p in the low half, 2p + 1 in
 * the high), so that one v128 is two genes of four cells.
 */
import { CELLS_MAX } from '../constants';

export const LATTICE: i32 = 32;
export const SITES: i32 = LATTICE * LATTICE;

export const GENES: i32 = 16;
export const GENE_PAIRS: i32 = GENES / 2;
/** Gene pairs, and two pairs of inputs: (axis, midline), (clock, contact). */
export const PAIRS: i32 = GENE_PAIRS + 2;

/** Bytes of one per-slot array. */
export const ROW: i32 = CELLS_MAX * 4;
/** Bytes of one grid of four bytes a site, and of one of two. */
export const GRID: i32 = SITES * 4;
export const HALF_GRID: i32 = SITES * 2;

/** What the caller writes: the genome. */
export const GENOME: i32 = 1024;
/** What the caller reads: the body. */
export const BODY: i32 = 2048;

/** v128[GENES][PAIRS]: weights of a pair of sources, the same in all four lanes. */
export const WEIGHTS: i32 = BODY + 5 * SITES;
/** v128[GENES]: constant drive, i32 lanes. */
export const BIAS: i32 = WEIGHTS + GENES * PAIRS * 16;
/** v128[GENE_PAIRS]: rates, pairs of i16. */
export const RATES: i32 = BIAS + GENES * 16;
/** v128[GENE_PAIRS][2]: drives of the eight cells at hand. */
export const DRIVES: i32 = RATES + GENE_PAIRS * 16;
/** v128[5]: constants of the inner loop (express.ts says which, and why they are here). */
export const HELD: i32 = DRIVES + GENE_PAIRS * 32;
/** i32[LATTICE]: the clock as each row feels it at this step, in the low half. */
export const CLOCK: i32 = HELD + 5 * 16;

/** i16 pairs [PAIRS][slot]: expression, then inputs. */
export const EXPRESSION: i32 = CLOCK + LATTICE * 4;
export const INPUT_PLACE: i32 = EXPRESSION + GENE_PAIRS * ROW;
export const INPUT_TIME: i32 = INPUT_PLACE + ROW;
/** i16 pairs [GENE_PAIRS][slot]: drift. */
export const DRIFT: i32 = INPUT_TIME + ROW;
/** Per slot: lineage key, site, ripeness, errors in reading axis and midline (an i16 pair). */
export const KEY: i32 = DRIFT + GENE_PAIRS * ROW;
export const SITE: i32 = KEY + ROW;
export const RIPE: i32 = SITE + ROW;
export const ERRORS: i32 = RIPE + ROW;
/** u8 for every four slots: a bit for each that is ripe. */
export const RIPE_BITS: i32 = ERRORS + ROW;

/** i32 per site: the slot of the cell that lives there; below 0 where none does. */
export const SLOT: i32 = RIPE_BITS + ROW / 16 + 16 - ((ROW / 16) & 15);
/** i32 per site: -1 where a cell lives, 0 elsewhere. */
export const LIVES: i32 = SLOT + GRID;
/** i32 per site: the contact input (free neighbour sites), in the high half. */
export const CONTACT: i32 = LIVES + GRID;
/** i16 pair per site: both morphogens, before and after they diffuse. */
export const MORPHOGENS: i32 = CONTACT + GRID;
export const DIFFUSED: i32 = MORPHOGENS + GRID;

/** i16 per site: -1 outside the body. */
export const OUTSIDE: i32 = DIFFUSED + GRID;
/** i16 per site: activator (two, in turns) and inhibitor (two, in turns) of the coat. */
export const ACTIVATOR: i32 = OUTSIDE + HALF_GRID;
export const INHIBITOR: i32 = ACTIVATOR + 2 * HALF_GRID;
/** i32 list of the offsets into the half grids where a v128 holds part of the body. */
export const COAT_PARTS: i32 = INHIBITOR + 2 * HALF_GRID;
/** u8 per site: tissues before neighbours agree. */
export const TISSUES: i32 = COAT_PARTS + (HALF_GRID / 16) * 4;
/** v128[GENES + 12]: expression of four cells at hand, i32 lanes; then the first genes again, for complexes that reach round. */
export const SPREAD: i32 = TISSUES + SITES;
/** i32[slot][12]: levels of twelve tasks' complexes, from the first fate on. */
export const LEVELS: i32 = SPREAD + (GENES + 12) * 16;
export const MEMORY_END: i32 = LEVELS + CELLS_MAX * 48;
