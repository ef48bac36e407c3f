import { describe, expect, it } from 'vitest';
import { MILD } from '../../shared/sim/embryo/body.ts';
import { currentKernel } from '../support/kernel.ts';
import { embryoCase, extremeCases } from '../support/kernel-cases.ts';
import { difference } from '../support/kernel-comparison.ts';
import { compareIn } from '../support/kernel-engines.ts';

const kernel = currentKernel();
/** `npm run test:long` compares 100,000, in more than one engine. */
const CASES = 2000;
const BATCH = 500;

describe('the kernel equals the reference, byte for byte, step by step and whole', () => {
  for (let from = 0; from < CASES; from += BATCH) {
    it(`for embryos ${from} to ${from + BATCH - 1}`, { timeout: 240_000 }, async () => {
      const { differences, viable, bodies } = await compareIn('node', from, BATCH);
      expect(differences).toEqual([]);
      expect(bodies).toHaveLength(BATCH);
      // Two empty bodies are equal too: most of these must be bodies worth comparing.
      expect(viable).toBeGreaterThan(BATCH / 2);
    });
  }

  it('for genomes and conditions at their ends', { timeout: 240_000 }, () => {
    for (const [index, embryo] of extremeCases().entries()) {
      expect(difference(kernel, embryo, index), `extreme ${index}`).toBeUndefined();
    }
  });

  it('and where they would differ, the comparison says so', () => {
    const other = { ...kernel, grow: (): Uint8Array => new Uint8Array(5120) };
    expect(difference(other, embryoCase(1), 1)).toBe('grown whole, the body differs');
    const { genome, noiseSeed } = embryoCase(2);
    const elsewhere = { ...kernel, beginGrowth: () => kernel.beginGrowth(genome, noiseSeed, MILD) };
    expect(difference(elsewhere, embryoCase(1), 1)).toMatch(/differs/);
  });
});

describe('the kernel', () => {
  it('grows several embryos at once without mixing them up', () => {
    const embryos = [1, 2, 4].map(embryoCase);
    const growths = embryos.map((e) => kernel.beginGrowth(e.genome, e.noiseSeed, e.conditions));
    while (growths.map((growth) => growth.advance()).some(Boolean));
    const bodies = growths.map((growth) => growth.body());
    expect(bodies).toEqual(embryos.map((e) => kernel.grow(e.genome, e.noiseSeed, e.conditions)));
  });

  it('hands out bodies that later growth does not touch', () => {
    const [first, second] = [embryoCase(1), embryoCase(2)];
    const body = kernel.grow(first.genome, first.noiseSeed, first.conditions);
    const copy = body.slice();
    const other = kernel.grow(second.genome, second.noiseSeed, second.conditions);
    expect(body).toEqual(copy);
    expect(other).not.toEqual(copy);
  });

  it('grows identical twins where noise is 0, and no two the same where it is not', () => {
    for (const index of [1, 2, 4, 5]) {
      const { genome } = embryoCase(index);
      const still = { ...MILD, noise: 0 };
      expect(kernel.grow(genome, 1, still)).toEqual(kernel.grow(genome, 2, still));
      expect(kernel.grow(genome, 1, MILD)).not.toEqual(kernel.grow(genome, 2, MILD));
    }
  });
});
