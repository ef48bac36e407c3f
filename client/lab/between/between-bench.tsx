import '../../styles/lab-between.css';
import { t } from '../../i18n/i18n.ts';
import { Bench } from '../frame/bench.tsx';
import { Dial } from '../frame/dial.tsx';
import { useBench } from '../frame/use-bench.ts';
import { useCrosses } from './crosses-view.tsx';
import { DIALS } from './dials.ts';
import { useLine } from './line-view.tsx';
import { useMap } from './map-view.tsx';
import { useMutations } from './mutations-view.tsx';

export function BetweenBench() {
  const bench = useBench('between', DIALS, 'petalgnome');
  const { view } = bench.values;
  const views = {
    line: useLine(bench),
    map: useMap(bench),
    crosses: useCrosses(bench),
    mutations: useMutations(bench),
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
      <p class="quiet">{t(`lab.between.how.${view}`)}</p>
    </Bench>
  );
}
