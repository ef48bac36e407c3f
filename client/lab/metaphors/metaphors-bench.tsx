import '../../styles/lab-metaphors.css';
import type { Metaphors } from '../../../shared/lab/metaphors/compare.ts';
import { METAPHORS } from '../../../shared/lab/metaphors/encoding.ts';
import { MEASURES, winners } from '../../../shared/lab/metaphors/scores.ts';
import { listed, t } from '../../i18n/i18n.ts';
import { Bench } from '../frame/bench.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { Limits } from './limits.tsx';
import { TrialTable } from './trial-table.tsx';
import { AllSpecies, Wins } from './wins.tsx';
import { countHint, countName, metaphorName, said } from './words.ts';

const DIALS = { jitter: amount(0, 10, 2), oven: amount(0, 100, 60, 10) } as const;

export function MetaphorsBench() {
  const bench = useBench('metaphors', DIALS, 'duskdome');
  const { jitter, oven } = bench.values;
  const { genome, noiseSeed, conditions } = bench.creature;
  const codes = useExperiment('metaphors', 'prepareMetaphors', [bench.word], () => ({ genome, noiseSeed, conditions }));
  const prepared = codes.result;
  const tried = useExperiment('metaphors', 'compareMetaphors', [prepared?.print ?? '', jitter, oven], () =>
    prepared ? { genome, noiseSeed, conditions, prepared, jitter, oven } : null,
  );
  // While another creature is being encoded, what is there is still the last one's.
  const result = tried.result?.of === prepared?.print && codes.share === null ? tried.result : null;
  return (
    <Bench
      of={bench}
      runs={[codes, tried]}
      print={result?.print}
      dials={(['jitter', 'oven'] as const).map((name) => <Dial key={name} of={bench} name={name} />)}
      table={result ? tableOf(result) : null}
    >
      {prepared && result ? (
        <>
          <TrialTable prepared={prepared} tried={result} />
          <Wins table={result.table} />
        </>
      ) : (
        <p class="trials-coming">{t('lab.metaphors.coming')}</p>
      )}
      <AllSpecies />
      <Limits />
    </Bench>
  );
}

const tableOf = ({ table }: Metaphors) => {
  const headers = [t('lab.metaphors.counted'), ...METAPHORS.map(metaphorName), t('lab.metaphors.best')];
  const best = (key: string): string =>
    listed(MEASURES.flatMap((measure) => (measure.key === key ? winners(table, measure).map(metaphorName) : [])));
  return {
    caption: t('lab.metaphors.title'),
    shown: {
      headers,
      rows: MEASURES.map((measure) => [
        `${countName(measure)} (${countHint(measure)})`,
        ...METAPHORS.map((metaphor) => said(table[metaphor][measure.key] ?? Number.NaN, measure)),
        best(measure.key),
      ]),
    },
    taken: {
      headers,
      rows: MEASURES.map((measure) => [
        countName(measure),
        ...METAPHORS.map((metaphor) => table[metaphor][measure.key] ?? ''),
        best(measure.key),
      ]),
    },
  };
};
