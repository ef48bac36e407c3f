/** How boldly a creature is drawn where it lives: by the very number that hunters go by. */
import { contrastAgainst } from '../sim/pressures.ts';
import type { Traits } from '../sim/traits.ts';
import type { Background } from '../sim/world/world.ts';

/** Contrasts at and below which a body is drawn as hidden, and at and above which in full. */
const HIDDEN = 12;
const PLAIN = 50;

/** 0 (its ground hides it) to 1 (it stands out), from the contrast of pressures.ts. */
export const boldnessAgainst = (ground: Background, traits: Traits): number =>
  Math.max(0, Math.min(1, (contrastAgainst(ground, traits) - HIDDEN) / (PLAIN - HIDDEN)));
