/** What numbers of a film mean: apart, so that who reads one need not load what makes one. */

/** Full expression, q14: expression over this is a share from 0 to 1. */
export const FULL = 16384;

/** The step of its death, of a cell that lived to the end. */
export const NEVER = 255;
