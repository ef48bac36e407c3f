import { describe, expect, it } from 'vitest';
import { BodyField, bodyField, MILD, STEPS, VIABLE_CELLS } from '../../shared/sim/embryo/body.ts';
import * as reference from '../../shared/sim/embryo/reference.ts';
import { currentKernel } from '../support/kernel.ts';
import { type EmbryoCase, embryoCase, extremeCases } from '../support/kernel-cases.ts';

const kernel = currentKernel();
const CASES = 2000;
const BATCH = 250;
/** The reference takes its time to tell a body: each embryo is looked at after every eighth step, the next one a step later. */
const LOOK_EVERY = 8;

/** The first difference between kernel and reference in growing this embryo, in words; undefined if there is none. */
function difference({ genome, noiseSeed, conditions }: EmbryoCase, offset: number): string | undefined {
  const ours = kernel.beginGrowth(genome, noiseSeed, conditions);
  const theirs = reference.beginGrowth(genome, noiseSeed, conditions);
  for (let step = 0; step <= STEPS; step++) {
    if (ours.step !== theirs.step) return `the kernel stands at step ${ours.step}, the reference at ${theirs.step}`;
    if ((step + offset) % LOOK_EVERY === 0) {
      const at = firstDifference(ours.body(), theirs.body());
      if (at >= 0) return `after step ${step} byte ${at} of the body differs`;
    }
    if (ours.advance() !== theirs.advance()) return `step ${step} ends growth in one and not in the other`;
  }
  const final = theirs.body();
  if (firstDifference(ours.body(), final) >= 0) return 'the finished body differs';
  if (firstDifference(kernel.grow(genome, noiseSeed, conditions), final) >= 0) return 'grown whole, the body differs';
  return undefined;
}

const firstDifference = (one: Uint8Array, other: Uint8Array): number =>
  one.length === other.length ? one.findIndex((byte, at) => byte !== other[at]) : Math.min(one.length, other.length);

describe('the kernel equals the reference, byte for byte, step by step and whole', () => {
  for (let from = 0; from < CASES; from += BATCH) {
    it(`for embryos ${from} to ${from + BATCH - 1}`, { timeout: 240_000 }, () => {
      let viable = 0;
      for (let index = from; index < from + BATCH; index++) {
        const embryo = embryoCase(index);
        expect(difference(embryo, index), `embryo ${index}`).toBeUndefined();
        const tissue = bodyField(kernel.grow(embryo.genome, embryo.noiseSeed, embryo.conditions), BodyField.tissue);
        if (tissue.filter((cell) => cell !== 0).length >= VIABLE_CELLS) viable++;
      }
      // Two empty bodies are equal too: most of these must be bodies worth comparing.
      expect(viable).toBeGreaterThan(BATCH / 2);
    });
  }

  it('for genomes and conditions at their ends', { timeout: 240_000 }, () => {
    for (const [index, embryo] of extremeCases().entries()) {
      expect(difference(embryo, index), `extreme ${index}`).toBeUndefined();
    }
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
