/** One body in four codes: each is built as it says, and what is counted is counted rightly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../shared/lab/likeness.ts';
import { blueprint, drawBlueprint } from '../../shared/lab/metaphors/blueprint.ts';
import { compile } from '../../shared/lab/metaphors/compile.ts';
import { type Building, HALVES, inHalf, lay, usual } from '../../shared/lab/metaphors/encoding.ts';
import { fitRecipe } from '../../shared/lab/metaphors/fit.ts';
import { modelIn } from '../../shared/lab/metaphors/model.ts';
import { letter, Order, program } from '../../shared/lab/metaphors/program.ts';
import { bake, HEAD, pour, RECIPE_LETTERS, recipe, SUBSTANCE_LETTERS } from '../../shared/lab/metaphors/recipe.ts';
import { evenness, grain, isAlive, MEASURES, round, type Table, winners } from '../../shared/lab/metaphors/scores.ts';
import { corrections, deflated } from '../../shared/lab/metaphors/weigh.ts';
import { BODY_BYTES, type Body, LATTICE, MILD, SITES, Tissue } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const model = modelIn(kernel, MILD);
const genome = founderByKey('duskdome')?.genome ?? new Uint8Array();
const letters = fc.uint8Array({ minLength: 0, maxLength: 300 });
const bodies = fc.array(
  fc.tuple(fc.nat(SITES - 1), fc.integer({ min: 1, max: 7 }), fc.nat(255), fc.nat(255), fc.nat(255)),
  { maxLength: 300 },
);

const bodyOf = (cells: readonly (readonly [number, number, number, number, number])[]): Body => {
  const body = new Uint8Array(BODY_BYTES);
  for (const [site, tissue, red, green, blue] of cells) lay(body, site, tissue, red, green, blue);
  return body;
};
const end = <Result>(work: Generator<number, Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};
const cellsOf = (body: Body): number[] => [...body.subarray(0, SITES).keys()].filter((site) => body[site] !== 0);
const isMirrored = (body: Body): boolean =>
  [...body.keys()].every((at) => body[at] === body[at - (at % LATTICE) + LATTICE - 1 - (at % LATTICE)]);

describe('the blueprint', () => {
  it('says any body exactly, in five letters a cell', () => {
    fc.assert(
      fc.property(bodies, (cells) => {
        const body = bodyOf(cells);
        const code = drawBlueprint(body);
        expect(code.length).toBe(5 * cellsOf(body).length);
        expect(blueprint.build(code, usual(9)).body).toEqual(body);
      }),
    );
  });

  it('changes one cell with one letter', () => {
    const body = model.build(genome, usual(1)).body;
    const code = drawBlueprint(body);
    const changed = blueprint.build(code.with(402, (code[402] ?? 0) ^ 64), usual(1)).body;
    const sites = new Set([...changed.keys()].filter((at) => changed[at] !== body[at]).map((at) => at % SITES));
    expect(sites.size).toBe(1);
  });

  it('crosses by place: each site of a child is the mother’s or the father’s', () => {
    const [a, b] = [1, 2].map((seed) => model.build(genome, usual(seed)).body);
    if (!a || !b) throw new Error('No bodies.');
    const child = blueprint.build(blueprint.cross(drawBlueprint(a), drawBlueprint(b), 7), usual(1)).body;
    const whose = [...child.subarray(0, SITES).keys()].map((site) =>
      [a, b].map((parent) =>
        [0, 1, 2, 3].every((field) => child[field * SITES + site] === parent[field * SITES + site]),
      ),
    );
    expect(whose.every(([mothers, fathers]) => mothers || fathers)).toBe(true);
    expect(whose.some(([, fathers]) => !fathers) && whose.some(([mothers]) => !mothers)).toBe(true);
  });
});

describe('the program', () => {
  /** One pen, of muscle; the first line begins at (10, 5). */
  const head = [1, 10, 5, Tissue.muscle, 200, 100, 50];
  const sitesOf = (...orders: readonly number[]): number[] =>
    cellsOf(program.build(Uint8Array.of(...head, ...orders), usual(1)).body);
  const at = (x: number, y: number): number => y * LATTICE + x;

  it('lays, skips, goes to the next line and repeats lines', () => {
    const line = letter(Order.line, 16);
    const next = letter(Order.line, 17);
    const row = [letter(Order.lay, 1), letter(Order.skip, 0), letter(Order.lay, 0)];
    expect(sitesOf(line, ...row)).toEqual([at(10, 5), at(11, 5), at(13, 5)]);
    expect(sitesOf(line, letter(Order.lay, 0), next, letter(Order.lay, 0), letter(Order.repeat, 1))).toEqual(
      [0, 1, 2, 3].map((step) => at(10 + step, 5 + step)),
    );
    // The last two lines, once more.
    expect(sitesOf(line, letter(Order.lay, 0), line, letter(Order.lay, 1), letter(Order.repeat, 1 << 2))).toEqual([
      at(10, 5),
      at(10, 6),
      at(11, 6),
      at(10, 7),
      at(10, 8),
      at(11, 8),
    ]);
  });

  it('mirrors about the middle and fills what is shut in', () => {
    const line = letter(Order.line, 16);
    const half = [line, letter(Order.lay, 5), line, letter(Order.lay, 0), line, letter(Order.lay, 5)];
    const ring = sitesOf(...half, letter(Order.mirror, 16));
    expect(ring.length).toBe(26);
    expect(ring).toContain(at(21, 6));
    expect(sitesOf(...half, letter(Order.mirror, 16), letter(Order.fill, 0)).length).toBe(36);
  });

  it('ends, and builds a body, whatever letters it is made of', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom(null, ...HALVES), fc.constantFrom(0, 0.1), (code, lost, jitter) => {
        const { body } = program.build(code, { ...usual(1), lost, jitter, jitterSeed: 5 });
        for (const site of cellsOf(body)) expect(body[site]).toBeLessThan(8);
        expect(body.subarray(4 * SITES).every((coat) => coat === 0)).toBe(true);
      }),
    );
  });

  it('is short for what is regular, and exact', () => {
    const worm = new Uint8Array(BODY_BYTES);
    for (let y = 4; y < 28; y++)
      for (let x = 11; x < 21; x++) lay(worm, y * LATTICE + x, y % 4 < 2 ? 2 : 5, 90, y % 4 < 2 ? 20 : 160, 40);
    const code = end(compile(worm));
    expect(program.build(code, usual(1)).body).toEqual(worm);
    expect(code.length).toBeLessThanOrEqual(32);
    expect(deflated(drawBlueprint(worm))).toBeGreaterThan(4 * code.length);
  });

  it('is compiled from any body, however far its rows are apart', () => {
    const far = bodyOf([
      [at(30, 1), 1, 1, 2, 3],
      [at(1, 2), 2, 9, 9, 9],
      [at(30, 3), 1, 1, 2, 3],
      [at(0, 31), 3, 7, 7, 7],
    ]);
    expect(program.build(end(compile(far)), usual(1)).body).toEqual(far);
    expect(cellsOf(program.build(end(compile(new Uint8Array(BODY_BYTES))), usual(1)).body)).toEqual([]);
  });

  it('rebuilds each founder’s body well, with what it gets wrong in fewer bytes than the blueprint', () => {
    for (const founder of FOUNDERS.slice(0, 4)) {
      const body = model.build(founder.genome, usual(1)).body;
      const code = end(compile(body));
      const built = program.build(code, usual(1)).body;
      expect(1 - difference(built, body), founder.key).toBeGreaterThan(0.85);
      expect(deflated(code) + corrections(built, body)).toBeLessThan(deflated(drawBlueprint(body)));
    }
  });
});

describe('the recipe', () => {
  const body = model.build(genome, usual(1)).body;
  const code = end(fitRecipe(body));

  it('comes nearer to its body than the mirror image of another, and is the same each time', () => {
    expect(code.length).toBe(RECIPE_LETTERS);
    const built = recipe.build(code, usual(1)).body;
    expect(1 - difference(built, body)).toBeGreaterThan(0.7);
    expect(end(fitRecipe(body))).toEqual(code);
    expect(isMirrored(built)).toBe(true);
  });

  it('finds a body again that a recipe made', () => {
    const made = recipe.build(code, usual(1)).body;
    expect(1 - difference(recipe.build(end(fitRecipe(made)), usual(1)).body, made)).toBeGreaterThan(0.85);
  });

  it('loses nothing in baking, and reacts faster in a hotter oven', () => {
    const total = (oven: number): { all: number; made: number } => {
      const mix = pour(code, LATTICE);
      for (let minute = 0; minute < 12; minute++) bake(code, mix, LATTICE, oven);
      const sums = mix.map((amounts) => amounts.reduce((sum, amount) => sum + amount, 0));
      return { all: sums.reduce((sum, each) => sum + each, 0), made: sums[3] ?? 0 };
    };
    const poured = pour(code, LATTICE).reduce((sum, amounts) => sum + amounts.reduce((all, each) => all + each, 0), 0);
    expect(total(0).all).toBeCloseTo(poured, 6);
    expect(total(100).all).toBeCloseTo(poured, 6);
    expect(total(100).made).toBeGreaterThan(total(0).made);
    expect(total(0).made).toBeGreaterThan(total(-100).made);
  });

  it('bakes half a bowl as it bakes the whole', () => {
    const [half, whole] = [pour(code, LATTICE / 2), pour(code, LATTICE)];
    for (let minute = 0; minute < 20; minute++) {
      bake(code, half, LATTICE / 2, 0);
      bake(code, whole, LATTICE, 0);
    }
    for (let place = 0; place < SITES / 2; place++) {
      const site = Math.floor(place / (LATTICE / 2)) * LATTICE + LATTICE / 2 + (place % (LATTICE / 2));
      expect(half[0]?.[place]).toBe(whole[0]?.[site]);
    }
  });

  it('stays stable in the hottest oven, whatever its letters', () => {
    const wild = new Uint8Array(RECIPE_LETTERS).fill(255);
    const built = recipe.build(wild, { ...usual(1), oven: 100 });
    expect(cellsOf(built.body).length).toBeGreaterThan(0);
    const mix = pour(wild, LATTICE);
    const highest = Math.max(...(mix[0] ?? []));
    for (let minute = 0; minute < 40; minute++) bake(wild, mix, LATTICE, 100);
    expect(Math.max(...(mix[0] ?? []))).toBeLessThanOrEqual(highest);
    expect(Math.min(...(mix[1] ?? []))).toBeGreaterThanOrEqual(0);
  });

  it('takes each substance and each heap from one parent whole', () => {
    const [mother, father] = [new Uint8Array(RECIPE_LETTERS), new Uint8Array(RECIPE_LETTERS).fill(1)];
    const child = recipe.cross(mother, father, 3);
    const first = child.subarray(HEAD, HEAD + SUBSTANCE_LETTERS);
    expect(new Set(first).size).toBe(1);
    expect(new Set(child).size).toBe(2);
  });
});

describe('the generative model', () => {
  it('builds the body of the kernel, without its coat', () => {
    const grown = kernel.grow(genome, 5, MILD).fill(0, 4 * SITES);
    expect(model.build(genome, usual(5)).body).toEqual(grown);
    // A jitter too small to be felt: the readable reference, step by step, grows the same.
    const barely: Building = { ...usual(5), jitter: 1e-9 };
    expect(model.build(genome, barely).body).toEqual(grown);
  });

  it('grows into the half that was taken away', () => {
    for (const lost of HALVES) {
      const { body, taken } = model.build(genome, { ...usual(1), lost });
      expect(taken.length).toBeGreaterThan(5);
      expect(taken.every((site) => inHalf(site, lost))).toBe(true);
      expect(taken.filter((site) => body[site] !== 0).length).toBeGreaterThan(taken.length / 2);
    }
  });
});

describe('half the body removed', () => {
  it('stays away where building only goes on with its list', () => {
    const code = drawBlueprint(model.build(genome, usual(1)).body);
    const { body, taken } = blueprint.build(code, { ...usual(1), lost: 'left' });
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.some((site) => body[site] !== 0)).toBe(false);
    expect(cellsOf(body).length).toBe(code.length / 5 - taken.length);
  });
});

describe('what is counted', () => {
  it('weighs corrections as nothing only where nothing is wrong', () => {
    const body = model.build(genome, usual(1)).body;
    expect(corrections(body, body)).toBe(0);
    expect(corrections(body.with(SITES + 500, (body[SITES + 500] ?? 0) ^ 1), body)).toBeGreaterThan(0);
  });

  it('calls alive what has forty cells in one piece', () => {
    const block = (count: number, gap: number): Body =>
      bodyOf(Array.from({ length: count }, (_, at) => [Math.floor(at / 20) * gap * LATTICE + (at % 20), 1, 0, 0, 0]));
    expect(isAlive(block(40, 1))).toBe(true);
    expect(isAlive(block(39, 1))).toBe(false);
    expect(isAlive(block(40, 2))).toBe(false);
  });

  it('counts neighbours of one kind', () => {
    const [a, b] = [100, 101];
    // Seven pairs touch two cells side by side; one of them is of one kind.
    expect(
      grain(
        bodyOf([
          [a, 1, 0, 0, 0],
          [b, 1, 0, 0, 0],
        ]),
      ),
    ).toBeCloseTo(1 / 7, 10);
    expect(
      grain(
        bodyOf([
          [a, 1, 0, 0, 0],
          [b, 2, 0, 0, 0],
        ]),
      ),
    ).toBe(0);
    expect(evenness(0.5, 0.25)).toBe(evenness(0.25, 0.5));
    expect(evenness(0, 0)).toBe(1);
  });

  it('names all who are level, by the number as it is told', () => {
    const table = (one: number, two: number, three: number, four: number): Table => ({
      blueprint: { x: one },
      program: { x: two },
      recipe: { x: three },
      model: { x: four },
    });
    const measure = { key: 'x', trial: 'bytes', unit: 'bytes', digits: 0 } as const;
    expect(winners(table(4, 2, 2, 3), { ...measure, best: 'least' })).toEqual(['program', 'recipe']);
    expect(winners(table(4, 2, 2, 3), { ...measure, best: 'most' })).toEqual(['blueprint']);
    expect(winners(table(2, 2, 2, 2), { ...measure, best: 'most' })).toEqual([]);
    expect([round(2.25, 1), round(-0.04, 1), round(7.5, 0)]).toEqual([2.3, 0, 8]);
    expect(new Set(MEASURES.map(({ key }) => key)).size).toBe(MEASURES.length);
  });
});
