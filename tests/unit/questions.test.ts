import { describe, expect, test } from 'vitest';
import { lookOf } from '../../shared/sim/briefs/look.ts';
import { divergence as apartness } from '../../shared/sim/divergence.ts';
import { BODY_BYTES } from '../../shared/sim/embryo/body.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { questionFor } from '../../shared/sim/questions/ask.ts';
import { askedTraits, binOf, countInBins } from '../../shared/sim/questions/bins.ts';
import { checkPrediction } from '../../shared/sim/questions/check.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import {
  CHIPS,
  CLONES,
  type Prediction,
  type Question,
  SHOWN_BODIES,
  SUSPECTS,
  type Truth,
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
const twins: Question = {
  kind: 'twins',
  bodies: Array.from({ length: SHOWN_BODIES }, (_, at) => ({
    genome: Uint8Array.of(at < 4 ? 1 : at),
    noiseSeed: at,
    conditions: { temperature: 0, nutrition: 0, noise: 100 },
  })),
};
const divergence: Question = { kind: 'divergence', habitat: 0 };
const sculptor: Question = { kind: 'sculptor', habitat: 1, choices: ['frost', 'jaws', 'canopy', 'famine'] };

const chips = (...laid: number[]): Prediction => ({ kind: 'histogram', chips: laid });
const cards = (...laid: number[]): Prediction => ({ kind: 'sculptor', chips: laid });
const marks = (...same: number[]): Prediction => ({ kind: 'twins', same });
const interval = (low: number, high: number): Prediction => ({ kind: 'divergence', low, high });

describe('an answer', () => {
  test('that fits its question is taken', () => {
    expect(checkPrediction(histogram, chips(0, 10, 0, 0))).toBeNull();
    expect(checkPrediction(twins, marks(0, 3, 7))).toBeNull();
    expect(checkPrediction(divergence, interval(12.5, 12.5))).toBeNull();
    expect(checkPrediction(sculptor, cards(4, 3, 2, 1))).toBeNull();
  });

  test.each([
    ['too few chips', histogram, chips(1, 2, 3, 3), 'chips'],
    ['too many chips', histogram, chips(10_000, 0, 0, 0), 'chips'],
    ['as many chips, one of them owed', histogram, chips(11, -1, 0, 0), 'chips'],
    ['half chips', histogram, chips(0.5, 9.5, 0, 0), 'chips'],
    ['chips that are no number', histogram, chips(Number.NaN, 10, 0, 0), 'chips'],
    ['chips for bins that are not there', histogram, chips(2, 2, 2, 2, 2), 'chips'],
    ['an endless number of chips', sculptor, cards(Number.POSITIVE_INFINITY, 0, 0, 0), 'chips'],
    ['one creature that shares with nobody', twins, marks(3), 'places'],
    ['one creature twice', twins, marks(3, 3), 'places'],
    ['a creature that is not there', twins, marks(0, 8), 'places'],
    ['a creature before the first', twins, marks(-1, 2), 'places'],
    ['the wrong way round', divergence, interval(60, 40), 'interval'],
    ['more than all cells', divergence, interval(50, 101), 'interval'],
    ['less than none', divergence, interval(-1, 10), 'interval'],
    ['no number', divergence, interval(Number.NaN, 50), 'interval'],
    ['cards where a distribution was asked', histogram, cards(10, 0, 0, 0), 'otherQuestion'],
    ['a distribution where cards were asked', sculptor, chips(10, 0, 0, 0), 'otherQuestion'],
    ['twins where their distance was asked', divergence, marks(1, 2), 'otherQuestion'],
  ])('with %s is refused in a sentence', (_, question, prediction, reason) => {
    const refusal = checkPrediction(question, prediction);
    expect(refusal?.reason).toBe(reason);
    expect(refusal?.sentence).toMatch(/\.$/);
  });
});

const pointsOf = (question: Question, prediction: Prediction, truth: Truth): number | undefined =>
  judge(question, prediction, truth)?.points;

describe('points', () => {
  test('for a distribution are 100 when it is exact, and fall the farther the chips are from the truth', () => {
    const truth: Truth = { kind: 'histogram', counts: [0, 15, 15, 0] };
    expect(pointsOf(histogram, chips(0, 5, 5, 0), truth)).toBe(100);
    expect(pointsOf(histogram, chips(0, 6, 4, 0), truth)).toBe(98);
    const all: Truth = { kind: 'histogram', counts: [0, 0, 0, 30] };
    const farther = [chips(0, 0, 2, 8), chips(0, 0, 5, 5), chips(0, 2, 4, 4)].map((bet) =>
      pointsOf(histogram, bet, all),
    );
    expect(farther).toEqual([93, 58, 33]);
    expect(pointsOf(histogram, chips(10, 0, 0, 0), all)).toBe(0);
  });

  test('for twins fall by 25 for each creature on the wrong side: a coin earns nothing', () => {
    const truth = knownTruth(createWorld(tinySettings(), TINY_FOUNDER), twins);
    if (truth === null) throw new Error('It is known.');
    expect(truth).toEqual({ kind: 'twins', same: [0, 1, 2, 3] });
    expect(pointsOf(twins, marks(3, 2, 1, 0), truth)).toBe(100);
    expect(pointsOf(twins, marks(0, 1, 2), truth)).toBe(75);
    expect(pointsOf(twins, marks(0, 1, 2, 4), truth)).toBe(50);
    expect(pointsOf(twins, marks(0, 1, 4, 5), truth)).toBe(0);
    expect(pointsOf(twins, marks(4, 5, 6, 7), truth)).toBe(0);
  });

  test('for an interval fall by its width and by ten for each per cent missed', () => {
    const truth: Truth = { kind: 'divergence', apart: 40 };
    expect(pointsOf(divergence, interval(40, 40), truth)).toBe(100);
    expect(pointsOf(divergence, interval(30, 50), truth)).toBe(80);
    expect(judge(divergence, interval(42, 50), truth)).toEqual({
      kind: 'divergence',
      points: 72,
      width: 8,
      missedBy: 2,
    });
    expect(pointsOf(divergence, interval(0, 100), truth)).toBe(0);
    expect(pointsOf(divergence, interval(90, 95), truth)).toBe(0);
  });

  test('for cards are 100 for certainty that was right and none for certainty that was wrong', () => {
    const truth: Truth = { kind: 'sculptor', laid: 2 };
    expect(pointsOf(sculptor, cards(0, 0, 10, 0), truth)).toBe(100);
    expect(pointsOf(sculptor, cards(10, 0, 0, 0), truth)).toBe(0);
    expect(pointsOf(sculptor, cards(2, 3, 3, 2), truth)).toBe(67);
  });

  test('are paid best, on average, to who says what they believe', () => {
    // What is believed: the four cards with these chances. Every possible bet is tried.
    const belief = [0.5, 0.3, 0.2, 0];
    const expected = (bet: readonly number[]): number =>
      belief.reduce((sum, chance, laid) => {
        const judged = judge(sculptor, { kind: 'sculptor', chips: bet }, { kind: 'sculptor', laid });
        return sum + chance * (judged?.kind === 'sculptor' ? -judged.off : Number.NaN);
      }, 0);
    let best: readonly number[] = [];
    for (let a = 0; a <= CHIPS; a++) {
      for (let b = 0; a + b <= CHIPS; b++) {
        for (let c = 0; a + b + c <= CHIPS; c++) {
          const bet = [a, b, c, CHIPS - a - b - c];
          if (best.length === 0 || expected(bet) > expected(best)) best = bet;
        }
      }
    }
    expect(best).toEqual([5, 3, 2, 0]);
  });

  test('are not given where question, answer and truth do not belong together', () => {
    expect(judge(sculptor, chips(10, 0, 0, 0), { kind: 'sculptor', laid: 0 })).toBeNull();
    expect(judge(divergence, interval(1, 2), { kind: 'twins', same: [0, 1] })).toBeNull();
  });
});

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
