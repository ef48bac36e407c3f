/** The dials of the bench “Between genomes”: of all its views together, so that a link keeps them all. */

import { WAYS } from '../../../shared/lab/between/map.ts';
import { KINSHIPS } from '../../../shared/lab/between/partner.ts';
import { amount, choice } from '../frame/dials.ts';
import type { BenchState } from '../frame/use-bench.ts';

export const VIEWS = ['line', 'map', 'crosses', 'mutations'] as const;

export const DIALS = {
  view: choice(VIEWS, 'line'),
  partner: choice(KINSHIPS, 'kin'),
  /** Per cent of the way. */
  position: amount(0, 100, 50, 5),
  ways: choice(WAYS, 'random'),
  reach: amount(2, 60, 20, 2),
  children: amount(1, 8, 4),
  /** Bytes changed in each mutant. */
  letters: amount(1, 32, 1),
  count: amount(16, 256, 96, 16),
  /** Chooses partners, ways and mutations: another number is another draw. */
  draw: amount(1, 30, 1),
} as const;

export type BetweenState = BenchState<typeof DIALS>;
