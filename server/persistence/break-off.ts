/** Why a match broke off, out of a column. */
import { BREAK_OFFS, type BreakOff } from '../../shared/protocol/listings.ts';

/** A later version may know more reasons than this one. */
export const breakOffOf = (text: string | null): BreakOff | null => BREAK_OFFS.find((why) => why === text) ?? null;
