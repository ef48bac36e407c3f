/**
 * Small, seeded tests of what makes the model one of life. Each is a sentence about a way to grow (or to measure), holds for the
 * kernel, and is itself tested: it must not hold for a way to grow that has been broken on purpose.
 */
import { describe, expect, it } from 'vitest';
import { amongShare, components } from '../../server/model-card/variance.ts';
import { difference } from '../../shared/lab/likeness.ts';
import { settlers } from '../../shared/lab/populations.ts';
import { clones, column, rowOf } from '../../shared/lab/trait-rows.ts';
import {
  type Body,
  BodyField,
  bodyField,
  type Grow,
  LATTICE,
  MILD,
  SITES,
  Tissue,
} from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { type Genome, LOCI, locusRange } from '../../shared/sim/genome.ts';
import { TRAITS, type TraitName } from '../../shared/sim/trait-names.ts';
import { currentKernel } from '../support/kernel.ts';

const { grow } = currentKernel();
const FEW = FOUNDERS.slice(0, 6);
const SEED = 20;

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

describe('developmental noise', () => {
  /** In every founder, each of eight twins has a body of its own. */
  const twinsDiffer = (way: Grow): boolean =>
    FEW.every(({ genome }) => new Set(clones(way, genome, 8, SEED).map((body) => body.join())).size === 8);

  it('makes every twin a body of its own', () => expect(twinsDiffer(grow)).toBe(true));

  it('would be missed if it were ignored', () => {
    expect(twinsDiffer((genome, _noiseSeed, conditions) => grow(genome, 0, conditions))).toBe(false);
    expect(twinsDiffer((genome, noiseSeed) => grow(genome, noiseSeed, { ...MILD, noise: 0 }))).toBe(false);
  });
});

describe('genes', () => {
  /** H² of the median trait among relatives of each founder, the median over founders. */
  const heritability = (way: Grow): number =>
    middle(
      FEW.map(({ genome }, f) => {
        const families = settlers(genome, 20, SEED + f).map((one, g) => clones(way, one, 5, 100 * f + g).map(rowOf));
        const shares = TRAITS.map((_, t) => amongShare(components(families.map((rows) => column(rows, t)))));
        return middle(shares.filter(Number.isFinite));
      }),
    );
  const areHeard = (way: Grow): boolean => heritability(way) > 0.25;

  it('are heard above the noise', () => expect(areHeard(grow)).toBe(true));

  it('would be missed if noise drowned them', () => {
    expect(areHeard((genome, noiseSeed, conditions) => grow(genome, noiseSeed, { ...conditions, noise: 400 }))).toBe(
      false,
    );
  });

  it('would be missed if relatives were all the same', () => {
    expect(
      areHeard((_genome, noiseSeed, conditions) => grow(FEW[0]?.genome ?? new Uint8Array(), noiseSeed, conditions)),
    ).toBe(false);
  });

  /** The loci that change no body of any founder when every bit of them is turned over. */
  function idleLoci(way: Grow): number[] {
    const changed = (genome: Genome, locus: number): Genome => {
      const [start, end] = locusRange(locus);
      return genome.map((byte, at) => (at >= start && at < end ? byte ^ 0xff : byte));
    };
    const warm = { ...MILD, temperature: 60, nutrition: 60 };
    return Array.from({ length: LOCI }, (_, locus) => locus).filter((locus) =>
      FOUNDERS.every(({ genome }) => {
        const [before, after] = [genome, changed(genome, locus)].map((one) => way(one, SEED, warm));
        return before !== undefined && after !== undefined && Buffer.compare(before, after) === 0;
      }),
    );
  }

  it('are all connected, and so are inputs and global numbers: each changes a body', () => {
    expect(idleLoci(grow)).toEqual([]);
  });

  it.each(Array.from({ length: LOCI }, (_, locus) => locus))(
    'would be missed if locus %i were disconnected',
    (lost) => {
      const [start, end] = locusRange(lost);
      const deaf: Grow = (genome, noiseSeed, conditions) =>
        grow(genome.slice().fill(0, start, end), noiseSeed, conditions);
      expect(idleLoci(deaf)).toContain(lost);
    },
  );
});

describe('the coat', () => {
  /** Correlation of two coats over the sites at which both bodies have a cell. */
  function coatLikeness(a: Body, b: Body): number {
    const shared = Array.from({ length: SITES }, (_, site) => site).filter((site) => a[site] && b[site]);
    const [one, other] = [a, b].map((body) => {
      const coat = bodyField(body, BodyField.coat);
      const values = shared.map((site) => coat[site] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.map((value) => value - mean);
    });
    const product = (x: readonly number[] = [], y: readonly number[] = []): number =>
      x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
    return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
  }
  const patterned = FOUNDERS.filter(({ genome }) => {
    const contrast = TRAITS.indexOf('coatContrast');
    return middle(column(clones(grow, genome, 5, SEED).map(rowOf), contrast)) > 15;
  }).slice(0, 6);
  /** Twins' coats lie independently of each other: in the middle founder they correlate less than 0.3. */
  const isIndividual = (way: Grow): boolean =>
    middle(
      patterned.map(({ genome }) => {
        const [first, ...others] = clones(way, genome, 6, SEED);
        return middle(others.map((other) => (first ? coatLikeness(first, other) : 1)));
      }),
    ) < 0.3;

  it('is every body’s own, in layout', () => {
    expect(patterned.length).toBeGreaterThan(3);
    expect(isIndividual(grow)).toBe(true);
  });

  it('would be missed if one genome had one layout', () => {
    const stencilled: Grow = (genome, noiseSeed, conditions) => {
      const body = grow(genome, noiseSeed, conditions);
      const stencil = bodyField(grow(genome, 1, conditions), BodyField.coat);
      bodyField(body, BodyField.coat).set(stencil.map((dark, site) => (body[site] ? dark : 0)));
      return body;
    };
    expect(isIndividual(stencilled)).toBe(false);
  });

  it('is not all that is individual: bodies under it differ too', () => {
    for (const { genome } of FEW) {
      const [first, second] = clones(grow, genome, 2, SEED);
      expect(first && second ? difference(first, second) : 0).toBeGreaterThan(0.01);
    }
  });
});

describe('traits', () => {
  type Measure = (body: Body) => readonly number[];

  const bodyOf = (
    inside: (x: number, y: number) => boolean,
    cell: Partial<Record<keyof typeof BodyField, number>> = {},
  ): Body => {
    const body = new Uint8Array(5 * SITES);
    for (let site = 0; site < SITES; site++) {
      if (!inside(site % LATTICE, Math.floor(site / LATTICE))) continue;
      body[site] = cell.tissue ?? Tissue.skin;
      for (const field of ['red', 'green', 'blue', 'coat'] as const)
        body[BodyField[field] * SITES + site] = cell[field] ?? 0;
    }
    return body;
  };
  const disc = (x: number, y: number): boolean => (x - 15.5) ** 2 + (y - 15.5) ** 2 < 36;
  const plank = (x: number, y: number): boolean => x >= 13 && x < 19 && y >= 4 && y < 28;
  const check = (at: number): boolean => at % 4 < 2;
  /** Simple bodies with what must be measured of them. Together they give each trait a value that no other has in all of them. */
  const BODIES: readonly (readonly [Body, Partial<Record<TraitName, number>>])[] = [
    [
      bodyOf(plank, { red: 200, green: 100, blue: 50 }),
      {
        size: 144,
        height: 24,
        width: 6,
        slenderness: 2000,
        surface: 104,
        symmetry: 1000,
        skin: 1000,
        red: 200,
        green: 100,
        blue: 50,
        cost: 288,
        luminance: 124,
        appendages: 0,
        segments: 1,
      },
    ],
    [bodyOf(disc, { tissue: Tissue.muscle }), { muscle: 1000, skin: 0, cost: 672, slenderness: 0, appendages: 1 }],
    [bodyOf(disc, { tissue: Tissue.shell }), { shell: 1000, muscle: 0, cost: 448 }],
    [bodyOf(disc, { tissue: Tissue.fat }), { fat: 1000, shell: 0, cost: 112 }],
    [bodyOf(disc, { tissue: Tissue.leaf }), { leaf: 1000, fat: 0, cost: 224 }],
    [bodyOf(disc, { tissue: Tissue.fin }), { fin: 1000, leaf: 0, cost: 448 }],
    [bodyOf(disc, { tissue: Tissue.eye }), { eyes: 1, fin: 0, cost: 1344 }],
    [bodyOf((x, y) => disc(x, y) || (y === 15 && x >= 21 && x < 28)), { appendages: 7, height: 12 }],
    [bodyOf((x, y) => plank(x, y) && !(x < 15 && y < 10)), { symmetry: 909, size: 132 }],
    [striped(bodyOf(plank)), { segments: 6, leaf: 500 }],
    [
      chequered(bodyOf(plank, { red: 200, green: 200, blue: 200 })),
      { coatContrast: 100, coatScale: 200, luminance: 160 },
    ],
  ];

  function striped(body: Body): Body {
    for (let site = 0; site < SITES; site++) {
      if (body[site] && check(Math.floor(site / LATTICE) / 2)) body[site] = Tissue.leaf;
    }
    return body;
  }

  function chequered(body: Body): Body {
    for (let site = 0; site < SITES; site++) {
      const dark = check((site % LATTICE) - 13) !== check(Math.floor(site / LATTICE));
      if (body[site]) body[BodyField.coat * SITES + site] = dark ? 200 : 0;
    }
    return body;
  }

  /** What is measured wrongly, body by body. */
  const wrong = (measure: Measure): string[] =>
    BODIES.flatMap(([body, expected], at) => {
      const row = measure(body);
      return TRAITS.filter((name, t) => expected[name] !== undefined && expected[name] !== row[t]).map(
        (name) => `body ${at}: ${name} is ${row[TRAITS.indexOf(name)]}`,
      );
    });

  it('are what their names say', () => expect(wrong(rowOf)).toEqual([]));

  it('would be missed if any two of them were permuted', () => {
    const pairs = TRAITS.flatMap((_, one) => TRAITS.slice(one + 1).map((_, more) => [one, one + 1 + more] as const));
    const unnoticed = pairs.filter(([one, other]) => {
      const swapped: Measure = (body) => {
        const row = [...rowOf(body)];
        [row[one], row[other]] = [row[other] ?? 0, row[one] ?? 0];
        return row;
      };
      return wrong(swapped).length === 0;
    });
    expect(unnoticed.map((pair) => pair.map((t) => TRAITS[t]).join(' and '))).toEqual([]);
  });
});
