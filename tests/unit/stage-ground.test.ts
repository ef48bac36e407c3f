import { describe, expect, test } from 'vitest';
import { countLevels, darknessTable, spreadOf, tintMask } from '../../client/scenes/ground-tones.ts';
import { boldnessAgainst } from '../../shared/paint/boldness.ts';
import { paintBody } from '../../shared/paint/paint.ts';
import { BODY_BYTES, BodyField, LATTICE, SITES, Tissue } from '../../shared/sim/embryo/body.ts';
import { contrastAgainst } from '../../shared/sim/pressures.ts';
import { draw, Stream } from '../../shared/sim/rng.ts';
import { measure, readTraits } from '../../shared/sim/traits.ts';
import type { Background } from '../../shared/sim/world/world.ts';

const REEF: Background = { kind: 'reef', red: 82, green: 150, blue: 156, contrast: 120, scale: 5 };
const SNOW: Background = { kind: 'snow', red: 222, green: 228, blue: 234, contrast: 22, scale: 6 };
const GROUNDS = [REEF, SNOW];

/** A mask of marks: most of it even, some light, some dark, as drawn ones are. */
function mask(pixels = 4096): Uint8ClampedArray {
  const data = new Uint8ClampedArray(pixels * 4);
  for (let at = 0; at < pixels; at++) {
    const chance = draw(1, Stream.map, at) % 100;
    data.fill(chance < 55 ? 128 : chance < 75 ? 90 + chance : 250 - chance, at * 4, at * 4 + 3);
    data[at * 4 + 3] = 255;
  }
  return data;
}

/** A body that covers the whole lattice, of one colour, under a coat of patches as dark as the ground's. */
function bodyLike(ground: Background, shift = 0): Uint8Array {
  const body = new Uint8Array(BODY_BYTES);
  for (let site = 0; site < SITES; site++) {
    body[site] = Tissue.skin;
    body[BodyField.red * SITES + site] = Math.min(255, ground.red + shift);
    body[BodyField.green * SITES + site] = Math.min(255, ground.green + shift);
    body[BodyField.blue * SITES + site] = Math.max(0, ground.blue - shift);
    const patch = (Math.floor((site % LATTICE) / 4) + Math.floor(site / LATTICE / 4)) % 2;
    body[BodyField.coat * SITES + site] = patch * ground.contrast;
  }
  return body;
}

/** Mean red, green and blue of the pixels from `first` on that `every` chooses. */
function meanColour(data: Uint8ClampedArray, counts: (pixel: number) => boolean): number[] {
  const sums = [0, 0, 0];
  let pixels = 0;
  for (let pixel = 0; pixel * 4 < data.length; pixel++) {
    if (!counts(pixel)) continue;
    pixels++;
    for (let colour = 0; colour < 3; colour++) sums[colour] = (sums[colour] ?? 0) + (data[pixel * 4 + colour] ?? 0);
  }
  return sums.map((sum) => sum / pixels);
}

const inMiddle = (side: number) => (pixel: number) =>
  [pixel % side, Math.floor(pixel / side)].every((at) => at > side * 0.25 && at < side * 0.75);

describe('the ground', () => {
  test.each(GROUNDS)('$kind has marks that deviate by half of the contrast that hunters go by', (ground) => {
    const counts = countLevels(mask());
    const { mean, deviation } = spreadOf(counts, darknessTable(counts, ground.contrast));
    expect(mean).toBeCloseTo(ground.contrast / 2, 0);
    expect(deviation).toBeCloseTo(ground.contrast / 2, 0);
  });

  test.each(GROUNDS)('$kind has the tones of a body with its numbers, and not those of another', (ground) => {
    const drawn = mask();
    tintMask(drawn, ground);
    const there = meanColour(drawn, () => true);
    const apart = (shift: number): number => {
      const { data, width } = paintBody(bodyLike(ground, shift), 4, { boldness: 0 });
      const body = meanColour(data, inMiddle(width));
      return Math.max(...body.map((level, colour) => Math.abs(level - (there[colour] ?? 0))));
    };
    expect(apart(0)).toBeLessThan(6);
    expect(apart(-60)).toBeGreaterThan(20);
  });

  test('leaves transparent pixels alone', () => {
    const drawn = new Uint8ClampedArray(8);
    tintMask(drawn, REEF);
    expect([...drawn]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('how boldly a creature is drawn', () => {
  test('follows from the contrast of which hunters take the highest', () => {
    const bold = GROUNDS.flatMap((ground) =>
      [0, -20, -60, -120].map((shift) => {
        const traits = readTraits(measure(bodyLike(ground, shift)));
        return { contrast: contrastAgainst(ground, traits), boldness: boldnessAgainst(ground, traits) };
      }),
    );
    const sorted = [...bold].sort((a, b) => a.contrast - b.contrast);
    expect(sorted.map(({ boldness }) => boldness)).toEqual(
      sorted.map(({ boldness }) => boldness).sort((a, b) => a - b),
    );
    expect(sorted[0]?.boldness).toBeLessThan(0.1);
    expect(sorted.at(-1)?.boldness).toBe(1);
  });

  test('changes outline and light, never how large a body is', () => {
    const body = bodyLike(REEF).fill(0, 0, 10 * LATTICE);
    const [hidden, plain] = [0, 1].map((boldness) => paintBody(body, 2, { boldness }).data);
    if (!hidden || !plain) throw new Error('Nothing was painted.');
    expect(hidden).not.toEqual(plain);
    const covers = (data: Uint8ClampedArray): number[] =>
      [...data].filter((_, at) => at % 4 === 3).map((a) => +(a > 0));
    expect(covers(hidden)).toEqual(covers(plain));
  });
});
