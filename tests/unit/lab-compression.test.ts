/** Genomes written shorter, and what is said of what they grow into. */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  BITS_KEPT,
  DECODER,
  GENES_KEPT,
  LEAST_GENES,
  shortenAllWays,
  shortenOnce,
  sortedRightly,
  study,
  TOLD_APART,
  TRIALS,
} from '../../shared/lab/compression/compression.ts';
import { packGenome, unpackGenome } from '../../shared/lab/compression/packing.ts';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import { gatherTwins } from '../../shared/lab/likeness.ts';
import { knockOut } from '../../shared/lab/mutants.ts';
import { BODY_BYTES, MILD, SITES } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { GENE_BYTES, GENES, GENOME_BYTES } from '../../shared/sim/genome.ts';
import { currentKernel, currentKernelBytes } from '../support/kernel.ts';

const kernel = currentKernel();
const genome = founderByKey('leopardcream')?.genome ?? new Uint8Array();
const of = { genome, noiseSeed: 1, conditions: MILD };
const studied = conduct(study, kernel, of);
const ask = { of, order: studied.order, twins: studied.twins };

describe('a genome written shorter', () => {
  test('is the same again when nothing was left out', () => {
    for (const { genome: whole } of FOUNDERS) expect(unpackGenome(packGenome(whole, [], 8))).toEqual(whole);
  });

  test('takes three bytes of head, and then its bits', () => {
    for (const bits of BITS_KEPT) {
      for (const missing of [0, 1, 6]) {
        const packed = packGenome(genome, studied.order.slice(0, missing), bits);
        expect(packed).toHaveLength(3 + Math.ceil(((GENOME_BYTES - missing * GENE_BYTES) * bits) / 8));
      }
    }
  });

  test('keeps the highest bits of each number, and puts it in the middle of those that look alike', () => {
    const numbers = new Uint8Array(GENOME_BYTES);
    numbers.set([0x00, 0x3f, 0x40, 0x7f, 0x80, 0xff]);
    expect([...unpackGenome(packGenome(numbers, [], 2)).subarray(0, 6)]).toEqual([0x20, 0x20, 0x60, 0x60, 0xa0, 0xe0]);
    expect([...unpackGenome(packGenome(numbers, [], 1)).subarray(0, 6)]).toEqual([0x40, 0x40, 0x40, 0x40, 0xc0, 0xc0]);
    expect([...unpackGenome(packGenome(numbers, [], 7)).subarray(0, 6)]).toEqual([0x01, 0x3f, 0x41, 0x7f, 0x81, 0xff]);
  });

  test('has null alleles for the genes that are left out, and all others as they were', () => {
    const silent = [3, 12, 15].reduce(knockOut, genome);
    // What never changes has no rate.
    for (const gene of [3, 12, 15]) silent[(gene + 1) * GENE_BYTES - 1] = 0;
    expect(unpackGenome(packGenome(genome, [3, 12, 15], 8))).toEqual(silent);
  });
});

describe('what is weighed', () => {
  test('is what there is, deflated as well as others deflate it', () => {
    expect(studied.genome.bytes).toBe(GENOME_BYTES);
    expect(studied.body.bytes).toBe(BODY_BYTES);
    expect(studied.map.bytes).toBe(2 * GENES * SITES);
    const [own, still] = [MILD, { ...MILD, noise: 0 }].map((conditions) => kernel.grow(genome, 1, conditions));
    for (const [weight, bytes] of [
      [studied.genome, genome],
      [studied.body, own],
      [studied.still, still],
    ] as const) {
      const elsewhere = deflateRawSync(bytes ?? new Uint8Array(), { level: 9 }).length;
      expect(Math.abs(weight.deflated / elsewhere - 1)).toBeLessThan(0.05);
    }
    // The model card's line: at least ten times.
    expect(studied.map.deflated / studied.genome.deflated).toBeGreaterThan(10);
  });

  test('is compared with the decoder as it is built', () => {
    const bytes = currentKernelBytes();
    expect(DECODER.bytes).toBe(bytes.length);
    expect(DECODER.deflated).toBe(deflateRawSync(bytes, { level: 9 }).length);
  });
});

describe('sorting', () => {
  test('puts all in the right pile where piles are far apart, and none where each is nearest to one of the other', () => {
    const pile = (at: number) => Array.from({ length: 5 }, (_, one) => [100 * at + one, 7]);
    expect(sortedRightly(pile(0), pile(1))).toBe(10);
    expect(sortedRightly([[0], [100]], [[1], [101]])).toBe(0);
  });

  test('does not tell real twins from others', () => {
    for (const founder of FOUNDERS.filter((_, at) => at % 4 === 0)) {
      const whole = { ...of, genome: founder.genome };
      const twins = gatherTwins(kernel.grow, founder.genome, 1);
      const { sorted } = conduct(shortenOnce, kernel, { of: whole, order: [], twins, genes: GENES, bits: 8 });
      expect(sorted, founder.key).toBeLessThan(TOLD_APART);
    }
  });
});

describe('shortening', () => {
  test('takes genes in an order, each once, until so many are left', () => {
    expect(studied.order).toHaveLength(GENES - LEAST_GENES);
    expect(new Set(studied.order).size).toBe(GENES - LEAST_GENES);
    expect(studied.order.every((gene) => gene >= 0 && gene < GENES)).toBe(true);
  });

  test('by nothing grows the same bodies, in 268 bytes', () => {
    const { bodies, bytes, apart, print } = conduct(shortenOnce, kernel, { ...ask, genes: GENES, bits: 8 });
    expect(bytes).toBe(GENOME_BYTES);
    expect(bodies[0]).toEqual(kernel.grow(genome, 1, MILD));
    bodies.forEach((body, at) => {
      if (at % 2 === 1) expect(body).toEqual(bodies[at - 1]);
    });
    expect(apart).toHaveLength(bodies.length);
    expect(print).toBe(fingerprint(bodies));
  });

  test('leaves more alike with more genes and bits; the table says what the dials say', () => {
    const { cells, bodies, print } = conduct(shortenAllWays, kernel, ask);
    expect(cells).toHaveLength(GENES_KEPT.length * BITS_KEPT.length);
    expect(bodies).toHaveLength(cells.length);
    const at = (genes: (typeof GENES_KEPT)[number], bits: (typeof BITS_KEPT)[number]): number =>
      GENES_KEPT.indexOf(genes) * BITS_KEPT.length + BITS_KEPT.indexOf(bits);
    const [whole, half, coarse, few] = [at(16, 8), at(16, 4), at(16, 2), at(8, 8)].map((place) => cells[place]);
    expect(whole?.sorted).toBeLessThan(TOLD_APART);
    expect(half?.sorted).toBeLessThan(TOLD_APART);
    expect(half?.bytes).toBe(137);
    expect(coarse?.sorted).toBe(2 * TRIALS);
    expect(few?.sorted).toBe(2 * TRIALS);
    expect(coarse?.alike).toBeLessThan(half?.alike ?? 0);
    const once = conduct(shortenOnce, kernel, { ...ask, genes: 14, bits: 5 });
    expect(once).toMatchObject(cells[at(14, 5)] ?? {});
    expect(once.bodies[1]).toEqual(bodies[at(14, 5)]);
    expect(print).toBe(fingerprint(bodies));
  });
});

test('the words name the numbers that hold', () => {
  const words = readFileSync(new URL('../../client/i18n/lab/en.json', import.meta.url), 'utf8');
  expect(words).toContain(`at most ${TOLD_APART - 1} (81 trials`);
  expect(words).toContain(`of ${TRIALS} bodies could pass for twins`);
});
