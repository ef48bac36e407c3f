import { describe, expect, it } from 'vitest';
import { type Body, BodyField, bodyField, LATTICE, MILD, SITES } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { GLOBALS_OFFSET, GlobalGene } from '../../shared/sim/genome.ts';
import { currentKernel } from '../support/kernel.ts';

const { grow } = currentKernel();
/** Broad bodies, on which a coat has room. */
const WEARERS = FOUNDERS.filter(({ genome }) => cells(grow(genome, 1, MILD)).length > 250);
const SEEDS = [11, 22, 33];

type CoatGenes = Partial<Record<'coatKind' | 'coatScale' | 'coatContrast' | 'coatDirection', number>>;

/** Bodies of all wearers, with these coat numbers instead of their own. */
function dress(genes: CoatGenes): Body[] {
  return WEARERS.flatMap(({ genome }) => {
    const changed = genome.slice();
    const full: CoatGenes = { coatKind: 128, coatScale: 128, coatContrast: 255, coatDirection: 128, ...genes };
    for (const [name, value] of Object.entries(full)) {
      changed[GLOBALS_OFFSET + GlobalGene[name as keyof CoatGenes]] = value;
    }
    return SEEDS.map((seed) => grow(changed, seed, MILD));
  });
}

function cells(body: Body): number[] {
  return Array.from({ length: SITES }, (_, site) => site).filter((site) => body[site]);
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Mean darkness of the coat over a body's cells, 0 to 255. */
function darkness(body: Body): number {
  const coat = bodyField(body, BodyField.coat);
  return mean(cells(body).map((site) => coat[site] ?? 0));
}

/** How often neighbouring cells differ in coat, along (head to tail) or across. */
function roughness(body: Body, step: number): number {
  const coat = bodyField(body, BodyField.coat);
  const pairs = cells(body).filter((site) => site + step < SITES && body[site + step]);
  return mean(pairs.map((site) => (Math.abs((coat[site] ?? 0) - (coat[site + step] ?? 0)) > 80 ? 1 : 0)));
}

describe('the curve of coats', () => {
  it('runs from plain through dark spots, maze and light spots to dark, without a step back', () => {
    const kinds = [0, 64, 96, 128, 160, 192, 255].map((coatKind) => mean(dress({ coatKind }).map(darkness)));
    // Where spots join into a maze the pattern changes more than its darkness does.
    const STILL = 6;
    for (const [at, kind] of kinds.slice(1).entries()) expect(kind).toBeGreaterThan((kinds[at] ?? 0) - STILL);
    expect(kinds[0]).toBeLessThan(20);
    expect(kinds[3]).toBeGreaterThan(90);
    expect(kinds[3]).toBeLessThan(165);
    expect(kinds.at(-1)).toBeGreaterThan(235);
  });

  it('is patterned in its middle and even at its ends', () => {
    const rough = (coatKind: number) => mean(dress({ coatKind }).map((body) => roughness(body, 1)));
    expect(rough(128)).toBeGreaterThan(0.15);
    expect(rough(0)).toBeLessThan(0.02);
    expect(rough(255)).toBeLessThan(0.02);
  });

  it('draws larger patches the larger the scale', () => {
    const rough = [0, 128, 255].map((coatScale) => mean(dress({ coatScale }).map((body) => roughness(body, 1))));
    expect(rough[0]).toBeGreaterThan(rough[1] ?? 1);
    expect(rough[1]).toBeGreaterThan(rough[2] ?? 1);
  });

  it('tips stripes lengthwise or crosswise by the direction gene', () => {
    const lean = (coatDirection: number) =>
      mean(dress({ coatDirection }).map((body) => roughness(body, 1) - roughness(body, LATTICE)));
    expect(lean(255)).toBeGreaterThan(0.05);
    expect(lean(0)).toBeLessThan(-0.05);
  });

  it('fades to nothing with the contrast gene', () => {
    expect(mean(dress({ coatContrast: 40 }).map(darkness))).toBe(0);
    const faint = mean(dress({ coatContrast: 120 }).map(darkness));
    expect(faint).toBeGreaterThan(10);
    expect(faint).toBeLessThan(mean(dress({ coatContrast: 255 }).map(darkness)));
  });

  it('is laid out anew in every body of one genome', () => {
    for (const { genome } of WEARERS) {
      const worn = genome.slice();
      worn[GLOBALS_OFFSET + GlobalGene.coatContrast] = 255;
      worn[GLOBALS_OFFSET + GlobalGene.coatKind] = 128;
      const [a, b] = [1, 2].map((seed) => grow(worn, seed, MILD));
      if (!a || !b) throw new Error('Nothing grew.');
      const both = cells(a).filter((site) => b[site]);
      const coats = [a, b].map((body) => bodyField(body, BodyField.coat));
      // Chance alone would agree on dark or light in half of the cells.
      const agree = mean(both.map((site) => ((coats[0]?.[site] ?? 0) > 127 === (coats[1]?.[site] ?? 0) > 127 ? 1 : 0)));
      expect(agree).toBeGreaterThan(0.3);
      expect(agree).toBeLessThan(0.72);
    }
  });
});
