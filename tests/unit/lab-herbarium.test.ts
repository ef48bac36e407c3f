/** A genome in letters, its edits as a word, and what an edit does to the body beside what chance does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import { type Rewritten, rewrite } from '../../shared/lab/herbarium.ts';
import { type Edit, edited, MOST_STEPS, readEdits, withEdit, writeEdits } from '../../shared/lab/herbarium-edits.ts';
import { fromLetters, GENOME_LETTERS, inLetters, lettersApart } from '../../shared/lab/letters.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';
import { readTraits } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';

const aGenome = fc.uint8Array({ minLength: GENOME_BYTES, maxLength: GENOME_BYTES });
const anEdit = fc.integer({ min: 0, max: GENOME_BYTES - 1 }).chain((at) =>
  fc.record({
    at: fc.constant(at),
    bytes: fc.uint8Array({ minLength: 1, maxLength: Math.min(14, GENOME_BYTES - at) }),
  }),
);

describe('letters', () => {
  test('stand for two bits each, the highest first', () => {
    expect(inLetters(Uint8Array.of(0, 0x1b, 0xff, 0x80))).toBe('AAAAACGTTTTTGAAA');
    expect(fromLetters('ACGT')).toEqual(Uint8Array.of(0x1b));
    expect(GENOME_LETTERS).toBe(1072);
  });

  test('come back as bytes, also grouped, numbered and in small letters', () => {
    fc.assert(
      fc.property(aGenome, (genome) => {
        const letters = inLetters(genome);
        const grouped = letters.replace(/.{56}/g, (line) => `${line.length} ${line.replace(/(.{4})/g, '$1 ')}\n`);
        expect(letters).toHaveLength(GENOME_LETTERS);
        expect(fromLetters(letters)).toEqual(genome);
        expect(fromLetters(grouped.toLowerCase())).toEqual(genome);
      }),
    );
  });

  test.each(['ACG', 'ACGU', 'ACG-', 'ACGTA', 'ÄCGT'])('%s is nothing to read', (text) => {
    expect(fromLetters(text)).toBeNull();
  });

  test('that differ are counted one by one', () => {
    const { genome } = FOUNDERS[0] ?? { genome: new Uint8Array(GENOME_BYTES) };
    const other = Uint8Array.from(genome);
    other[5] = (other[5] ?? 0) ^ 0b11_00_00_01;
    other[200] = (other[200] ?? 0) ^ 0b10;
    expect(lettersApart(genome, other)).toBe(3);
    const [one, two] = [inLetters(genome), inLetters(other)];
    expect([...one].filter((letter, at) => letter !== two[at])).toHaveLength(3);
  });
});

describe('edits', () => {
  test('come back from their word as they were', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 20 }), (edits) => {
        const word = writeEdits(edits);
        expect(word).toMatch(/^[0-9a-f.]*$/);
        expect(readEdits(word)).toEqual(edits);
      }),
    );
    expect(writeEdits([{ at: 39, bytes: Uint8Array.of(67) }])).toBe('02743.');
  });

  test.each(['02743', '0274.', '10c00.', '10b0000.', 'x', '02743.02743', '02743. '])(
    '“%s” is no word of edits',
    (word) => {
      expect(readEdits(word)).toBeNull();
    },
  );

  test('are made in their order on a copy', () => {
    const genome = new Uint8Array(GENOME_BYTES);
    const edits: Edit[] = [
      { at: 1, bytes: Uint8Array.of(1, 2, 3) },
      { at: 2, bytes: Uint8Array.of(9) },
    ];
    expect([...edited(genome, edits).subarray(0, 5)]).toEqual([0, 1, 9, 3, 0]);
    expect(genome.every((byte) => byte === 0)).toBe(true);
  });

  test('of one byte, turned on and on, are one step; of another byte the next', () => {
    const genome = new Uint8Array(GENOME_BYTES);
    const one = (at: number, value: number): Edit => ({ at, bytes: Uint8Array.of(value) });
    const steps = [one(4, 1), one(4, 2), one(5, 1), one(4, 3)].reduce<readonly Edit[]>(
      (edits, edit) => withEdit(genome, edits, edit),
      [],
    );
    expect(steps).toEqual([one(4, 2), one(5, 1), one(4, 3)]);
  });

  test('that are very many still come to the same genome, in a word that can be read', () => {
    fc.assert(
      fc.property(
        aGenome,
        fc.array(anEdit, { minLength: 2 * MOST_STEPS, maxLength: 3 * MOST_STEPS }),
        (genome, all) => {
          const steps = all.reduce<readonly Edit[]>((edits, edit) => withEdit(genome, edits, edit), []);
          expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
          expect(edited(genome, steps)).toEqual(edited(genome, all));
          expect(readEdits(writeEdits(steps))).toEqual(steps);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a rewritten creature', () => {
  const kernel = currentKernel();
  const genome = founderByKey('garnetmoth')?.genome ?? new Uint8Array();
  const before = { genome, noiseSeed: 1, conditions: MILD };
  const rewritten = (edits: readonly Edit[]): Rewritten =>
    conduct(rewrite, kernel, { before, after: { ...before, genome: edited(genome, edits) }, twins: 16 });
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

  test('is the same to the byte where nothing was edited, while its twins differ', () => {
    const { bodies, byEdit, byChance, traits } = rewritten([]);
    expect(bodies[0]).toEqual(bodies[1]);
    expect(byEdit).toEqual(new Array(17).fill(0));
    expect(traits[0]).toEqual(traits[1]);
    expect(median(byChance)).toBeGreaterThan(0.4);
  });

  test('by the letter with which the bench begins is further from itself than any of its twins, with all dice', () => {
    const { bodies, byEdit, byChance, traits, print } = rewritten(readEdits('02743.') ?? []);
    expect(lettersApart(genome, edited(genome, readEdits('02743.') ?? []))).toBe(1);
    expect(byEdit[0]).toBe(divergence(bodies[0] ?? new Uint8Array(), bodies[1] ?? new Uint8Array()));
    expect(Math.min(...byEdit)).toBeGreaterThan(Math.max(...byChance));
    expect(readTraits(traits[1]).size).toBeGreaterThan(40);
    expect(print).toBe(fingerprint(bodies));
    expect(rewritten(readEdits('02743.') ?? []).print).toBe(print);
  });

  test('by one letter of all 3,216 changes nothing for more than one in ten, and often less than chance does', () => {
    const { byChance } = rewritten([]);
    const body = kernel.grow(genome, 1, MILD);
    const shares: number[] = [];
    for (let at = 0; at < GENOME_BYTES; at++) {
      for (const flip of [1, 2, 3].flatMap((bits) => [0, 2, 4, 6].map((place) => bits << place))) {
        const other = edited(genome, [{ at, bytes: Uint8Array.of((genome[at] ?? 0) ^ flip) }]);
        shares.push(divergence(body, kernel.grow(other, 1, MILD)));
      }
    }
    expect(shares).toHaveLength(3 * GENOME_LETTERS);
    expect(shares.filter((share) => share === 0).length / shares.length).toBeGreaterThan(0.1);
    expect(median(shares)).toBeLessThan(median(byChance) / 2);
  });
});
