/** What the bench of twins reckons, by hand and by the kernel. */
import { describe, expect, test } from 'vitest';
import { steadiness } from '../../client/lab/twins/steadiness.ts';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import {
  type ClonesAsk,
  cloneSeeds,
  growClones,
  measureSpecies,
  PARTING_STEPS,
  spreadOf,
  watchParting,
} from '../../shared/lab/twins.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import { MILD, STEPS } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measure } from '../../shared/sim/traits.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const genome = founderByKey('garnetmoth')?.genome ?? new Uint8Array();
const ask = (changes: Partial<ClonesAsk> = {}): ClonesAsk => ({
  genome,
  noiseSeed: 7,
  conditions: MILD,
  count: 6,
  ...changes,
});

describe('clones', () => {
  test('begin with the creature itself, and each grows from a seed of its own', () => {
    const { bodies, traits, print } = conduct(growClones, kernel, ask());
    const seeds = cloneSeeds(7, 6);
    expect(seeds[0]).toBe(7);
    expect(new Set(seeds).size).toBe(6);
    expect(bodies).toEqual(seeds.map((seed) => kernel.grow(genome, seed, MILD)));
    expect([...traits.subarray(0, TRAITS.length)]).toEqual([...measure(bodies[0] ?? new Uint8Array())]);
    expect(print).toBe(fingerprint(bodies));
    expect(print).toMatch(/^[0-9a-f]{32}$/);
  });

  test('more of them are the same and some more', () => {
    const [few, many] = [4, 9].map((count) => conduct(growClones, kernel, ask({ count })));
    expect(many?.bodies.slice(0, 4)).toEqual(few?.bodies);
  });

  test('are held against the first, cell by cell', () => {
    const { bodies, apart, where } = conduct(growClones, kernel, ask());
    const [first = new Uint8Array(), ...others] = bodies;
    expect([...apart]).toEqual([0, ...others.map((other) => divergence(first, other))]);
    expect(Math.max(...where)).toBeLessThanOrEqual(1 + 1e-9);
    expect(Math.max(...where)).toBeGreaterThan(0.5);
    // The outermost ring stays empty.
    expect(where[0]).toBe(-1);
  });

  test('without noise are one body', () => {
    const { apart, where } = conduct(growClones, kernel, ask({ conditions: { ...MILD, noise: 0 } }));
    expect(Math.max(...apart)).toBe(0);
    expect(Math.max(...where)).toBe(0);
  });

  test('part on the way, and end as far apart as their finished bodies are', () => {
    const clones = conduct(growClones, kernel, ask());
    const { shares } = conduct(watchParting, kernel, ask());
    expect(PARTING_STEPS.at(-1)).toBe(STEPS);
    expect(shares.length).toBe(PARTING_STEPS.length * 5);
    expect([...shares.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
    expect([...shares.subarray(-5)]).toEqual([...clones.apart.subarray(1)]);
  });
});

test('work tells how far it is, and never goes back', () => {
  const shares: number[] = [];
  const work = growClones(kernel, ask({ count: 8 }));
  for (let step = work.next(); !step.done; step = work.next()) shares.push(step.value);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('a trait that is the same in all clones is steady, one that scatters as species do is not', () => {
  const traits = new Int32Array(3 * TRAITS.length);
  [1, 2, 3].forEach((value, clone) => {
    traits[clone * TRAITS.length + TRAITS.indexOf('eyes')] = value;
    traits[clone * TRAITS.length + TRAITS.indexOf('size')] = 200;
  });
  const found = steadiness(traits, new Float64Array(TRAITS.length).fill(2));
  const of = (trait: string) => found.find((each) => each.trait === trait);
  expect(of('eyes')).toMatchObject({ mean: 2, clones: 1, species: 2, ratio: 0.5 });
  expect(of('size')).toMatchObject({ mean: 200, clones: 0, ratio: 0 });
  expect(found.at(-1)?.trait).toBe('eyes');
  expect(spreadOf([5])).toBe(0);
});

test('species differ in every trait', () => {
  const { species } = conduct(measureSpecies, kernel, { genomes: FOUNDERS.map(({ genome: each }) => each) });
  expect(Math.min(...species)).toBeGreaterThan(0);
});
