/** The benches of the lab, in the order in which they are best met. */
import type { FunctionComponent } from 'preact';
import type { BENCH_NAMES } from '../../shared/lab/bench-link.ts';

interface BenchEntry {
  readonly key: (typeof BENCH_NAMES)[number];
  readonly load: () => Promise<FunctionComponent>;
}

export const BENCHES: readonly BenchEntry[] = [
  { key: 'twins', load: () => import('./twins/twins-bench.tsx').then((page) => page.TwinsBench) },
  {
    key: 'microscope',
    load: () => import('./microscope/microscope-bench.tsx').then((page) => page.MicroscopeBench),
  },
  { key: 'landscape', load: () => import('./landscape/landscape-bench.tsx').then((page) => page.LandscapeBench) },
  { key: 'knock-outs', load: () => import('./knock-outs/knock-outs-bench.tsx').then((page) => page.KnockOutsBench) },
  { key: 'twin-study', load: () => import('./twin-study/twin-study-bench.tsx').then((page) => page.TwinStudyBench) },
  { key: 'between', load: () => import('./between/between-bench.tsx').then((page) => page.BetweenBench) },
  {
    key: 'compression',
    load: () => import('./compression/compression-bench.tsx').then((page) => page.CompressionBench),
  },
  { key: 'training', load: () => import('./training/training-bench.tsx').then((page) => page.TrainingBench) },
  { key: 'metaphors', load: () => import('./metaphors/metaphors-bench.tsx').then((page) => page.MetaphorsBench) },
  {
    key: 'herbarium',
    load: () => import('./herbarium/herbarium-bench.tsx').then((page) => page.HerbariumBench),
  },
];
