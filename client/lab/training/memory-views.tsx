import { useMemo, useRef } from 'preact/hooks';
import { ARRIVED } from '../../../shared/lab/training/environments.ts';
import { HOMES, type Past, type Recalled, WATCHED, type Way } from '../../../shared/lab/training/memory.ts';
import { fixed, percent, t } from '../../i18n/i18n.ts';
import { Plot } from '../../ui/charts/plot.tsx';
import { type Run, useExperiment } from '../frame/use-experiment.ts';
import { BodyRow } from '../parts/body-row.tsx';
import { ShareBars } from '../parts/share-bars.tsx';
import { tableOf, type View } from '../parts/view.ts';
import type { TrainingState } from './dials.ts';
import { waysPlot } from './plots.ts';

const FORMS = ['A', 'B', 'C'] as const;

/** What random relatives of a lineage grow into. */
export function usePast(bench: TrainingState, past: Run<Past>): View {
  const { view, redrawn, draw } = bench.values;
  const lineages = view === 'past' ? past.result : null;
  const asked = useRef('');
  const run = useExperiment('memory', 'recall', [nameOf(lineages), redrawn, draw], () => {
    asked.current = nameOf(lineages);
    return lineages ? { ...lineages, redrawn, seed: draw } : null;
  });
  const found = run.result?.lineages ?? [];
  const table = useMemo(() => (run.result ? recallSheet(run.result.lineages) : null), [run.result]);
  const [knew, never] = found.map(({ shares }) => percent(shares.A));
  return {
    runs: [past, run],
    // Between the end of the training and what is asked of it, what is there is of the training before.
    print: asked.current === nameOf(lineages) ? run.result?.print : undefined,
    dials: ['cycles', 'redrawn'],
    said: run.result ? t('lab.training.memory.recalled', { knew: knew ?? '', never: never ?? '' }) : '',
    table,
    picture: run.result ? (
      <div class="view-halves">
        {found.map((recalled, at) => (
          <section key={at}>
            <h2>{t(`lab.training.memory.lineage.${HOMES[at]}`)}</h2>
            <ShareBars shares={FORMS.map((form) => shareOf(recalled, form))} />
            <BodyRow
              name={t('lab.training.memory.relatives')}
              of={recalled.bodies.map((body, which) => ({
                body,
                label: recalled.forms[which] || t('lab.training.memory.mixed'),
                kind: recalled.forms[which] === 'A' ? 'marked' : '',
              }))}
            />
          </section>
        ))}
      </div>
    ) : null,
  };
}

/** Another for other lineages. */
const nameOf = (past: Past | null): string => past?.lineages[0]?.[0]?.join() ?? '';

const shareOf = ({ shares, relatives }: Recalled, form: (typeof FORMS)[number]) => ({
  name: t(`lab.training.memory.form.${form}`),
  count: Math.round(shares[form] * relatives),
  of: relatives,
});

function recallSheet(lineages: readonly Recalled[]) {
  const headers = ['lineage', 'relatives', ...FORMS].map((name) => t(`lab.training.column.${name}`));
  const rows = lineages.map(({ relatives, shares }, at) => [
    t(`lab.training.memory.lineage.${HOMES[at]}`),
    relatives,
    ...FORMS.map((form) => 100 * shares[form]),
  ]);
  return tableOf(t('lab.training.memory.relatives'), headers, rows, (value) => fixed(value, value % 1 === 0 ? 0 : 1));
}

/** How soon each lineage adapts to an environment that it knew, and to one that is new to it. */
export function useAgain(bench: TrainingState, past: Run<Past>): View {
  const { view, draw } = bench.values;
  const lineages = view === 'again' ? past.result : null;
  const asked = useRef('');
  const run = useExperiment('memory', 'adapt', [nameOf(lineages), draw], () => {
    asked.current = nameOf(lineages);
    return lineages ? { ...lineages, seed: draw } : null;
  });
  const ways = run.result?.ways;
  const plot = useMemo(() => (ways ? waysPlot(meanWay(ways, true), meanWay(ways, false)) : null), [ways]);
  const table = useMemo(() => (ways ? waysSheet(ways) : null), [ways]);
  return {
    runs: [past, run],
    print: asked.current === nameOf(lineages) ? run.result?.print : undefined,
    dials: ['cycles'],
    said: ways
      ? t('lab.training.memory.adapted', {
          again: timesOf(ways, true),
          anew: timesOf(ways, false),
          share: percent(ARRIVED),
        })
      : '',
    table,
    picture:
      plot && ways ? (
        <>
          <Plot spec={plot} height={220} label={t('lab.training.memory.chart')} />
          <p class="legend">
            <span class="key-first">{t('lab.training.memory.again')}</span>
            <span class="key-second">{t('lab.training.memory.anew')}</span>
          </p>
          <div class="view-halves">
            {ways
              .filter(({ to }) => to === 'A')
              .map(({ from, bodies }) => (
                <section key={from}>
                  <h2>{t(`lab.training.memory.toA.${from}`)}</h2>
                  <BodyRow
                    name={t(`lab.training.memory.toA.${from}`)}
                    of={bodies.map((body) => ({ body, label: '' }))}
                  />
                </section>
              ))}
          </div>
        </>
      ) : null,
  };
}

const isOld = ({ from, to }: Way): boolean => from === to;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const meanWay = (ways: readonly Way[], old: boolean): number[] =>
  Array.from({ length: WATCHED + 1 }, (_, at) =>
    mean(ways.filter((way) => isOld(way) === old).map(({ way }) => way[at] ?? 0)),
  );

/** “3.1 (2.0 to 4.5)”: the mean, and the least and most of all. */
function timesOf(ways: readonly Way[], old: boolean): string {
  const times = ways.filter((way) => isOld(way) === old).flatMap(({ generations }) => generations);
  return t('lab.training.memory.times', {
    mean: fixed(mean(times), 1),
    least: fixed(Math.min(...times), 1),
    most: fixed(Math.max(...times), 1),
  });
}

function waysSheet(ways: readonly Way[]) {
  const headers = ['lineage', 'target', 'repeat', 'generations'].map((name) => t(`lab.training.column.${name}`));
  const rows = ways.flatMap(({ from, to, generations }) =>
    generations.map((time, repeat) => [t(`lab.training.memory.lineage.${from}`), to, repeat + 1, time]),
  );
  return tableOf(t('lab.training.memory.chart'), headers, rows, (value) => fixed(value, value % 1 === 0 ? 0 : 1));
}
