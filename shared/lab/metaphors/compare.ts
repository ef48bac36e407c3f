/** Bench “Metaphors”: one body encoded in four ways, and the same trials for each. */
import { BODY_BYTES, type Body, type GrowthConditions, SITES } from '../../sim/embryo/body.ts';
import type { Kernel } from '../../sim/embryo/kernel.ts';
import { type Genome, mutate } from '../../sim/genome.ts';
import { draw, Stream } from '../../sim/rng.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { blueprint, drawBlueprint } from './blueprint.ts';
import { compile } from './compile.ts';
import { METAPHORS, type Metaphor } from './encoding.ts';
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

export interface MetaphorsAsk {
  readonly genome: Uint8Array;
  readonly noiseSeed: number;
  readonly conditions: GrowthConditions;
  /** Per cent of a number's range, 0 to 20. */
  readonly jitter: number;
  /** Degrees, 0 to 100. */
  readonly oven: number;
}

export interface Metaphors {
  readonly table: Table;
  /** The body that was to be encoded, and its relative's. */
  readonly wanted: Body;
  readonly relative: Body;
  /** What each metaphor's code built in each trial of SHOWN, in the order of METAPHORS. */
  readonly shown: Readonly<Record<Shown, readonly Body[]>>;
  /** All of the above, in this order. */
  readonly bodies: readonly Body[];
  readonly print: string;
}

const TRIALS = { truth, letter, cross, noise, half, oven, breeding } as const satisfies Partial<Record<Trial, TrialOf>>;
export type Shown = keyof typeof TRIALS;
export const SHOWN = [
  'truth',
  'letter',
  'cross',
  'noise',
  'half',
  'oven',
  'breeding',
] as const satisfies readonly Shown[];
/** About how long each takes, of one. Nothing hangs on it but how evenly the bar moves. */
const TO_ENCODE = 0.3;

export const compareMetaphors: Experiment<MetaphorsAsk, Metaphors> = function* (kernel, ask) {
  const wanted = bodyOf(kernel, ask, ask.genome);
  const kin = relativeOf(kernel, ask);
  const relative = bodyOf(kernel, ask, kin);
  const own = yield* encodings(wanted, ask.genome, 0);
  const others = yield* encodings(relative, kin, TO_ENCODE);
  const terms: Terms = { wanted, seed: ask.noiseSeed, jitter: ask.jitter / 100, oven: ask.oven };
  const builders = { blueprint, program, recipe, model: modelIn(kernel, ask.conditions) };
  const shown: Record<Shown, Body[]> = {
    truth: [],
    letter: [],
    cross: [],
    noise: [],
    half: [],
    oven: [],
    breeding: [],
  };
  const table: Partial<Record<Metaphor, ReturnType<typeof rounded>>> = {};
  let share = 2 * TO_ENCODE;
  for (const metaphor of METAPHORS) {
    const contestant: Contestant = { encoding: builders[metaphor], code: own[metaphor], relative: others[metaphor] };
    const values: Record<string, number> = {};
    for (const trial of SHOWN) {
      const work = TRIALS[trial](contestant, terms);
      let step = work.next();
      for (; !step.done; step = work.next()) yield share;
      Object.assign(values, step.value.values);
      shown[trial].push(step.value.shown);
      share += (1 - 2 * TO_ENCODE) / (METAPHORS.length * SHOWN.length);
    }
    table[metaphor] = rounded(values);
  }
  const bodies = [wanted, relative, ...SHOWN.flatMap((trial) => shown[trial])];
  return { table: complete(table), wanted, relative, shown, bodies, print: fingerprint(bodies) };
};

function complete({ blueprint, program, recipe, model }: Partial<Record<Metaphor, ReturnType<typeof rounded>>>): Table {
  if (!blueprint || !program || !recipe || !model) throw new Error('A metaphor was not tried.');
  return { blueprint, program, recipe, model };
}

/** One body in four codes. */
function* encodings(body: Body, genome: Genome, from: number): Generator<number, Record<Metaphor, Uint8Array>> {
  const compiled = yield* within(compile(body), from, TO_ENCODE / 6);
  const fitted = yield* within(fitRecipe(body), from + TO_ENCODE / 6, (TO_ENCODE * 5) / 6);
  return { blueprint: drawBlueprint(body), program: compiled, recipe: fitted, model: genome };
}

function* within<Result>(work: Generator<number, Result>, from: number, share: number): Generator<number, Result> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield from + share * step.value;
  return step.value;
}

function bodyOf({ grow }: Kernel, { noiseSeed, conditions }: MetaphorsAsk, genome: Genome): Body {
  const body = grow(genome, noiseSeed, conditions);
  return body.fill(0, 4 * SITES, BODY_BYTES);
}

const KIN_GENERATIONS = 4;
const KIN_TRIED = 64;

/** After four generations of mutation at the world's rate, and alive. If none of the first 64 lives, the creature itself. */
function relativeOf(kernel: Kernel, ask: MetaphorsAsk): Genome {
  for (let tried = 0; tried < KIN_TRIED; tried++) {
    const genome = ask.genome.slice();
    for (let generation = 0; generation < KIN_GENERATIONS; generation++) {
      mutate(genome, draw(ask.noiseSeed, Stream.mutationSite, tried, generation));
    }
    if (isAlive(bodyOf(kernel, ask, genome))) return genome;
  }
  return ask.genome;
}
