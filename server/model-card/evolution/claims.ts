/** The lines of the card that are about evolution. */
import type { Claim } from '../claim.ts';

export const EVOLUTION_CLAIMS: readonly Claim[] = [];
