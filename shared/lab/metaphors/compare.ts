/** Bench “Metaphors”: one body encoded in four ways, and the same trials for each. */
import { BODY_BYTES, type Body, type GrowthConditions, SITES } from '../../sim/embryo/body.ts';
import type { Kernel } from '../../sim/embryo/kernel.ts';
import { type Genome, mutate } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { blueprint, drawBlueprint } from './blueprint.ts';
import { compile } from './compile.ts';
import { type Code, METAPHORS, type Metaphor, ofEach } from './encoding.ts';
import { fitRecipe } from './fit.ts';
import { modelIn } from './model.ts';
import { program } from './program.ts';
import { recipe } from './recipe.ts';
import { isAlive, rounded, type Table, type Trial } from './scores.ts';
import {
  breeding,
  type Contestant,
  cross,
  half,
  letter,
  noise,
  oven,
  type Terms,
  type TrialOf,
  truth,
} from './trials.ts';

/** The creature on trial. */
export interface CreatureAsk {
  readonly genome: Uint8Array;
  readonly noiseSeed: number;
  readonly conditions: GrowthConditions;
}

export interface MetaphorsAsk extends CreatureAsk {
  /** What `prepareMetaphors` gave for this creature. */
  readonly prepared: Prepared;
  /** Per cent of a number's range, 0 to 20. */
  readonly jitter: number;
  /** Degrees, 0 to 100. */
  readonly oven: number;
}

type ByMetaphor<Value> = Readonly<Record<Metaphor, Value>>;
/** By trial, what each metaphor's code built, in the order of METAPHORS. */
type Shown<Of extends string> = Readonly<Record<Of, readonly Body[]>>;

export const STEADY = ['truth', 'letter', 'cross', 'half', 'breeding'] as const;
export const DIALLED = ['noise', 'oven'] as const;
const TRIALS = { truth, letter, cross, half, breeding, noise, oven } as const satisfies Partial<Record<Trial, TrialOf>>;

/** The codes, and all trials on which no dial has a bearing. */
export interface Prepared {
  readonly own: ByMetaphor<Code>;
  readonly others: ByMetaphor<Code>;
  /** The body that was to be encoded, and its relative's. */
  readonly wanted: Body;
  readonly relative: Body;
  readonly values: ByMetaphor<Readonly<Record<string, number>>>;
  readonly shown: Shown<(typeof STEADY)[number]>;
  /** Of wanted, relative and all that is shown. */
  readonly print: string;
}

export interface Metaphors {
  readonly table: Table;
  readonly shown: Shown<(typeof STEADY)[number] | (typeof DIALLED)[number]>;
  /** The fingerprint of what was prepared, then of all bodies, these in the order of STEADY and DIALLED. */
  readonly of: string;
  readonly print: string;
}

/** Of the time all of it takes, what writing four codes does. Nothing hangs on it but how evenly the bar moves. */
const TO_ENCODE = 0.4;

export const prepareMetaphors: Experiment<CreatureAsk, Prepared> = function* (kernel, ask) {
  const wanted = bodyOf(kernel, ask, ask.genome);
  const kin = relativeOf(kernel, ask);
  const relative = bodyOf(kernel, ask, kin);
  const own = yield* encodings(wanted, ask.genome, 0);
  const others = yield* encodings(relative, kin, TO_ENCODE);
  const terms: Terms = { wanted, seed: ask.noiseSeed, jitter: 0, oven: 0 };
  const contestants = contestantsOf(kernel, ask, own, others);
  const { values, shown } = yield* within(tryAll(STEADY, contestants, terms), 2 * TO_ENCODE, 1 - 2 * TO_ENCODE);
  const print = fingerprint([wanted, relative, ...STEADY.flatMap((trial) => shown[trial])]);
  return { own, others, wanted, relative, values, shown, print };
};

/** All trials: those that were prepared, and those on which the dials bear. */
export const compareMetaphors: Experiment<MetaphorsAsk, Metaphors> = function* (kernel, ask) {
  const { prepared } = ask;
  const { wanted, own, others } = prepared;
  const terms: Terms = { wanted, seed: ask.noiseSeed, jitter: ask.jitter / 100, oven: ask.oven };
  const dialled = yield* tryAll(DIALLED, contestantsOf(kernel, ask, own, others), terms);
  const table = ofEach((metaphor) => rounded({ ...prepared.values[metaphor], ...dialled.values[metaphor] }));
  const shown = { ...prepared.shown, ...dialled.shown };
  const bodies = [wanted, prepared.relative, ...[...STEADY, ...DIALLED].flatMap((trial) => shown[trial])];
  return { table, shown, of: prepared.print, print: fingerprint(bodies) };
};

function contestantsOf(
  kernel: Kernel,
  { conditions }: CreatureAsk,
  own: ByMetaphor<Code>,
  others: ByMetaphor<Code>,
): ByMetaphor<Contestant> {
  const encodings = { blueprint, program, recipe, model: modelIn(kernel, conditions) };
  return ofEach((metaphor) => ({ encoding: encodings[metaphor], code: own[metaphor], relative: others[metaphor] }));
}

interface Tried<Of extends string> {
  readonly values: ByMetaphor<Readonly<Record<string, number>>>;
  readonly shown: Shown<Of>;
}

function* tryAll<Of extends keyof typeof TRIALS>(
  trials: readonly Of[],
  contestants: ByMetaphor<Contestant>,
  terms: Terms,
): Generator<number, Tried<Of>> {
  const values = ofEach((): Record<string, number> => ({}));
  const shown = {} as Record<Of, Body[]>;
  let done = 0;
  for (const trial of trials) {
    shown[trial] = [];
    for (const metaphor of METAPHORS) {
      const work = TRIALS[trial](contestants[metaphor], terms);
      let step = work.next();
      for (; !step.done; step = work.next()) yield done / (trials.length * METAPHORS.length);
      Object.assign(values[metaphor], step.value.values);
      shown[trial].push(step.value.shown);
      done++;
    }
  }
  return { values, shown };
}

/** One body in four codes. */
function* encodings(body: Body, genome: Genome, from: number): Generator<number, ByMetaphor<Code>> {
  const compiled = yield* within(compile(body), from, TO_ENCODE / 6);
  const fitted = yield* within(fitRecipe(body), from + TO_ENCODE / 6, (TO_ENCODE * 5) / 6);
  return { blueprint: drawBlueprint(body), program: compiled, recipe: fitted, model: genome };
}

function* within<Result>(work: Generator<number, Result>, from: number, share: number): Generator<number, Result> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield from + share * step.value;
  return step.value;
}

function bodyOf({ grow }: Kernel, { noiseSeed, conditions }: CreatureAsk, genome: Genome): Body {
  const body = grow(genome, noiseSeed, conditions);
  return body.fill(0, 4 * SITES, BODY_BYTES);
}

const KIN_GENERATIONS = 4;
const KIN_TRIED = 64;

/** After four generations of mutation at the world's rate, and alive. If none of the first 64 lives, the creature itself. */
function relativeOf(kernel: Kernel, ask: CreatureAsk): Genome {
  for (let tried = 0; tried < KIN_TRIED; tried++) {
    const genome = ask.genome.slice();
    for (let generation = 0; generation < KIN_GENERATIONS; generation++) {
      mutate(genome, draw(ask.noiseSeed, Stream.mutationSite, tried, generation));
    }
    if (isAlive(bodyOf(kernel, ask, genome))) return genome;
  }
  return ask.genome;
}
