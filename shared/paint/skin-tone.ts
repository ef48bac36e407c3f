/**
 * From a body's numbers to light: the one way in which skin is coloured, on bodies and on the ground that they hide on. A body
 * whose colour and coat are the ground's numbers gets the ground's very tones.
 */

/** Dark skin is not ink and light skin is not paper, so that form can be seen on both: a level of 0 to 255 becomes 26 to 245. */
const DARKEST = 26;
const SPREAD = 0.86;
/** A flat surface's share of the light. */
export const FLAT_LIGHT = 0.96;
/** How much light the darkest coat swallows. */
export const COAT_DEPTH = 0.78;

/** A colour's level as drawn where light falls full on it. */
export const skinLevel = (level: number): number => DARKEST + level * SPREAD;

/** What a coat of this darkness (0 to 255) leaves of the light, 0.22 to 1. */
export const coatLight = (darkness: number): number => 1 - (darkness / 255) * COAT_DEPTH;

/** A level (0 to 255) as drawn on a flat surface under a coat of `darkness`. */
export const flatTone = (level: number, darkness: number): number =>
  skinLevel(level) * FLAT_LIGHT * coatLight(darkness);
