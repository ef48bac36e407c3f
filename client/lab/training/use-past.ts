import type { Past } from '../../../shared/lab/training/memory.ts';
import { type Run, useExperiment } from '../frame/use-experiment.ts';
import type { TrainingState } from './dials.ts';

/** Both lineages of the memory views: trained once for the two of them. */
export function usePastLineages(bench: TrainingState): Run<Past> {
  const { view, cycles, draw } = bench.values;
  const wanted = view === 'past' || view === 'again';
  return useExperiment('memory', 'livePast', [wanted, bench.word, cycles, draw], () =>
    wanted ? { of: bench.creature, cycles, seed: draw } : null,
  );
}
