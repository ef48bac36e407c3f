import { describe, expect, it } from 'vitest';
import { isogenic } from '../../server/model-card/evolution/canalisation.ts';
import { breed, type Grown, growAll, isViable, NO_SELECTION, offspring } from '../../shared/lab/breed.ts';
import { redrawn } from '../../shared/lab/neighbourhood.ts';
import { settlers } from '../../shared/lab/populations.ts';
import { meanPoint, yardstick } from '../../shared/lab/yardstick.ts';
import { type Grow, MILD, VIABLE_CELLS } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GENE_BYTES, GENES, SIGNATURE } from '../../shared/sim/genome.ts';
import { currentKernel } from '../support/kernel.ts';

const { grow } = currentKernel();
const founder = FOUNDERS[0]?.genome ?? new Uint8Array();
const start = settlers(founder, 60, 7);
const taller = { score: ({ traits }: Grown) => traits.height };
const shorter = { score: ({ traits }: Grown) => -traits.height };
const course = { generations: 8, seed: 3 };

describe('a breeding population', () => {
  it('is the same again for the same seed, and another for another', () => {
    const bred = (seed: number) => breed(grow, start, { generations: 3, seed, season: () => taller });
    expect(bred(1)).toEqual(bred(1));
    expect(bred(1)).not.toEqual(bred(2));
  });

  it('moves the way its score points, and not without one', () => {
    const stick = yardstick(grow, founder, ['height'], 5);
    const shift = (season: typeof taller): number => {
      const last = growAll(grow, breed(grow, start, { ...course, season: () => season }), 9);
      return meanPoint(stick, last)[0] ?? 0;
    };
    const [up, down, none] = [shift(taller), shift(shorter), shift({ score: NO_SELECTION })];
    expect(up).toBeGreaterThan(none + 1);
    expect(down).toBeLessThan(none - 1);
  });

  it('gives embryos that failed to develop no young', () => {
    const creatures = growAll(grow, start, 1).map((one, at) =>
      at % 2 === 0 ? one : { ...one, genome: new Uint8Array(founder.length), traits: { ...one.traits, size: 1 } },
    );
    expect(creatures.filter((one) => !isViable(one))).toHaveLength(30);
    const preferFailures = ({ traits }: Grown): number => (traits.size < VIABLE_CELLS ? 1 : 0);
    for (const child of offspring(creatures, preferFailures, 2)) {
      expect(child.filter((byte) => byte === 0).length).toBeLessThan(founder.length / 4);
    }
  });

  it('can be watched, and ended early', () => {
    const seen: number[] = [];
    const season = () => taller;
    breed(grow, start, { ...course, season, watch: (_, generation) => seen.push(generation) === 3 });
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe('the scatter among twins', () => {
  it('is nothing without noise, and something with it', () => {
    const stick = yardstick(grow, founder, ['size', 'height', 'width'], 5);
    const still: Grow = (genome, seed) => grow(genome, seed, { ...MILD, noise: 0 });
    expect(isogenic(still, start.slice(0, 6), stick, 1).every((variance) => variance === 0)).toBe(true);
    expect(isogenic(grow, start.slice(0, 6), stick, 1).every((variance) => variance > 0)).toBe(true);
  });
});

describe('a genotype near a lineage', () => {
  it('differs in basal levels only, and in no more than were asked for', () => {
    const basal = new Set(Array.from({ length: GENES }, (_, gene) => gene * GENE_BYTES + 2 * SIGNATURE));
    for (const count of [0, 1, 4, GENES]) {
      const near = redrawn(founder, count, 11);
      const changed = [...near.keys()].filter((at) => near[at] !== founder[at]);
      expect(changed.every((at) => basal.has(at))).toBe(true);
      expect(changed.length).toBeLessThanOrEqual(count);
      expect(changed.length).toBeGreaterThanOrEqual(count / 2);
    }
  });
});
