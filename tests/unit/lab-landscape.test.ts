/** Where cells settle, counted on heaps made by hand and on bodies; and kicks, of which nothing must come without strength. */
import { readFileSync } from 'node:fs';
import { mean, median } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import { cloudLike, findBasins, LEAST_CELLS } from '../../shared/lab/landscape/basins.ts';
import { type Kicked, kickAllWays, kickCells, MOMENTS, STRENGTHS } from '../../shared/lab/landscape/kick.ts';
import { drawLandscape, GROWTHS } from '../../shared/lab/landscape/landscape.ts';
import { placesOn } from '../../shared/lab/microscope/components.ts';
import { bodyField, MILD, STEPS, TISSUES } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { GENES, GENOME_BYTES } from '../../shared/sim/genome.ts';
import { drawBelow, Stream } from '../../shared/sim/rng.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const creature = (key: string, noiseSeed = 1) => ({
  genome: founderByKey(key)?.genome ?? new Uint8Array(),
  noiseSeed,
  conditions: MILD,
});

/** Work to its end. */
function done<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done: ended, value } = work.next();
    if (ended) return value;
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
}

/** Heaps of so many cells, each about a state of its own, of which other genes are active. */
function heaps(...sizes: number[]): Int16Array {
  const heapOf = sizes.flatMap((size, heap) => new Array<number>(size).fill(heap));
  return Int16Array.from({ length: GENES * heapOf.length }, (_, at) => {
    const gene = Math.floor(at / heapOf.length);
    const middle = gene % sizes.length === heapOf[at % heapOf.length] ? 12_000 : 4000;
    return middle + drawBelow(5001, 5, Stream.standing, at) - 2500;
  });
}

describe('basins', () => {
  test('are as many as heaps, the fullest first, and each cell is in its own', () => {
    const { of, sizes } = done(findBasins(heaps(30, 50, 20)));
    expect(sizes).toEqual([50, 30, 20]);
    expect([...of.subarray(0, 30)]).toEqual(new Array(30).fill(1));
    expect([...of.subarray(30, 80)]).toEqual(new Array(50).fill(0));
  });

  test('need so many cells; the few are in none', () => {
    const { of, sizes } = done(findBasins(heaps(40, LEAST_CELLS - 1)));
    expect(sizes).toEqual([40]);
    expect([...of].filter((basin) => basin === -1)).toHaveLength(LEAST_CELLS - 1);
    expect(done(findBasins(new Int16Array())).sizes).toEqual([]);
    expect(done(findBasins(heaps(1))).sizes).toEqual([]);
  });

  test('are one in a cloud with the same means and spreads, whatever it was made from', () => {
    const states = heaps(60, 60, 60);
    const cloud = done(cloudLike(states, 3));
    const of = (all: Int16Array): number[] => [...all.subarray(0, 180)];
    expect(Math.abs(mean(of(cloud)) - mean(of(states)))).toBeLessThan(800);
    expect(done(findBasins(cloud)).sizes).toHaveLength(1);
  });

  test('are several in the species of the library, where clouds have one', () => {
    const found = FOUNDERS.filter((_, at) => at % 3 === 0).map(({ key }) =>
      conduct(drawLandscape, kernel, creature(key)),
    );
    expect(median(found.map(({ basins }) => basins.length))).toBeGreaterThanOrEqual(3);
    expect(median(found.map(({ cloudBasins }) => cloudBasins))).toBe(1);
  });
});

describe('the landscape', () => {
  const of = creature('embershield');
  const landscape = conduct(drawLandscape, kernel, of);

  test('shows the settled cells of the body itself, with its tissues, within its frame', () => {
    const { bodies, places, tissues, extent, basinOf, basins } = landscape;
    expect(bodies).toHaveLength(GROWTHS);
    expect(bodies[0]).toEqual(kernel.grow(of.genome, of.noiseSeed, of.conditions));
    const body = bodies[0] ?? new Uint8Array();
    const count = (all: Iterable<number>, tissue: number): number => [...all].filter((one) => one === tissue).length;
    TISSUES.forEach((_, tissue) => {
      if (tissue > 0) expect(count(tissues, tissue)).toBeLessThanOrEqual(count(bodyField(body, 0), tissue));
    });
    expect(tissues.length).toBeGreaterThan(0.4 * bodyField(body, 0).filter(Boolean).length);
    for (let cell = 0; cell < tissues.length; cell++) {
      const [x, y] = [places[2 * cell] ?? Number.NaN, places[2 * cell + 1] ?? Number.NaN];
      expect(x > extent.left && x < extent.right && y > extent.low && y < extent.high).toBe(true);
    }
    expect(basins.map(({ cells }) => cells)).toEqual(
      basins.map((_, basin) => [...basinOf].filter((one) => one === basin).length),
    );
  });

  test('has arrows that lead to where cells settle: most end nearer to a settled cell than they began', () => {
    const { arrows, places } = landscape;
    const nearest = (x: number, y: number): number => {
      let least = Number.POSITIVE_INFINITY;
      for (let at = 0; at < places.length; at += 2) {
        least = Math.min(least, Math.hypot((places[at] ?? 0) - x, (places[at + 1] ?? 0) - y));
      }
      return least;
    };
    expect(arrows.length).toBeGreaterThan(50);
    const nearer = arrows.filter(({ x, y, dx, dy }) => nearest(x + dx, y + dy) < nearest(x, y));
    expect(nearer.length / arrows.length).toBeGreaterThan(0.5);
  });

  test('is the same again, and another for another noise', () => {
    expect(conduct(drawLandscape, kernel, of)).toEqual(landscape);
    expect(landscape.print).toBe(fingerprint(landscape.bodies));
    expect(conduct(drawLandscape, kernel, creature('embershield', 2)).print).not.toBe(landscape.print);
  });

  test('is there even for a genome that grows nothing to speak of', () => {
    const nothing = { genome: new Uint8Array(GENOME_BYTES), noiseSeed: 1, conditions: MILD };
    const empty = conduct(drawLandscape, kernel, nothing);
    expect([...empty.places].every(Number.isFinite)).toBe(true);
    const { kicked, home, left } = conduct(kickCells, kernel, { of: nothing, strength: 50, step: 28 });
    expect(home).toBeLessThanOrEqual(kicked);
    expect(Number.isFinite(left)).toBe(true);
  });
});

describe('kicks', () => {
  const of = creature('garnetmoth');
  const kick = (strength: number, step: number): Kicked => conduct(kickCells, kernel, { of, strength, step });

  test('without strength change nothing: every cell is home, every body the same', () => {
    const { kicked, home, spared, sparedHome, left, bodies, trails } = kick(0, 28);
    expect(kicked).toBeGreaterThan(50);
    expect([home, sparedHome, left]).toEqual([kicked, spared, 0]);
    bodies.forEach((body, at) => {
      if (at % 2 === 1) expect(body).toEqual(bodies[at - 1]);
    });
    for (const { states, goal, home: back } of trails) {
      const points = states.length / GENES;
      const end = Array.from({ length: GENES }, (_, gene) => states[gene * points + points - 1]);
      expect(end).toEqual([...goal]);
      expect(back).toBe(true);
      // Before and after the kick, then every second step.
      expect(points).toBe(2 + (STEPS - 28) / 2);
    }
  });

  test('hit about one cell in ten, and bring the harder and the later fewer home', () => {
    const middle = kick(50, 28);
    expect(middle.kicked / (middle.kicked + middle.spared)).toBeGreaterThan(0.05);
    expect(middle.kicked / (middle.kicked + middle.spared)).toBeLessThan(0.15);
    expect(middle.sparedHome / middle.spared).toBeGreaterThan(0.95);
    const share = ({ home, kicked }: Kicked): number => home / kicked;
    expect(share(kick(25, 28))).toBeGreaterThan(share(middle));
    expect(share(middle)).toBeGreaterThan(share(kick(100, 28)));
    expect(share(middle)).toBeGreaterThan(share(kick(50, 40)));
  });

  test('are told by the table as by the dials', () => {
    const outcomes = conduct(kickAllWays, kernel, of);
    expect(outcomes).toHaveLength(STRENGTHS.length * MOMENTS.length);
    const { bodies: _bodies, print, trails, ...outcome } = kick(75, 36);
    expect(outcomes[STRENGTHS.indexOf(75) * MOMENTS.length + MOMENTS.indexOf(36)]).toEqual(outcome);
    expect(print).toBe(kick(75, 36).print);
    expect(placesOn(conduct(drawLandscape, kernel, of).axes, trails[0]?.states ?? new Int16Array()).length).toBe(
      2 * (2 + (STEPS - 36) / 2),
    );
  });
});

test('the words say of the model card what stands on it', () => {
  const read = (path: string): string => readFileSync(new URL(`../../client/${path}`, import.meta.url), 'utf8');
  const card: { lines: { key: string; value: number; bar: string }[] } = JSON.parse(read('public/model/card.json'));
  const line = card.lines.find(({ key }) => key === 'landscape');
  expect(line?.bar).toBe('at least 4');
  expect(read('i18n/lab/en.json')).toContain(
    `the model card finds ${line?.value} in the median species, just above its bar of 4`,
  );
});
