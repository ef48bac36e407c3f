/** Creatures and dials as words in a link. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount, choice, readSetting, text, writeSetting } from '../../client/lab/frame/dials.ts';
import { decodeCreature, encodeCreature } from '../../shared/lab/creature.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENOME_BYTES } from '../../shared/sim/genome.ts';

test('any creature comes back as it was', () => {
  const creatures = fc.record({
    genome: fc.uint8Array({ minLength: GENOME_BYTES, maxLength: GENOME_BYTES }),
    noiseSeed: fc.integer({ min: 0, max: 0xffffffff }),
    conditions: fc.record({
      temperature: fc.integer({ min: -100, max: 100 }),
      nutrition: fc.integer({ min: -100, max: 100 }),
      noise: fc.integer({ min: 0, max: 400 }),
    }),
  });
  fc.assert(
    fc.property(creatures, (creature) => {
      const word = encodeCreature(creature);
      expect(word).toMatch(/^[\w-]+$/);
      expect(decodeCreature(word)).toEqual(creature);
    }),
  );
});

test('a founder’s key is a creature too, and anything else is none', () => {
  for (const { key, genome } of FOUNDERS) expect(decodeCreature(key)?.genome).toEqual(genome);
  const [founder] = FOUNDERS;
  const word = encodeCreature({
    genome: founder?.genome ?? new Uint8Array(),
    noiseSeed: 1,
    conditions: { temperature: 0, nutrition: 0, noise: 100 },
  });
  const bytes = (change: (bytes: Buffer) => void): string => {
    const raw = Buffer.from(word, 'base64url');
    change(raw);
    return raw.toString('base64url');
  };
  for (const wrong of [
    '',
    'nobody',
    word.slice(0, -4),
    `${word}AAAA`,
    `${word.slice(0, 50)}!${word.slice(51)}`,
    // Of another version, too cold, too noisy.
    bytes((raw) => raw.writeUInt8(2, 0)),
    bytes((raw) => raw.writeInt8(-101, 5)),
    bytes((raw) => raw.writeUInt16LE(401, 7)),
  ]) {
    expect([wrong.slice(0, 20), decodeCreature(wrong)]).toEqual([wrong.slice(0, 20), null]);
  }
});

const DIALS = {
  count: amount(2, 64, 12),
  noise: amount(0, 400, 100, 10),
  view: choice(['film', 'atlas'], 'film'),
  drawn: text('', (said) => /^[01]*$/.test(said)),
} as const;

test('dials stand in the link as they stand on the bench', () => {
  const values = { count: 64, noise: 50, view: 'atlas', drawn: '0110' } as const;
  expect(readSetting(writeSetting('peony', values), DIALS)).toEqual({ creature: 'peony', values });
});

test('what makes no sense in a link stands as it first was, or as far as it goes', () => {
  const first = { count: 12, noise: 100, view: 'film', drawn: '' };
  expect(readSetting('', DIALS)).toEqual({ creature: null, values: first });
  expect(readSetting('#count=many&noise=&view=upside&drawn=2', DIALS).values).toEqual(first);
  expect(readSetting('#count=1e9&noise=-5', DIALS).values).toMatchObject({ count: 64, noise: 0 });
  expect(readSetting('#count=2.6&noise=104', DIALS).values).toMatchObject({ count: 3, noise: 100 });
});
