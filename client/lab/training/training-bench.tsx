import '../../styles/lab-training.css';
import { t } from '../../i18n/i18n.ts';
import { Bench } from '../frame/bench.tsx';
import { Dial } from '../frame/dial.tsx';
import { useBench } from '../frame/use-bench.ts';
import { DIALS } from './dials.ts';
import { useExam } from './exam-view.tsx';
import { useAgain, usePast } from './memory-views.tsx';
import { usePrompt } from './prompt-view.tsx';
import { usePastLineages } from './use-past.ts';

export function TrainingBench() {
  const bench = useBench('training', DIALS, 'duskdome');
  const { view } = bench.values;
  const past = usePastLineages(bench);
  const views = {
    prompt: usePrompt(bench),
    past: usePast(bench, past),
    again: useAgain(bench, past),
    exam: useExam(bench),
  };
  const shown = views[view];
  return (
    <Bench
      of={bench}
      runs={shown.runs}
      print={shown.print}
      dials={(['view', ...shown.dials, 'draw'] as (keyof typeof DIALS)[]).map((name) => (
        <Dial key={name} of={bench} name={name} />
      ))}
      table={shown.table}
    >
      <p class="view-said" aria-live="polite">
        {shown.said}
      </p>
      <div class="view">{shown.picture}</div>
      <p class="quiet">{t(`lab.training.how.${view}`)}</p>
    </Bench>
  );
}
