/** One body to grow: all that it follows from. */
import type { GrowthConditions } from './embryo/body.ts';

export interface Seedling {
  readonly genome: Uint8Array;
  readonly noiseSeed: number;
  readonly conditions: GrowthConditions;
}
