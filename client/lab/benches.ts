/** The benches of the lab, in the order in which they are best met. */
import type { FunctionComponent } from 'preact';

interface BenchEntry {
  readonly key: string;
  readonly load: () => Promise<FunctionComponent>;
}

export const BENCHES: readonly BenchEntry[] = [
  { key: 'twins', load: () => import('./twins/twins-bench.tsx').then((page) => page.TwinsBench) },
  {
    key: 'microscope',
    load: () => import('./microscope/microscope-bench.tsx').then((page) => page.MicroscopeBench),
  },
  {
    key: 'herbarium',
    load: () => import('./herbarium/herbarium-bench.tsx').then((page) => page.HerbariumBench),
  },
  { key: 'knock-outs', load: () => import('./knock-outs/knock-outs-bench.tsx').then((page) => page.KnockOutsBench) },
  { key: 'twin-study', load: () => import('./twin-study/twin-study-bench.tsx').then((page) => page.TwinStudyBench) },
  { key: 'landscape', load: () => import('./landscape/landscape-bench.tsx').then((page) => page.LandscapeBench) },
  {
    key: 'compression',
    load: () => import('./compression/compression-bench.tsx').then((page) => page.CompressionBench),
  },
  { key: 'between', load: () => import('./between/between-bench.tsx').then((page) => page.BetweenBench) },
  { key: 'metaphors', load: () => import('./metaphors/metaphors-bench.tsx').then((page) => page.MetaphorsBench) },
];
