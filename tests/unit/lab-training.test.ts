import { describe, expect, it } from 'vitest';
import { growAll, POPULATION } from '../../shared/lab/breed.ts';
import { conduct, fingerprint } from '../../shared/lab/experiment.ts';
import { shareInterval } from '../../shared/lab/shares.ts';
import { GRID, likenessTo, PALETTE, readDrawing, targetOf, writeDrawing } from '../../shared/lab/training/drawing.ts';
import { sitExam } from '../../shared/lab/training/exam.ts';
import { adapt, formOf, livePast, REPEATS, recall, WATCHED } from '../../shared/lab/training/memory.ts';
import { sampleTrained, type TrainResult, trainOn } from '../../shared/lab/training/prompt.ts';
import { BODY_BYTES, BodyField, bodyField, LATTICE, MILD } from '../../shared/sim/embryo/body.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { currentKernel } from '../support/kernel.ts';

const kernel = currentKernel();
const of = { genome: founderByKey('duskdome')?.genome ?? new Uint8Array(), noiseSeed: 1, conditions: MILD };
const squares = (colourAt: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: GRID * GRID }, (_, at) => colourAt(at % GRID, Math.floor(at / GRID)));
const ball = squares((x, y) => (Math.hypot(x - 7.5, y - 7.5) < 5 ? 4 : 0));

/** A body that fills the drawing's squares, moved by whole sites, in a colour. */
function bodyLike(drawing: Uint8Array, colour: readonly number[], right = 0, coat = 0): Uint8Array {
  const body = new Uint8Array(BODY_BYTES);
  drawing.forEach((ink, at) => {
    if (ink === 0) return;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const site = (2 * Math.floor(at / GRID) + dy) * LATTICE + 2 * (at % GRID) + dx + right;
      bodyField(body, BodyField.tissue)[site] = 1;
      colour.forEach((level, channel) => {
        bodyField(body, 1 + channel)[site] = level;
      });
      bodyField(body, BodyField.coat)[site] = coat;
    }
  });
  return body;
}

describe('a drawing', () => {
  it('comes back from its letters, and nothing else is one', () => {
    const colours = squares((x, y) => (x + 3 * y) % PALETTE.length);
    expect(writeDrawing(colours)).toMatch(/^[\w-]{128}$/);
    expect(readDrawing(writeDrawing(colours))).toEqual(colours);
    for (const wrong of ['', 'abc', `${writeDrawing(colours)}A`, '!'.repeat(128)])
      expect(readDrawing(wrong)).toBeNull();
  });

  it('is wholly like a body of its shape and colour, wherever that lies, and less by colour, shade and shape', () => {
    const target = targetOf(ball);
    const like = (body: Uint8Array): number => likenessTo(target, body);
    expect(like(bodyLike(ball, PALETTE[4]))).toBe(1);
    expect(like(bodyLike(ball, PALETTE[4], 4))).toBe(1);
    const shaded = like(bodyLike(ball, PALETTE[4], 0, 120));
    const red = like(bodyLike(ball, PALETTE[1]));
    expect(shaded).toBeLessThan(1);
    expect(red).toBeLessThan(shaded);
    expect(red).toBeGreaterThan(0.39);
    const half = like(
      bodyLike(
        squares((x, y) => (y < 8 ? (ball[y * GRID + x] ?? 0) : 0)),
        PALETTE[4],
      ),
    );
    expect(half).toBeGreaterThan(0.3);
    expect(half).toBeLessThan(0.6);
    expect(like(new Uint8Array(BODY_BYTES))).toBe(0);
    expect(likenessTo(targetOf(new Uint8Array(GRID * GRID)), new Uint8Array(BODY_BYTES))).toBe(0);
  });
});

describe('a prompt', () => {
  const ask = { of, drawing: ball, seed: 2 };
  const whole = conduct(trainOn, kernel, { ...ask, genomes: [], done: 0, generations: 12 });

  it('is learned: the lineage comes to look like the drawing', () => {
    expect(whole.mean).toHaveLength(12);
    expect(whole.mean.at(-1)).toBeGreaterThan((whole.mean[0] ?? 1) + 0.1);
    for (const [at, best] of whole.best.entries()) expect(best).toBeGreaterThanOrEqual(whole.mean[at] ?? 1);
  });

  it('comes to the same in pieces', () => {
    const pieces: TrainResult[] = [];
    for (let done = 0; done < 12; done += 4) {
      const genomes = pieces.at(-1)?.genomes ?? [];
      pieces.push(conduct(trainOn, kernel, { ...ask, genomes, done, generations: 4 }));
    }
    expect(pieces.at(-1)?.genomes).toEqual(whole.genomes);
    expect(pieces.flatMap(({ best }) => best)).toEqual(whole.best);
    expect(pieces[0]?.body).toEqual(whole.body);
  });

  it('is sampled: one genome, other noise, and more alike with less of it', () => {
    const sample = (noise: number, take: number) =>
      conduct(sampleTrained, kernel, { ...ask, genomes: whole.genomes, count: 8, noise, take });
    const one = sample(100, 1);
    expect(one.bodies).toHaveLength(8);
    expect(one.print).toBe(fingerprint(one.bodies));
    expect(sample(100, 1)).toEqual(one);
    expect(sample(100, 2).genome).toEqual(one.genome);
    expect(sample(100, 2).print).not.toBe(one.print);
    expect(new Set(sample(0, 1).bodies.map((body) => fingerprint([body]))).size).toBe(1);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(one.likeness)).toBeGreaterThan(mean(one.before) + 0.1);
  });
});

describe('a repeating past', () => {
  const past = conduct(livePast, kernel, { of, cycles: 2, seed: 1 });

  it('makes two lineages, the same ones again', () => {
    expect(past.lineages.map((genomes) => genomes.length)).toEqual([POPULATION, POPULATION]);
    expect(past.lineages[0]).not.toEqual(past.lineages[1]);
    expect(conduct(livePast, kernel, { of, cycles: 2, seed: 1 })).toEqual(past);
  });

  it('is told by relatives: without any change most show the last environment, and shares add up', () => {
    const { lineages, print } = conduct(recall, kernel, { ...past, redrawn: 0, seed: 1 });
    expect(print).toBe(fingerprint(lineages.flatMap(({ bodies }) => bodies)));
    for (const { shares, relatives, bodies, forms } of lineages) {
      expect(relatives).toBe(4 * POPULATION);
      expect([bodies.length, forms.length]).toEqual([12, 12]);
      expect(shares.B).toBeGreaterThan(shares.A);
      expect(shares.A + shares.B + shares.C).toBeLessThanOrEqual(1);
    }
  });

  it('names a form only where every trait is on its side', () => {
    const stick = { traits: ['size', 'red', 'blue'], middle: [200, 100, 100], step: [10, 10, 10] } as const;
    const grown = growAll(kernel.grow, [of.genome], 1)[0];
    if (!grown) throw new Error('One was grown.');
    const as = (size: number, red: number, blue: number) =>
      formOf(stick, { ...grown, traits: { ...grown.traits, size, red, blue } });
    expect([as(250, 50, 50), as(150, 50, 150), as(150, 150, 50)]).toEqual(['A', 'B', 'C']);
    expect([as(250, 150, 150), as(150, 50, 50), as(30, 50, 50)]).toEqual(['', '', '']);
  });

  it('sends each lineage three times to an old and to a new environment', () => {
    const { ways } = conduct(adapt, kernel, { ...past, seed: 1 });
    expect(ways.map(({ from, to }) => from + to)).toEqual(['AA', 'AC', 'CA', 'CC']);
    for (const { generations, way } of ways) {
      expect(generations).toHaveLength(REPEATS);
      expect(way).toHaveLength(WATCHED + 1);
      expect(way.at(-1)).toBeGreaterThan(way[0] ?? 1);
    }
  });
});

describe('an exam', () => {
  it('is sat by a lineage of three seasons and by one of each, none of which met it', () => {
    const { candidates, print } = conduct(sitExam, kernel, { of, exam: 2, generations: 10, seed: 1 });
    expect(candidates.map(({ seasons }) => seasons)).toEqual([[0, 1, 3], [0], [1], [3]]);
    for (const { trained, exam } of candidates)
      for (const share of [trained, exam]) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }
    // A specialist does best where it was trained.
    for (const { trained, exam } of candidates.slice(1)) expect(trained).toBeGreaterThan(exam);
    expect(print).toBe(fingerprint(candidates.flatMap(({ bodies }) => bodies)));
  });
});

describe('the interval of a share', () => {
  it('is as in the tables, and never leaves 0 to 1', () => {
    // Wilson's interval of 5 in 50: 4.35 to 21.36 %.
    const [low, high] = shareInterval(5, 50);
    expect([low, high].map((end) => Math.round(1e4 * end))).toEqual([435, 2136]);
    expect(shareInterval(0, 10)[0]).toBe(0);
    expect(shareInterval(10, 10)[1]).toBe(1);
    expect(shareInterval(0, 0)).toEqual([0, 1]);
  });
});
