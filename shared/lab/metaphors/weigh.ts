/** Codes weighed: in letters, deflated, and with what has to be put right after them. */
import { deflateSync } from 'fflate';
import { type Body, SITES } from '../../sim/embryo/body.ts';

const FIELDS = 4;

/** In bytes, packed as tightly as deflate (level 9) can. */
export const deflated = (bytes: Uint8Array): number => deflateSync(bytes, { level: 9 }).length;

/**
 * What has to be said besides, until the body built is the one wanted to the last cell and shade: for tissue, red, green and blue of
 * each site the difference of 256, deflated. 0 where nothing differs. The same for whatever code built it.
 */
export function corrections(built: Body, wanted: Body): number {
  const difference = new Uint8Array(FIELDS * SITES);
  for (let at = 0; at < difference.length; at++) difference[at] = (wanted[at] ?? 0) - (built[at] ?? 0);
  return difference.some((byte) => byte !== 0) ? deflated(difference) : 0;
}
