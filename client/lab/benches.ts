/** The benches of the lab, in the order in which they are best met. */
import type { FunctionComponent } from 'preact';

interface BenchEntry {
  readonly key: string;
  readonly load: () => Promise<FunctionComponent>;
}

export const BENCHES: readonly BenchEntry[] = [
  { key: 'twins', load: () => import('./twins/twins-bench.tsx').then((page) => page.TwinsBench) },
];
