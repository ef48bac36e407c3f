import { describe, expect, test } from 'vitest';
import { meanApart } from '../../client/lab/microscope/compared.tsx';
import { rampOf } from '../../client/lab/microscope/marks.ts';
import { groundOf, spotNear, spotsAt, spotTowards, trackOf } from '../../client/lab/microscope/places.ts';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import { placesOn, principalAxes } from '../../shared/lab/microscope/components.ts';
import { type Film, watchEmbryo } from '../../shared/lab/microscope/film.ts';
import { cellAt, courseOf, firstOf, levelOf, lineOf, livingThen } from '../../shared/lab/microscope/lines.ts';
import { NEVER } from '../../shared/lab/microscope/values.ts';
import { BodyField, bodyField, LATTICE, MILD, STEPS } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { GENES } from '../../shared/sim/genome.ts';
import { mix } from '../../shared/sim/rng.ts';
import type { Seedling } from '../../shared/sim/seedling.ts';
import { currentKernel } from '../support/kernel.ts';
import { embryoCase } from '../support/kernel-cases.ts';

const kernel = currentKernel();
const watch = (of: Seedling): Film => conduct(watchEmbryo, kernel, of);

function founder(key: string, changes: Partial<Seedling> = {}): Seedling {
  const found = founderByKey(key);
  if (!found) throw new Error(`There is no founder ${key}.`);
  return { genome: found.genome, noiseSeed: 1, conditions: MILD, ...changes };
}

/** Embryos of all kinds: founders' descendants and random genomes, under all conditions. */
const CASES = Array.from({ length: 30 }, (_, index) => embryoCase(index));
let filmed: Film[] | undefined;
const films = (): Film[] => {
  filmed ??= CASES.map(watch);
  return filmed;
};

describe('a film of an embryo', () => {
  test('shows the cells that the kernel grew, at every step, and the finished body', () => {
    const of = founder('lagoonbands');
    const film = watch(of);
    const growth = kernel.beginGrowth(of.genome, of.noiseSeed, of.conditions);
    expect(film.frames).toHaveLength(STEPS + 1);
    for (const { cells, expression, tissues } of film.frames) {
      expect([...cells].map((cell) => film.sites[cell])).toEqual([...growth.sites()]);
      expect(expression).toEqual(growth.expression());
      const tissue = bodyField(growth.body(), BodyField.tissue);
      expect([...tissues]).toEqual([...growth.sites()].map((site) => tissue[site]));
      growth.advance();
    }
    expect(film.bodies).toEqual([kernel.grow(of.genome, of.noiseSeed, of.conditions)]);
    expect(film.print).toBe(fingerprint(film.bodies));
  });

  test('is the same whenever it is made, survives being posted, and tells how far it is', () => {
    const of = founder('sprucesprite');
    expect(structuredClone(watch(of))).toEqual(watch(of));
    const shares = [...watchEmbryo(kernel, of)];
    expect(shares).toHaveLength(STEPS);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
  });

  test('will not tell of mothers if kernel and reference should disagree', () => {
    const other = founder('saucer');
    const swapped = { ...kernel, beginGrowth: () => kernel.beginGrowth(other.genome, 1, MILD) };
    expect(() => conduct(watchEmbryo, swapped, founder('candle'))).toThrow('disagree about the cells');
  });
});

describe('whose daughter a cell is', () => {
  test('goes back, by way of mothers who lived beside their daughters, to one of the first four', () => {
    let [daughters, deaths] = [0, 0];
    for (const film of films()) {
      expect(film.mothers.every((mother, cell) => mother < 0 === cell < 4)).toBe(true);
      const strange = [...film.sites.keys()].filter((cell) => {
        const line = lineOf(film, cell);
        const first = line.at(-1) ?? -1;
        const [born, mother] = [film.born[cell] ?? 0, film.mothers[cell] ?? -1];
        if (firstOf(film, cell) !== first || first > 3) return true;
        if (mother < 0) return born !== 0;
        daughters++;
        if (film.died[cell] !== NEVER) deaths++;
        return !(mother < cell && livingThen(film, mother, born - 1) === mother && apart(film, cell, mother) === 1);
      });
      expect(strange).toEqual([]);
    }
    expect(daughters).toBeGreaterThan(2000);
    expect(deaths).toBeGreaterThan(100);
  });

  test('shows in what she inherits: at her birth each of her genes is where her mother’s is', () => {
    let births = 0;
    for (const film of films()) {
      const strange = [...film.mothers.keys()].filter((cell) => {
        const [born, mother] = [film.born[cell] ?? 0, film.mothers[cell] ?? -1];
        if (mother < 0 || livingThen(film, mother, born) !== mother) return false;
        births++;
        return !alike(film, born, cell, mother);
      });
      expect(strange).toEqual([]);
    }
    expect(births).toBeGreaterThan(2000);
  });

  test('is known where sisters cannot be told apart by any gene', () => {
    // Without noise the left is the mirror of the right: expression alone would leave both mothers possible along the midline.
    const film = watch(founder('lagoonbands', { conditions: { ...MILD, noise: 0 } }));
    let doubtful = 0;
    film.mothers.forEach((mother, cell) => {
      const born = film.born[cell] ?? 0;
      const frame = film.frames[born];
      if (mother < 0 || !frame) return;
      const possible = [...frame.cells].filter(
        (each) =>
          each !== cell &&
          (film.born[each] ?? 0) < born &&
          apart(film, each, cell) === 1 &&
          alike(film, born, each, cell),
      );
      expect(possible).toContain(mother);
      if (possible.length > 1) doubtful++;
    });
    expect(doubtful).toBeGreaterThan(0);
  });
});

describe('a cell through time', () => {
  test('has before its birth the course of its mother, and none after its death', () => {
    const film = watch(founder('sprucesprite'));
    const cell = film.died.findIndex((died, each) => died !== NEVER && (film.mothers[each] ?? -1) >= 0);
    const [born, died] = [film.born[cell] ?? 0, film.died[cell] ?? 0];
    expect(born).toBeLessThan(died);
    const [own, mothers] = [courseOf(film, cell), courseOf(film, film.mothers[cell] ?? -1)];
    for (let gene = 0; gene < GENES; gene++) {
      const at = gene * (STEPS + 1);
      expect(own.subarray(at, at + born)).toEqual(mothers.subarray(at, at + born));
      expect([...own.subarray(at + died, at + STEPS + 1)]).toEqual(Array(STEPS + 1 - died).fill(-1));
      expect(own[at + died - 1]).toBe(levelOf(film, died - 1, cell, gene));
    }
    expect(livingThen(film, cell, died)).toBe(-1);
  });

  test('is found by its site', () => {
    const film = watch(founder('peony'));
    const { cells } = film.frames[STEPS] ?? { cells: [] };
    for (const cell of cells) expect(cellAt(film, STEPS, film.sites[cell] ?? -1)).toBe(cell);
    expect(cellAt(film, STEPS, 0)).toBe(-1);
  });
});

describe('principal components of cells', () => {
  /** Cells' values by gene, 0 to 1, as the kernel has them. */
  const cellsOf = (cells: number, level: (gene: number, cell: number) => number): Int16Array =>
    Int16Array.from({ length: GENES * cells }, (_, at) =>
      Math.round(16384 * level(Math.floor(at / cells), at % cells)),
    );

  test('find the directions of a cloud that was made along two', () => {
    // Genes 1 and 2 go up together, gene 5 goes its own way with a third of their variance; nothing else moves.
    const [long, short] = [
      [-1, -1, 1, 1],
      [-1, 1, -1, 1],
    ];
    const expression = cellsOf(4, (gene, cell) => {
      if (gene < 2) return 0.5 + 0.3 * (long[cell] ?? 0);
      return gene === 4 ? 0.5 + 0.3 * Math.sqrt(2 / 3) * (short[cell] ?? 0) : 0.25;
    });
    const axes = principalAxes(expression);
    expect(axes.shares[0]).toBeCloseTo(0.75, 3);
    expect(axes.shares[1]).toBeCloseTo(0.25, 3);
    const [first, second] = axes.directions;
    expect(first[0]).toBeCloseTo(Math.SQRT1_2, 3);
    expect(first[1]).toBeCloseTo(Math.SQRT1_2, 3);
    expect(second[4]).toBeCloseTo(1, 3);
    const places = placesOn(axes, expression);
    expect(places[0]).toBeCloseTo(-0.3 * Math.SQRT2, 3);
    expect(places[1]).toBeCloseTo(-0.3 * Math.sqrt(2 / 3), 3);
    expect(places[6]).toBeCloseTo(0.3 * Math.SQRT2, 3);
  });

  test('are at right angles, and nothing lies further along any other direction', () => {
    const { frames } = watch(founder('kingfisher'));
    const { expression } = frames[STEPS] ?? { expression: new Int16Array() };
    const cells = expression.length / GENES;
    const axes = principalAxes(expression);
    const [first, second] = axes.directions;
    expect(dot(first, first)).toBeCloseTo(1, 9);
    expect(dot(second, second)).toBeCloseTo(1, 9);
    expect(dot(first, second)).toBeCloseTo(0, 9);
    const varianceAlong = (direction: ArrayLike<number>): number => {
      const along = Array.from({ length: cells }, (_, c) =>
        Array.from(direction).reduce((sum, part, g) => sum + (part * (expression[g * cells + c] ?? 0)) / 16384, 0),
      );
      const mean = along.reduce((sum, value) => sum + value, 0) / cells;
      return along.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cells;
    };
    const total = Array.from({ length: GENES }, (_, g) =>
      varianceAlong(Array.from({ length: GENES }, (__, h) => (g === h ? 1 : 0))),
    ).reduce((sum, value) => sum + value, 0);
    expect(varianceAlong(first) / total).toBeCloseTo(axes.shares[0], 9);
    expect(varianceAlong(second) / total).toBeCloseTo(axes.shares[1], 9);
    for (let trial = 0; trial < 200; trial++) {
      const any = Array.from({ length: GENES }, (_, g) => (mix(trial * GENES + g) >> 16) / 32768);
      const length = Math.sqrt(dot(any, any));
      expect(varianceAlong(any.map((part) => part / length))).toBeLessThan(varianceAlong(first));
      const across = any.map((part, g) => part - dot(any, first) * (first[g] ?? 0));
      const left = Math.sqrt(dot(across, across));
      expect(varianceAlong(across.map((part) => part / left))).toBeLessThan(varianceAlong(second));
    }
  });

  test('are nothing where cells do not differ, or where there are none', () => {
    for (const cells of [0, 1, 7]) {
      const expression = cellsOf(cells, (gene) => gene / GENES);
      const axes = principalAxes(expression);
      expect(axes.shares).toEqual([0, 0]);
      expect([...placesOn(axes, expression)].map(Math.abs)).toEqual(Array(2 * cells).fill(0));
    }
  });
});

describe('the plate', () => {
  const film = watch(founder('garnetmoth'));

  test('holds all cells of all steps, each at its site, and on the atlas by what its genes do', () => {
    for (const view of ['body', 'atlas'] as const) {
      const ground = groundOf(film, view);
      for (let step = 0; step <= STEPS; step++) {
        const spots = spotsAt(film, ground, step);
        expect(spots.map(({ cell }) => cell)).toEqual([...(film.frames[step]?.cells ?? [])]);
        expect(spots.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)).toBe(true);
      }
    }
    const body = groundOf(film, 'body');
    const [one, ...others] = spotsAt(film, body, STEPS);
    if (!one) throw new Error('There is no cell.');
    for (const other of others) {
      const [[x, y], [ox, oy]] = [placeOf(film, one.cell), placeOf(film, other.cell)];
      expect((other.x - one.x) / body.site).toBeCloseTo(ox - x, 6);
      expect((other.y - one.y) / body.site).toBeCloseTo(oy - y, 6);
    }
  });

  test('finds the cell under a press and the next one in a direction', () => {
    const spots = spotsAt(film, groundOf(film, 'body'), STEPS);
    for (const spot of spots) {
      expect(spotNear(spots, spot.x + 0.004, spot.y - 0.004)).toBe(spot);
      const [x, y] = placeOf(film, spot.cell);
      for (const direction of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const beside = cellAt(film, STEPS, (y + direction[1]) * LATTICE + x + direction[0]);
        if (beside >= 0) expect(spotTowards(spots, [spot.x, spot.y], direction)?.cell).toBe(beside);
      }
    }
    expect(spotNear(spots, 0.001, 0.001)).toBeUndefined();
    const left = spots.reduce((best, spot) => (spot.x < best.x ? spot : best));
    expect(spotTowards(spots, [left.x, left.y], [-1, 0])).toBeUndefined();
  });

  test('leads a track from one of the first four through every mother’s place to the cell', () => {
    const ground = groundOf(film, 'body');
    const cell = film.sites.length - 1;
    const track = trackOf(film, ground, cell, STEPS);
    const line = lineOf(film, cell).reverse();
    expect(track).toHaveLength(line.length);
    expect(trackOf(film, ground, cell, 0)).toEqual(track.slice(0, 1));
    track.slice(1).forEach(([x, y], at) => {
      const [[fx, fy], [tx, ty]] = [placeOf(film, line[at] ?? 0), placeOf(film, line[at + 1] ?? 0)];
      expect((x - (track[at]?.[0] ?? 0)) / ground.site).toBeCloseTo(tx - fx, 6);
      expect((y - (track[at]?.[1] ?? 0)) / ground.site).toBeCloseTo(ty - fy, 6);
    });
  });

  test('colours amounts from stop to stop', () => {
    const ramp = rampOf(['#000000', '#ff8000', '#ffffff']);
    expect([0, 0.25, 0.5, 0.75, 1, 2].map(ramp)).toEqual(
      ['0 0 0', '128 64 0', '255 128 0', '255 192 128', '255 255 255', '255 255 255'].map((parts) => `rgb(${parts})`),
    );
  });

  test('says how far apart a gene is in two cells, while both live', () => {
    const course = (level: number, gone = STEPS + 1) =>
      Int16Array.from({ length: GENES * (STEPS + 1) }, (_, at) => (at % (STEPS + 1) < gone ? level : -1));
    expect(meanApart(course(16384), course(4096), 3)).toBe(0.75);
    expect(meanApart(course(0, 10), course(8192), 3)).toBe(0.5);
    expect(meanApart(course(0, 0), course(8192), 3)).toBe(0);
  });
});

const placeOf = ({ sites }: Film, cell: number): [x: number, y: number] => {
  const site = sites[cell] ?? 0;
  return [site % LATTICE, Math.floor(site / LATTICE)];
};

function apart(film: Film, one: number, other: number): number {
  const [[x, y], [ox, oy]] = [placeOf(film, one), placeOf(film, other)];
  return Math.max(Math.abs(x - ox), Math.abs(y - oy));
}

/** Whether two cells are alike in all their genes after a step. */
const alike = (film: Film, step: number, one: number, other: number): boolean =>
  Array.from({ length: GENES }, (_, gene) => gene).every(
    (gene) => levelOf(film, step, one, gene) === levelOf(film, step, other, gene),
  );

const dot = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Array.from(one).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
