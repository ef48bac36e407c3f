import { describe, expect, test } from 'vitest';
import { lookOf } from '../../shared/sim/briefs/look.ts';
import { divergence as apartness } from '../../shared/sim/divergence.ts';
import { BODY_BYTES } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { questionFor } from '../../shared/sim/questions/ask.ts';
import { askedTraits, binOf, countInBins } from '../../shared/sim/questions/bins.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import {
  CLONES,
  type Question,
  SHOWN_BODIES,
  SUSPECTS,
  type TwinsQuestion,
} from '../../shared/sim/questions/question.ts';
import { knownTruth, truthAfter } from '../../shared/sim/questions/truth.ts';
import { readTraits } from '../../shared/sim/traits.ts';
import { applyFrame } from '../../shared/sim/world/apply.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import type { Settings, World } from '../../shared/sim/world/world.ts';
import { currentKernel } from '../support/kernel.ts';
import { playTiny, TINY_FOUNDER, tinyGrow, tinySettings } from '../support/tiny-match.ts';

/** Worlds of a played match at the opening of each round, and after the last season of each. */
async function rounds(changes: Partial<Settings> = {}): Promise<{ openings: World[]; ends: World[] }> {
  const settings = tinySettings({ rounds: 6, ...changes });
  const { recording } = await playTiny(3, { settings });
  let world = createWorld(settings, TINY_FOUNDER);
  const openings: World[] = [];
  const ends: World[] = [];
  for (const frame of recording.frames) {
    const opens = world.stage === 'births' && world.generation % settings.generationsPerRound === 0;
    if (opens) openings.push(world);
    if (opens && world.generation > 0) ends.push(world);
    world = applyFrame(world, frame);
  }
  return { openings, ends };
}

/** What somebody with eyes only would say: one body and the three likest to it, where those are likest. */
function fourLikest({ bodies }: TwinsQuestion): number[] {
  const kernel = currentKernel();
  const grown = bodies.map(({ genome, noiseSeed, conditions }) => kernel.grow(genome, noiseSeed, conditions).slice());
  const rows = grown.map((body) => {
    const apart = grown.map((other, place) => ({ place, by: other === body ? 0 : apartness(body, other) }));
    const near = apart.sort((a, b) => a.by - b.by).slice(0, 4);
    return { places: near.map(({ place }) => place), by: near.reduce((sum, { by }) => sum + by, 0) };
  });
  return rows.sort((a, b) => a.by - b.by)[0]?.places ?? [];
}

const kindsOf = (worlds: readonly World[]): (string | undefined)[] =>
  worlds.map((world) => questionFor(world, 0)?.kind);

describe('a question', () => {
  test('is asked by turns before each round, never before the exam nor at any other moment', async () => {
    const { openings } = await rounds();
    expect(kindsOf(openings)).toEqual([
      'twins',
      'divergence',
      'histogram',
      'twins',
      'divergence',
      'histogram',
      undefined,
    ]);
    const [first] = openings;
    if (!first) return never();
    expect(questionFor({ ...first, stage: 'season' }, 0)).toBeNull();
    expect([-1, 3].map((seat) => questionFor(first, seat))).toEqual([null, null]);
  });

  test('is the same for whoever asks of the same world', async () => {
    const { openings } = await rounds();
    for (const world of openings) {
      for (const { id } of world.habitats) expect(questionFor(world, id)).toEqual(questionFor({ ...world }, id));
    }
  });

  test('about twins shows eight creatures of which three to five share one genome and the others share with nobody', async () => {
    const { openings } = await rounds();
    const counts = new Set<number>();
    for (const world of openings.filter((_, round) => round % 3 === 0 && round < 6)) {
      for (const { id } of world.habitats) {
        const question = questionFor(world, id);
        if (question?.kind !== 'twins') throw new Error('Another question was due.');
        const genomes = question.bodies.map(({ genome }) => hexOf(genome));
        const truth = knownTruth(world, question);
        if (truth?.kind !== 'twins') throw new Error('Another truth was due.');
        counts.add(truth.same.length);
        expect(question.bodies.length).toBe(SHOWN_BODIES);
        expect(truth.same.length).toBeGreaterThanOrEqual(CLONES.low);
        expect(truth.same.length).toBeLessThanOrEqual(CLONES.high);
        expect(new Set(truth.same.map((place) => genomes[place])).size).toBe(1);
        expect(new Set(genomes).size).toBe(SHOWN_BODIES - truth.same.length + 1);
        expect(new Set(question.bodies.map(({ noiseSeed }) => noiseSeed)).size).toBe(SHOWN_BODIES);
      }
    }
    expect(counts.size).toBeGreaterThan(1);
  });

  test('about twins is one that a beginner can answer in the first round: the four likest earn most of the points', () => {
    const points: number[] = [];
    for (const { key, genome } of FOUNDERS) {
      const world = createWorld({ ...tinySettings(), founder: key }, genome);
      for (const { id } of world.habitats) {
        const question = questionFor(world, id);
        const truth = question && knownTruth(world, question);
        if (question?.kind !== 'twins' || !truth) throw new Error('Another question was due.');
        points.push(judge(question, { kind: 'twins', same: fourLikest(question) }, truth)?.points ?? Number.NaN);
      }
    }
    expect(points.reduce((sum, each) => sum + each, 0) / points.length).toBeGreaterThan(65);
    expect(points.filter((each) => each === 0).length / points.length).toBeLessThan(0.05);
  });

  test('about a distribution asks all habitats about one trait, of which the species has some', () => {
    for (const { key } of FOUNDERS) {
      const asked = askedTraits(key);
      expect(asked.length).toBeGreaterThanOrEqual(8);
      const look = lookOf(key);
      for (const { trait, edges } of asked) {
        expect(edges.length).toBe(7);
        expect([...edges].sort((a, b) => a - b)).toEqual([...edges]);
        if (['muscle', 'shell', 'fat', 'leaf', 'fin'].includes(trait)) expect(look?.[trait]).toBeGreaterThan(0);
      }
    }
  });

  test('of a sculptor names four cards, exactly one of which that rival laid last round', async () => {
    const { openings } = await rounds({ game: 'sculptor' });
    expect(kindsOf(openings)).toEqual([
      'twins',
      'sculptor',
      'divergence',
      'sculptor',
      'histogram',
      'sculptor',
      undefined,
    ]);
    for (const world of openings) {
      for (const { id } of world.habitats) {
        const question = questionFor(world, id);
        if (question?.kind !== 'sculptor') continue;
        const laid = (world.pressures[question.habitat] ?? []).map(({ card }) => card);
        expect(question.habitat).not.toBe(id);
        expect(new Set(question.choices).size).toBe(SUSPECTS);
        expect(question.choices.filter((card) => laid.includes(card)).length).toBe(1);
        const truth = knownTruth(world, question);
        expect(truth?.kind === 'sculptor' && laid.includes(question.choices[truth.laid] ?? 'frost')).toBe(true);
      }
    }
  });

  test('of a sculptor gives way to another where nobody else laid anything', async () => {
    const { openings } = await rounds({ game: 'sculptor' });
    const bare = openings.map((world) => ({
      ...world,
      pressures: world.pressures.map((laid, id) => (id === 0 ? laid : [])),
    }));
    expect(bare.map((world) => questionFor(world, 0)?.kind === 'sculptor')).not.toContain(true);
    expect(questionFor(bare[1] ?? openings[0] ?? never(), 1)).toMatchObject({ kind: 'sculptor', habitat: 0 });
  });
});

function never(): never {
  throw new Error('There is no round.');
}

const histogram: Question = { kind: 'histogram', habitat: 0, trait: 'size', edges: [100, 200, 300] };
const divergence: Question = { kind: 'divergence', habitat: 0 };

describe('the truth', () => {
  test('of a distribution counts every creature born there, the fallen too, in the bin of its trait', async () => {
    const { ends } = await rounds();
    for (const world of ends) {
      const rows = growWith(tinyGrow, world);
      const question: Question = { ...histogram, habitat: 1 };
      const truth = truthAfter(world, question, rows, []);
      const sizes = world.creatures.flatMap(({ habitat }, index) =>
        habitat === 1 ? [readTraits(rows, index).size] : [],
      );
      expect(truth).toEqual({ kind: 'histogram', counts: countInBins([100, 200, 300], sizes) });
      expect(sizes.length).toBe(world.history[1]?.at(-1)?.born);
    }
  });

  test('of the twins is told in per cent to one decimal, and of twins that were not born not at all', async () => {
    const { ends } = await rounds();
    const [world] = ends;
    if (!world) return never();
    const rows = new Int32Array(BODY_BYTES);
    expect(truthAfter(world, divergence, rows, [0.123_46, null])).toEqual({ kind: 'divergence', apart: 12.3 });
    expect(truthAfter(world, { ...divergence, habitat: 1 }, rows, [0.2, null])).toBeNull();
  });

  test('falls into the bin whose lower edge it has reached', () => {
    expect([-5, 99, 100, 199, 300, 4000].map((value) => binOf([100, 200, 300], value))).toEqual([0, 0, 1, 1, 3, 3]);
  });
});
