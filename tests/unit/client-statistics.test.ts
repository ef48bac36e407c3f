import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tollsOf } from '../../client/session/population.ts';
import { courseOf, edgesFor, histogramOf, placeAmong, summarise } from '../../client/session/trait-statistics.ts';
import { unitOf } from '../../client/session/trait-units.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { columnOf, rememberTiny } from '../support/remembered.ts';

describe('the statistics of a habitat', () => {
  test('are those of the world’s own numbers, for every trait, habitat and generation', async () => {
    const { history, generations } = await rememberTiny();
    for (const [generation, { world, rows }] of generations.entries()) {
      for (const { id } of world.habitats) {
        for (const trait of TRAITS) {
          const values = columnOf(world, rows, id, trait);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
          const here = world.creatures.filter(({ habitat }) => habitat === id);
          const living = values.filter((_, at) => here[at]?.cause === 0);
          const record = history.at(generation);
          const summary = record && summarise(record, id, trait);
          expect(summary?.born).toBe(values.length);
          expect(summary?.survivors).toBe(living.length);
          if (values.length === 0) continue;
          expect(summary?.mean).toBeCloseTo(mean, 9);
          expect(summary?.spread).toBeCloseTo(Math.sqrt(variance), 9);
          expect(summary?.least).toBe(Math.min(...values));
          expect(summary?.most).toBe(Math.max(...values));
          if (living.length === 0) expect(summary?.survivorMean).toBeNull();
          else
            expect(summary?.survivorMean).toBeCloseTo(living.reduce((sum, each) => sum + each, 0) / living.length, 9);
        }
      }
    }
  });

  test('leave a gap where the page was not there', async () => {
    const { history, generations } = await rememberTiny(1, 5);
    const course = courseOf(history.records(), 0, 'size', generations.length - 1);
    expect(course.map((each) => each !== null)).toEqual(generations.map((_, at) => at >= 2));
  });

  test('put each creature into one bin, and no bin is narrower than a whole number', async () => {
    const { history } = await rememberTiny();
    const record = history.at(2);
    const summary = record && summarise(record, 1, 'cost');
    if (!record || !summary) throw new Error('It is not measured.');
    const { born, survived } = histogramOf(record, 1, 'cost', edgesFor(summary.least, summary.most));
    expect(born.reduce((sum, count) => sum + count, 0)).toBe(summary.born);
    expect(survived.reduce((sum, count) => sum + count, 0)).toBe(summary.survivors);
  });

  test('bins hold all values between round edges, whatever they are', () => {
    const value = fc.integer({ min: -5000, max: 12_288 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [least, most] = [Math.min(one, other), Math.max(one, other)];
        const edges = edgesFor(least, most);
        expect(edges.length - 1).toBeLessThanOrEqual(16);
        expect(edges[0]).toBeLessThanOrEqual(least);
        expect(edges.at(-1)).toBeGreaterThan(most);
        expect(edges.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('say how many others a creature exceeds', async () => {
    const { history, generations } = await rememberTiny();
    const record = history.at(1);
    const { world, rows } = generations[1] ?? { world: null, rows: null };
    if (!record || !world || !rows) throw new Error('It is not measured.');
    const values = columnOf(world, rows, 0, 'size');
    for (const [index, own] of values.entries()) {
      const { above, others } = placeAmong(record, 0, index, 'size');
      expect(above).toBe(values.filter((value) => value < own).length);
      expect(others).toBe(values.length - 1);
    }
  });
});

describe('births and deaths', () => {
  test('agree with the world’s history, and add up cause by cause', async () => {
    const { history, generations } = await rememberTiny();
    const world = generations.at(-1)?.world;
    if (!world) throw new Error('There is no world.');
    for (const { id } of world.habitats) {
      const tolls = tollsOf(world, history.records(), id, generations.length - 1);
      expect(tolls.map(({ born, survived }) => ({ born, survived }))).toEqual(
        world.history[id]?.map(({ born, survived }) => ({ born, survived })),
      );
      for (const { born, survived, deaths } of tolls) {
        const dead = [...deaths.values()].reduce((sum, count) => sum + count, 0);
        expect(dead).toBe((born ?? 0) - (survived ?? 0));
      }
    }
  });

  test('are known to a late comer too; what they died of is not', async () => {
    const { history, generations } = await rememberTiny(1, 6);
    const world = generations.at(-1)?.world;
    if (!world) throw new Error('There is no world.');
    const [first] = tollsOf(world, history.records(), 0, generations.length - 1);
    expect(first?.born).toBe(world.history[0]?.[0]?.born);
    expect(first?.seen).toBe(false);
  });
});

test('every trait is told in a unit of its own', () => {
  expect(unitOf('shell')).toEqual({ unit: 'percent', divisor: 10 });
  expect(unitOf('slenderness')).toEqual({ unit: 'doublings', divisor: 1000 });
  expect(unitOf('coatScale')).toEqual({ unit: 'sites', divisor: 100 });
  expect(unitOf('cost').unit).toBe('food');
});
