import { describe, expect, it } from 'vitest';
import { divergence } from '../../shared/sim/divergence.ts';
import {
  type Body,
  BodyField,
  bodyField,
  type GrowthConditions,
  MILD,
  VIABLE_CELLS,
} from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { measure, readTraits } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';

const { grow } = currentKernel();
const TWINS = 8;
const litter = (genome: Uint8Array, conditions: GrowthConditions = MILD): Body[] =>
  Array.from({ length: TWINS }, (_, twin) => grow(genome, 1000 + 77 * twin, conditions));

function meanApart(pairs: [Body, Body][]): number {
  return pairs.reduce((sum, [a, b]) => sum + divergence(a, b), 0) / pairs.length;
}

const pairsWithin = (bodies: Body[]): [Body, Body][] =>
  bodies.flatMap((a, i) => bodies.slice(i + 1).map((b): [Body, Body] => [a, b]));

describe('founders', () => {
  const litters = FOUNDERS.map((founder) => litter(founder.genome));

  it('are at least eight, with keys, names and lines of their own', () => {
    expect(FOUNDERS.length).toBeGreaterThanOrEqual(8);
    expect(new Set(FOUNDERS.map((f) => f.key)).size).toBe(FOUNDERS.length);
    expect(new Set(FOUNDERS.map((f) => f.name)).size).toBe(FOUNDERS.length);
  });

  it('grow viable bodies from every noise seed tried', () => {
    for (const bodies of litters) {
      for (const body of bodies) expect(readTraits(measure(body)).size).toBeGreaterThanOrEqual(VIABLE_CELLS);
    }
  });

  it('differ from each other more than twins of one founder differ, for every pair of founders', () => {
    const within = litters.map((bodies) => meanApart(pairsWithin(bodies)));
    litters.forEach((a, i) => {
      litters.slice(i + 1).forEach((b, offset) => {
        const across = meanApart(a.flatMap((x) => b.map((y): [Body, Body] => [x, y])));
        expect(across).toBeGreaterThan(Math.max(within[i] ?? 1, within[i + 1 + offset] ?? 1));
      });
    });
  });
});

describe('twins', () => {
  it('are never the same body, in any founder', () => {
    for (const founder of FOUNDERS) {
      for (const [a, b] of pairsWithin(litter(founder.genome))) expect(divergence(a, b)).toBeGreaterThan(0);
    }
  });

  it('are the same body to the byte when noise is 0', () => {
    for (const founder of FOUNDERS) {
      const [first, ...rest] = litter(founder.genome, { ...MILD, noise: 0 });
      for (const other of rest) expect(other).toEqual(first);
    }
  });

  it('come further apart the stronger the noise', () => {
    const founders = FOUNDERS.slice(0, 4);
    const spread = (noise: number): number =>
      founders.reduce((sum, f) => sum + meanApart(pairsWithin(litter(f.genome, { ...MILD, noise }))), 0);
    const [faint, natural, strong] = [spread(25), spread(100), spread(300)];
    expect(faint).toBeLessThan(natural);
    expect(natural).toBeLessThan(strong);
  });

  it('wear coats of their own where the species is patterned', () => {
    const patterned = FOUNDERS.filter((f) => readTraits(measure(grow(f.genome, 5, MILD))).coatContrast > 15);
    expect(patterned.length).toBeGreaterThan(2);
    for (const { genome } of patterned) {
      const coats = litter(genome).map((body) => bodyField(body, BodyField.coat).join());
      expect(new Set(coats).size).toBe(TWINS);
    }
  });
});

describe('conditions of growth', () => {
  it('bend development: the same genome and seed give another body in another temperature or at another table', () => {
    const bent = FOUNDERS.filter(({ genome }) => {
      const mild = grow(genome, 9, MILD);
      const hot = grow(genome, 9, { ...MILD, temperature: 80 });
      const lavish = grow(genome, 9, { ...MILD, nutrition: 80 });
      return divergence(mild, hot) > 0 && divergence(mild, lavish) > 0;
    });
    expect(bent.length).toBeGreaterThan(FOUNDERS.length / 2);
  });
});
