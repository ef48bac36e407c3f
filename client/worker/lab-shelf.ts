/** The lab's experiments by bench: each file is fetched when something of it is first asked for. */
import type { Experiment } from '../../shared/lab/experiment.ts';

export const SHELF = {
  paint: () => import('./lab-paint.ts'),
  'knock-outs': () => import('../../shared/lab/knock-outs.ts'),
  'knock-out-matrix': () => import('../../shared/lab/knock-out-matrix.ts'),
  'knock-out-pairs': () => import('../../shared/lab/knock-out-pairs.ts'),
  'twin-study': () => import('../../shared/lab/twin-study.ts'),
  microscope: () => import('../../shared/lab/microscope/film.ts'),
  twins: () => import('../../shared/lab/twins.ts'),
  landscape: () => import('../../shared/lab/landscape/landscape.ts'),
  kicks: () => import('../../shared/lab/landscape/kick.ts'),
  compression: () => import('../../shared/lab/compression/compression.ts'),
  herbarium: () => import('../../shared/lab/herbarium.ts'),
  'between-line': () => import('../../shared/lab/between/line.ts'),
  'between-map': () => import('../../shared/lab/between/map.ts'),
  'between-crosses': () => import('../../shared/lab/between/crosses.ts'),
  'between-mutations': () => import('../../shared/lab/between/mutations.ts'),
  prompt: () => import('../../shared/lab/training/prompt.ts'),
  memory: () => import('../../shared/lab/training/memory.ts'),
  exam: () => import('../../shared/lab/training/exam.ts'),
  metaphors: () => import('../../shared/lab/metaphors/compare.ts'),
} as const;

export type Shelf = typeof SHELF;
export type BenchName = keyof Shelf;
type Module<Bench extends BenchName> = Awaited<ReturnType<Shelf[Bench]>>;

/** Names of what a bench's file can do. */
export type ExperimentName<Bench extends BenchName> = {
  // biome-ignore lint/suspicious/noExplicitAny: whatever it asks for and gives
  [Name in keyof Module<Bench>]: Module<Bench>[Name] extends Experiment<any, any> ? Name : never;
}[keyof Module<Bench>] &
  string;

export type AskOf<Bench extends BenchName, Name extends ExperimentName<Bench>> =
  Module<Bench>[Name] extends Experiment<infer Ask, infer _> ? Ask : never;
export type ResultOf<Bench extends BenchName, Name extends ExperimentName<Bench>> =
  Module<Bench>[Name] extends Experiment<infer _, infer Result> ? Result : never;
