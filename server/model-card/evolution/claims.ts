/** The lines of the card that are about evolution. */
import type { Claim } from '../claim.ts';
import { canalisation } from './canalisation.ts';
import { developmentalMemory } from './developmental-memory.ts';
import { evolvable } from './evolvable.ts';
import { generalises } from './generalises.ts';
import { memory } from './memory.ts';
import { modularTraining } from './modular-training.ts';
import { robust } from './robust.ts';
import { separable } from './separable.ts';

export const EVOLUTION_CLAIMS: readonly Claim[] = [
  robust,
  canalisation,
  evolvable,
  separable,
  memory,
  generalises,
  developmentalMemory,
  modularTraining,
];
