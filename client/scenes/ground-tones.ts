/**
 * A ground's tones from a habitat's numbers, the ones that hunters' contrast is computed from (shared/sim/pressures.ts): the
 * colour is the ground's, and its marks are a coat whose darkness deviates from its mean by half of the ground's contrast, so that a
 * skin with the same colour and the same coat has the same tones. Plain numbers; no canvas.
 */
import { flatTone } from '../../shared/paint/skin-tone.ts';
import type { Background } from '../../shared/sim/world/world.ts';

const LEVELS = 256;
const DARKEST = 255;
const STEPS = 24;

/** How many pixels of each level there are: Uint32Array[256]. `mask`: RGBA, of which red is read where alpha is full. */
export function countLevels(mask: Uint8ClampedArray): Uint32Array {
  const counts = new Uint32Array(LEVELS);
  for (let at = 0; at < mask.length; at += 4) {
    if (mask[at + 3] !== DARKEST) continue;
    const level = mask[at] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts;
}

interface Spread {
  readonly mean: number;
  /** Mean distance from the mean, as traits' coatContrast has it. */
  readonly deviation: number;
}

/** Of the darkness that a table gives to so many pixels of each level. */
export function spreadOf(counts: Uint32Array, table: ArrayLike<number>): Spread {
  let [pixels, sum, apart] = [0, 0, 0];
  counts.forEach((count, level) => {
    pixels += count;
    sum += count * (table[level] ?? 0);
  });
  if (pixels === 0) return { mean: 0, deviation: 0 };
  const mean = sum / pixels;
  counts.forEach((count, level) => {
    apart += count * Math.abs((table[level] ?? 0) - mean);
  });
  return { mean, deviation: apart / pixels };
}

/** Float32Array[256]: the darkness (0 to 255) of each level of a mask, whose mean and deviation are half of `contrast`. */
export function darknessTable(counts: Uint32Array, contrast: number): Float32Array {
  const wanted = contrast / 2;
  const { mean } = spreadOf(
    counts,
    Float32Array.from({ length: LEVELS }, (_, level) => level),
  );
  const table = new Float32Array(LEVELS);
  const fill = (gain: number): number => {
    // Light levels first: a darkness cannot go below none, so the mean is put right before the spread is judged.
    for (let level = 0; level < LEVELS; level++) {
      table[level] = Math.max(0, Math.min(DARKEST, wanted + (level - mean) * gain));
    }
    const drift = wanted - spreadOf(counts, table).mean;
    for (let level = 0; level < LEVELS; level++) {
      table[level] = Math.max(0, Math.min(DARKEST, (table[level] ?? 0) + drift));
    }
    return spreadOf(counts, table).deviation;
  };
  let [low, high] = [0, 16];
  for (let step = 0; step < STEPS; step++) {
    const gain = (low + high) / 2;
    if (fill(gain) < wanted) low = gain;
    else high = gain;
  }
  fill(low);
  return table;
}

/** Turns a mask (RGBA) into the ground itself, in place; transparent pixels stay so. */
export function tintMask(mask: Uint8ClampedArray, background: Background): void {
  const darkness = darknessTable(countLevels(mask), background.contrast);
  const tones = [background.red, background.green, background.blue].map((level) =>
    darkness.map((dark) => flatTone(level, dark)),
  );
  const [red, green, blue] = tones;
  for (let at = 0; at < mask.length; at += 4) {
    if (mask[at + 3] === 0) continue;
    const level = mask[at] ?? 0;
    mask[at] = red?.[level] ?? 0;
    mask[at + 1] = green?.[level] ?? 0;
    mask[at + 2] = blue?.[level] ?? 0;
  }
}
