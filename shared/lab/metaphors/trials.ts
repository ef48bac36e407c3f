/** The trials, the same for each encoding. Each yields after every building and returns its scores, and one body to look at. */
import { type Body, LATTICE } from '../../sim/embryo/body.ts';
import { draw, drawBelow, Stream } from '../../sim/rng.ts';
import { measure, readTraits } from '../../sim/traits.ts';
import { difference } from '../likeness.ts';
import { type Code, type Encoding, HALVES, usual } from './encoding.ts';
import { evenness, grain, isAlive } from './scores.ts';
import { corrections, deflated } from './weigh.ts';

export interface Contestant {
  readonly encoding: Encoding;
  /** Of the body that was to be encoded, and of its relative's. */
  readonly code: Code;
  readonly relative: Code;
}

export interface Terms {
  /** The body that was to be encoded. */
  readonly wanted: Body;
  readonly seed: number;
  /** 0 to 0.2. */
  readonly jitter: number;
  /** Degrees, 0 to 100. */
  readonly oven: number;
}

export interface Outcome {
  readonly values: Readonly<Record<string, number>>;
  readonly shown: Body;
}
export type TrialOf = (of: Contestant, terms: Terms) => Generator<void, Outcome>;

const FRESH = 16;
const LETTERS = 160;
const CHILDREN = 32;
const NOISY = 16;
const GENERATIONS = 12;
const LITTER = 24;
const BREEDERS = 6;

const fresh = (seed: number, index: number): number => draw(seed, Stream.development, index);
const percent = (share: number): number => 100 * share;
const likeness = (a: Body, b: Body): number => percent(1 - difference(a, b));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Bytes, and how true the body is: what the code says, without the chance under which the first body came about. */
export const truth: TrialOf = function* ({ encoding, code }, { wanted, seed }) {
  const bodies: Body[] = [];
  for (let at = 0; at < FRESH; at++) {
    bodies.push(encoding.build(code, usual(fresh(seed, at))).body);
    yield;
  }
  return {
    values: {
      letters: code.length,
      deflated: deflated(code),
      true: mean(bodies.map((body) => likeness(body, wanted))),
      exact: deflated(code) + mean(bodies.map((body) => corrections(body, wanted))),
    },
    shown: bodies[0] ?? wanted,
  };
};

/** Letters evenly spread over the code, each of which becomes any of the 255 others. Chance is the same with and without. */
export const letter: TrialOf = function* ({ encoding, code }, { seed }) {
  const before = encoding.build(code, usual(seed)).body;
  const after: { readonly body: Body; readonly harm: number }[] = [];
  for (let change = 0; change < LETTERS; change++) {
    const { body } = encoding.build(changed(code, seed, change, (change + 0.5) / LETTERS), usual(seed));
    after.push({ body, harm: difference(body, before) });
    yield;
  }
  const middle = after.toSorted((a, b) => a.harm - b.harm)[LETTERS / 2];
  return {
    values: {
      harm: percent(mean(after.map(({ harm }) => harm))),
      death: percent(mean(after.map(({ body }) => Number(!isAlive(body))))),
    },
    shown: middle?.body ?? before,
  };
};

function changed(code: Code, seed: number, change: number, place: number): Code {
  if (code.length === 0) return code;
  const at = Math.floor(place * code.length);
  const by = 1 + drawBelow(255, seed, Stream.mutationSize, change);
  return code.with(at, ((code[at] ?? 0) + by) & 255);
}

export const cross: TrialOf = function* ({ encoding, code, relative }, { seed }) {
  const parents = [code, relative].map((each) => encoding.build(each, usual(seed)).body);
  const order = mean(parents.map(grain));
  const children: Body[] = [];
  for (let at = 0; at < CHILDREN; at++) {
    const child = encoding.cross(code, relative, draw(seed, Stream.crossover, at));
    children.push(encoding.build(child, usual(fresh(seed, at))).body);
    yield;
  }
  return {
    values: {
      alive: percent(mean(children.map((child) => Number(isAlive(child))))),
      parents: mean(children.flatMap((child) => parents.map((parent) => likeness(child, parent)))),
      order: percent(mean(children.map((child) => evenness(grain(child), order)))),
    },
    shown: children[0] ?? new Uint8Array(),
  };
};

export const noise: TrialOf = function* ({ encoding, code }, { seed, jitter }) {
  const calm = encoding.build(code, usual(seed)).body;
  const bodies: Body[] = [];
  for (let at = 0; at < NOISY; at++) {
    // The jitter's chance differs from one building to the next, development's own does not.
    bodies.push(encoding.build(code, { ...usual(seed), jitter, jitterSeed: fresh(seed, at) }).body);
    yield;
  }
  return { values: { noise: mean(bodies.map((body) => likeness(body, calm))) }, shown: bodies[0] ?? calm };
};

export const half: TrialOf = function* ({ encoding, code }, { seed }) {
  const whole = encoding.build(code, usual(seed)).body;
  let shown = whole;
  const again: number[] = [];
  const alike: number[] = [];
  for (const lost of HALVES) {
    const { body, taken } = encoding.build(code, { ...usual(seed), lost });
    // Where nothing was built yet, nothing could be taken.
    if (taken.length > 0) again.push(taken.filter((site) => body[site] !== 0).length / taken.length);
    alike.push(likeness(body, whole));
    if (lost === 'right') shown = body;
    yield;
  }
  return { values: { regrown: again.length > 0 ? percent(mean(again)) : 0, half: mean(alike) }, shown };
};

export const oven: TrialOf = function* ({ encoding, code }, { seed, oven: degrees }) {
  const cool = encoding.build(code, usual(seed)).body;
  const bodies: Body[] = [];
  for (const off of [degrees, -degrees]) {
    bodies.push(encoding.build(code, { ...usual(seed), oven: off }).body);
    yield;
  }
  return { values: { oven: mean(bodies.map((body) => likeness(body, cool))) }, shown: bodies[0] ?? cool };
};

interface Bred {
  readonly code: Code;
  readonly body: Body;
  readonly length: number;
}

/** The dead breed last. Without any that live, the gain is as low as the last that was measured. */
export const breeding: TrialOf = function* ({ encoding, code }, { seed }) {
  const grown = (each: Code, chance: number): Bred => {
    const { body } = encoding.build(each, usual(chance));
    return { code: each, body, length: isAlive(body) ? lengthOf(body) : -LATTICE };
  };
  let parents: readonly Code[] = [code];
  let generation: Bred[] = [];
  const start = mean(
    Array.from({ length: LITTER }, (_, at) => lengthOf(encoding.build(code, usual(fresh(seed, at))).body)),
  );
  for (let time = 0; time < GENERATIONS; time++) {
    const own = draw(seed, Stream.standing, time);
    generation = [];
    for (let child = 0; child < LITTER; child++) {
      const [mother, father] = [0, 1].map(
        (which) => parents[drawBelow(parents.length, own, Stream.parents, child, which)] ?? code,
      );
      const crossed = encoding.cross(mother ?? code, father ?? code, draw(own, Stream.crossover, child));
      const place = drawBelow(0xffff, own, Stream.mutationSite, child) / 0xffff;
      generation.push(grown(changed(crossed, own, child, place), fresh(own, child)));
      yield;
    }
    generation.sort((a, b) => b.length - a.length);
    parents = generation.slice(0, BREEDERS).map((each) => each.code);
  }
  const living = generation.filter((each) => each.length > -LATTICE);
  return {
    values: { gain: living.length > 0 ? mean(living.map((each) => each.length)) - start : 0 },
    shown: generation[0]?.body ?? new Uint8Array(),
  };
};

/** Doublings of length over width. */
const lengthOf = (body: Body): number => readTraits(measure(body)).slenderness / 1000;
