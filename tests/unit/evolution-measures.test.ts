import { describe, expect, it } from 'vitest';
import { EVOLUTION_CLAIMS } from '../../server/model-card/evolution/claims.ts';
import { knock } from '../../server/model-card/evolution/robust.ts';
import { separable } from '../../server/model-card/evolution/separable.ts';
import { arrival } from '../../shared/lab/training/environments.ts';
import { centre, pointOf, progress, towards, yardstick } from '../../shared/lab/yardstick.ts';
import { LATTICE, MILD } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENES } from '../../shared/sim/genome.ts';
import { measure, readTraits } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';

const { grow, beginGrowth } = currentKernel();
const founder = FOUNDERS[0]?.genome ?? new Uint8Array();

describe('a yardstick', () => {
  const stick = yardstick(grow, founder, ['size', 'height'], 5);

  it('has its zero at the settlers’ mean and their standard deviation as its unit', () => {
    const body = grow(founder, 1, MILD);
    const traits = readTraits(measure(body));
    const [size = 0] = stick.middle;
    const [unit = 0] = stick.step;
    expect(pointOf(stick, traits)[0]).toBeCloseTo((traits.size - size) / unit);
    expect(pointOf(stick, { ...traits, size: size + 2 * unit })[0]).toBeCloseTo(2);
  });

  it('leaves out traits that hardly vary', () => {
    const clockwork: typeof grow = (_, __, conditions) => grow(founder, 1, conditions);
    expect(yardstick(clockwork, founder, ['size', 'height'], 5).traits).toEqual([]);
  });

  it('scores the nearer to a target higher', () => {
    const body = grow(founder, 1, MILD);
    const creature = { genome: founder, body, traits: readTraits(measure(body)) };
    const here = pointOf(stick, creature.traits);
    const away = (by: number): number =>
      towards(
        stick,
        here.map((value) => value + by),
      )(creature);
    expect(away(0)).toBeCloseTo(0);
    expect(away(1)).toBeGreaterThan(away(2));
  });

  it('tells the share of a way, whatever lies beside it', () => {
    expect(progress([1, 5], [0, 0], [4, 0])).toBe(0.25);
    expect(progress([4, 0], [0, 0], [4, 0])).toBe(1);
    expect(
      centre([
        [1, 2],
        [3, 6],
      ]),
    ).toEqual([2, 4]);
  });
});

describe('the time to arrive', () => {
  it('is interpolated between the generations before and after', () => {
    expect(arrival([0, 0.4, 0.8, 1])).toBeCloseTo(1.75);
    expect(arrival([0.9, 1])).toBe(0);
    expect(arrival([0, 0.1, 0.2])).toBe(30);
  });
});

describe('a knock', () => {
  it('changes all genes of a patch of cells and leaves the other cells as they were', () => {
    const growth = beginGrowth(founder, 1, MILD);
    while (growth.step < 22) growth.advance();
    const before = growth.expression();
    const sites = growth.sites();
    knock(growth, 4);
    const after = growth.expression();
    const changed = [...sites].filter((_, slot) =>
      Array.from({ length: GENES }, (_, gene) => gene * sites.length + slot).some((at) => after[at] !== before[at]),
    );
    const [first = 0] = changed;
    expect(changed.length).toBeGreaterThan(8);
    expect(changed.length).toBeLessThanOrEqual(49);
    for (const site of changed) {
      expect(Math.abs((site % LATTICE) - (first % LATTICE))).toBeLessThanOrEqual(8);
      expect(Math.abs(Math.floor(site / LATTICE) - Math.floor(first / LATTICE))).toBeLessThanOrEqual(8);
    }
  });
});

describe('a claim about evolution', () => {
  it('has a key of its own, a bar for its first figure, and says how it was measured', () => {
    const keys = EVOLUTION_CLAIMS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { figures, measurement } of EVOLUTION_CLAIMS) {
      expect(figures[0]?.bar).toBeDefined();
      expect(measurement).toMatch(/generations/);
    }
  });

  it('measures a finite number for each of its figures, the same for the same seed', () => {
    const lab = { seed: 2, founders: FOUNDERS.slice(0, 8), grow, beginGrowth };
    const sample = separable.measure(lab);
    expect(sample.figures).toEqual(separable.measure(lab).figures);
    for (const { key } of separable.figures) expect(sample.figures[key]).toBeGreaterThan(0);
    expect(sample.pictures.length).toBeGreaterThan(0);
  });
});
