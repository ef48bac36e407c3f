/** The lines of the card, in the order in which they stand on it, and the published experiments after them. */
import type { Claim } from './claim.ts';
import { compressed } from './claims/compressed.ts';
import { decoder } from './claims/decoder.ts';
import { distributed } from './claims/distributed.ts';
import { heritable } from './claims/heritable.ts';
import { indirect } from './claims/indirect.ts';
import { landscape } from './claims/landscape.ts';
import { latentSpace } from './claims/latent-space.ts';
import { sameGene } from './claims/same-gene.ts';
import { varies } from './claims/varies.ts';
import { canalisation } from './evolution/canalisation.ts';
import { developmentalMemory } from './evolution/developmental-memory.ts';
import { evolvable } from './evolution/evolvable.ts';
import { generalises } from './evolution/generalises.ts';
import { memory } from './evolution/memory.ts';
import { modularTraining } from './evolution/modular-training.ts';
import { robust } from './evolution/robust.ts';
import { separable } from './evolution/separable.ts';

export const CLAIMS: readonly Claim[] = [
  compressed,
  indirect,
  varies,
  heritable,
  robust,
  canalisation,
  evolvable,
  distributed,
  separable,
  landscape,
  memory,
  generalises,
  latentSpace,
  sameGene,
  decoder,
  developmentalMemory,
  modularTraining,
];

/** Throws a RangeError with a sentence that names the keys there are. */
export function claimByKey(key: string): Claim {
  const claim = CLAIMS.find((one) => one.key === key);
  if (claim) return claim;
  throw new RangeError(`There is no claim "${key}". There are: ${CLAIMS.map((one) => one.key).join(', ')}.`);
}
