import { describe, expect, it } from 'vitest';
import { BodyField, bodyField, type Growth, MILD, STEPS, Tissue } from '../../shared/sim/embryo/body.ts';
import { PARTS } from '../../shared/sim/embryo/network.ts';
import * as reference from '../../shared/sim/embryo/reference.ts';
import { GENES, Task } from '../../shared/sim/genome.ts';
import { mix } from '../../shared/sim/rng.ts';
import { currentKernel } from '../support/kernel.ts';
import { embryoCase } from '../support/kernel-cases.ts';

const kernel = currentKernel();
const CASES = 120;

/** Values of expression from far below 0 to far above full; every fourth embryo's are at the two ends of what a cell can hold. */
function perturbation(length: number, index: number, step: number): Int16Array {
  return Int16Array.from({ length }, (_, at) => {
    const draw = mix(mix(index * 64 + step) + at);
    return index % 4 === 0 ? (draw & 1 ? 16384 : 0) : (draw << 16) >> 16;
  });
}

function bothOf(index: number): [Growth, Growth] {
  const { genome, noiseSeed, conditions } = embryoCase(index);
  return [kernel.beginGrowth(genome, noiseSeed, conditions), reference.beginGrowth(genome, noiseSeed, conditions)];
}

const seenIn = (growth: Growth) => ({
  step: growth.step,
  sites: growth.sites(),
  expression: growth.expression(),
  body: growth.body(),
});

/** Most of a comparison's time would go into describing thousands of equal numbers. */
const same = (one: ArrayLike<number>, other: ArrayLike<number>): boolean =>
  one.length === other.length && Array.from(one).every((value, at) => value === other[at]);

describe('an embryo under the microscope', () => {
  it('shows the same cells, expression and body in kernel and reference, left alone and perturbed', {
    timeout: 240_000,
  }, () => {
    for (let index = 0; index < CASES; index++) {
      const [ours, theirs] = bothOf(index);
      /** Three steps at which this embryo is perturbed; often also before the first step of all. */
      const perturbed = [index % 5, 7 + (index % 13), 21 + (index % 23)];
      for (let step = 0; step <= STEPS; step++) {
        const [seen, expected] = [seenIn(ours), seenIn(theirs)];
        for (const what of ['sites', 'expression', 'body'] as const) {
          if (!same(seen[what], expected[what]))
            throw new Error(`Embryo ${index}: ${what} differs after step ${step}.`);
        }
        if (perturbed.includes(step)) {
          const values = perturbation(seen.expression.length, index, step);
          ours.setExpression(values);
          theirs.setExpression(values);
          expect(same(ours.expression(), theirs.expression())).toBe(true);
        }
        expect(ours.advance()).toBe(theirs.advance());
      }
      expect(ours.step).toBe(STEPS);
      expect(same(ours.body(), theirs.body())).toBe(true);
    }
  });
});

for (const [name, { beginGrowth, grow }] of Object.entries({ kernel, reference })) {
  describe(`the microscope of the ${name}`, () => {
    const { genome, noiseSeed } = embryoCase(1);
    const begin = (steps: number): Growth => {
      const growth = beginGrowth(genome, noiseSeed, MILD);
      while (growth.step < steps) growth.advance();
      return growth;
    };

    it('finds a cell at each site that has a tissue, and expression of all its genes', () => {
      for (const steps of [0, 20, STEPS]) {
        const growth = begin(steps);
        const tissue = bodyField(growth.body(), BodyField.tissue);
        const inhabited = [...tissue.keys()].filter((site) => tissue[site] !== 0);
        expect([...growth.sites()].sort((a, b) => a - b)).toEqual(inhabited);
        expect(growth.expression()).toHaveLength(GENES * inhabited.length);
      }
      expect(Math.max(...begin(STEPS).expression())).toBeGreaterThan(8192);
    });

    it('takes a perturbation, gene-major, within what cells can hold', () => {
      const growth = begin(20);
      const cells = growth.sites().length;
      const values = growth.expression();
      const parts = PARTS.map((part) => (Task.eye + part) % GENES);
      for (let gene = 0; gene < GENES; gene++) {
        values.fill(parts.includes(gene) ? 32767 : -1, gene * cells, (gene + 1) * cells);
      }
      growth.setExpression(values);
      const now = growth.expression();
      for (let gene = 0; gene < GENES; gene++) {
        const level = new Set(now.subarray(gene * cells, (gene + 1) * cells));
        expect(level).toEqual(new Set([parts.includes(gene) ? 16384 : 0]));
      }
      // No other fate's complex is half as strong.
      expect(new Set(bodyField(growth.body(), BodyField.tissue))).toEqual(new Set([0, Tissue.eye]));
    });

    it('changes what becomes of the embryo only if it changes something', () => {
      const [looked, changed] = [begin(20), begin(20)];
      looked.setExpression(looked.expression());
      changed.setExpression(changed.expression().map((value) => 16384 - value));
      for (const growth of [looked, changed]) while (growth.advance());
      expect(looked.body()).toEqual(grow(genome, noiseSeed, MILD));
      expect(changed.body()).not.toEqual(looked.body());
    });

    it('hands out copies', () => {
      for (const steps of [20, STEPS]) {
        const growth = begin(steps);
        const [sites, expression] = [growth.sites(), growth.expression()];
        growth.sites().fill(0);
        growth.expression().fill(0);
        expect(growth.sites()).toEqual(sites);
        expect(growth.expression()).toEqual(expression);
      }
    });

    it('still shows a grown embryo when others have grown since, but changes it no more', () => {
      const growth = begin(STEPS);
      const seen = seenIn(growth);
      const other = embryoCase(2);
      const later = beginGrowth(other.genome, other.noiseSeed, other.conditions);
      while (later.advance());
      expect(seenIn(growth)).toEqual(seen);
      expect(() => growth.setExpression(seen.expression)).toThrow('has ended its growth');
      expect(seenIn(growth)).toEqual(seen);
    });

    it('refuses a perturbation of another length', () => {
      const growth = begin(0);
      expect(() => growth.setExpression(new Int16Array(63))).toThrow(
        new RangeError('An embryo of 4 cells has 64 values of expression (16 genes of each cell), not 63.'),
      );
    });
  });
}
