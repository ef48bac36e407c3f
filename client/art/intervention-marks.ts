/** The interventions as small line drawings, in a 32 × 32 box. */
import type { InterventionId } from '../../shared/sim/interventions.ts';

export const INTERVENTION_MARKS: Readonly<Record<InterventionId, string>> = {
  // A roof over a body.
  shelter: 'M3 17 16 5l13 12M8 14v13h16V14M13 27v-6a3 3 0 0 1 6 0v6',
  // A bowl that steams.
  feast: 'M4 16h24c0 7-5 11-12 11S4 23 4 16ZM11 12c-2-3 2-4 0-8M16 12c-2-3 2-4 0-8M21 12c-2-3 2-4 0-8',
  // An arch between two banks.
  bridges: 'M2 12h28M2 24c5 0 5-8 14-8s9 8 14 8M9 12v6M16 12v4M23 12v6',
  // Pales.
  fence: 'M4 28V10l3-4 3 4v18M13 28V10l3-4 3 4v18M22 28V10l3-4 3 4v18M2 15h28M2 23h28',
};
