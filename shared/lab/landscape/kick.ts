/** Bench “Landscape”: cells kicked out of their course, and whether they come back. */
import type { Body } from '../../sim/embryo/body.ts';
import { GENES } from '../../sim/genome.ts';
import type { Seedling } from '../../sim/seedling.ts';
import { type Experiment, fingerprint } from '../experiment.ts';
import { part } from './part.ts';
import { type Controls, growControls, type Kick, type KickedCell, type Trial, tryKick } from './trial.ts';

/** So many kicked cells are drawn at most. */
const TRAILS = 12;

/** What the table of strengths (per cent) and moments (steps) tries. */
export const STRENGTHS = [25, 50, 75, 100] as const;
export const MOMENTS = [12, 16, 20, 24, 28, 32, 36, 40] as const;

export interface Outcome {
  /** Cells kicked, and how many of them were home at the end. A cell that died of it is not. */
  readonly kicked: number;
  readonly home: number;
  /** The cells beside them in the same embryos, that were not kicked. */
  readonly spared: number;
  readonly sparedHome: number;
  /** Mean distance of kicked cells from themselves unkicked at the end, over that just after the kick: 1 is all of it. */
  readonly left: number;
}

export interface Kicked extends Outcome {
  /** By turns unkicked and kicked, from the same noise; the creature's own pair first. */
  readonly bodies: readonly Body[];
  readonly print: string;
  readonly trails: readonly Trail[];
}

export interface Trail {
  /** Int16Array[GENES × points], gene-major, q14: expression before the kick, after it, and on to the end. */
  readonly states: Int16Array;
  /** Int16Array[GENES]: at the end without the kick. */
  readonly goal: Int16Array;
  readonly home: boolean;
}

export interface KickAsk extends Kick {
  readonly of: Seedling;
}

export const kickCells: Experiment<KickAsk, Kicked> = function* (kernel, { of, ...kick }) {
  const controls = yield* part(growControls(kernel, of), 0, 0.5);
  const trials: Trial[] = [];
  const trails: Trail[] = [];
  for (const control of controls.grown) {
    const trial = tryKick(kernel, of, control, kick, trails.length < TRAILS);
    trials.push(trial);
    for (const cell of trial.kicked) if (trails.length < TRAILS) trails.push(trailOf(cell, controls));
    yield 0.5 + (0.5 * trials.length) / controls.grown.length;
  }
  const bodies = controls.grown.flatMap(({ body }, at) => [body, trials[at]?.body ?? body]);
  return { ...outcomeOf(trials, controls), bodies, print: fingerprint(bodies), trails };
};

/** Of each strength at each moment: STRENGTHS × MOMENTS, strength by strength. */
export const kickAllWays: Experiment<Seedling, readonly Outcome[]> = function* (kernel, of) {
  const controls = yield* part(growControls(kernel, of), 0, 0.05);
  const kicks = STRENGTHS.flatMap((strength) => MOMENTS.map((step): Kick => ({ strength, step })));
  const outcomes: Outcome[] = [];
  for (const kick of kicks) {
    const trials: Trial[] = [];
    for (const control of controls.grown) {
      trials.push(tryKick(kernel, of, control, kick, false));
      yield 0.05 + (0.95 * outcomes.length) / kicks.length;
    }
    outcomes.push(outcomeOf(trials, controls));
  }
  return outcomes;
};

function outcomeOf(trials: readonly Trial[], { near }: Controls): Outcome {
  const kicked = trials.flatMap((trial) => trial.kicked);
  const spared = trials.flatMap((trial) => trial.spared);
  const isHome = ({ apart }: { readonly apart: number }): boolean => apart <= near;
  const there = kicked.filter(({ apart }) => Number.isFinite(apart));
  const sum = (of: 'apart' | 'thrown'): number => there.reduce((all, cell) => all + cell[of], 0);
  return {
    kicked: kicked.length,
    home: kicked.filter(isHome).length,
    spared: spared.length,
    sparedHome: spared.filter(isHome).length,
    left: sum('thrown') > 0 ? sum('apart') / sum('thrown') : 0,
  };
}

const trailOf = ({ states, goal, apart }: KickedCell, { near }: Controls): Trail => ({
  states: pool(states),
  goal,
  home: apart <= near,
});

/** States of one cell, each Int16Array[GENES], as those of several: Int16Array[GENES × states]. */
const pool = (states: readonly Int16Array[]): Int16Array =>
  Int16Array.from(
    { length: GENES * states.length },
    (_, at) => states[at % states.length]?.[Math.floor(at / states.length)] ?? 0,
  );
