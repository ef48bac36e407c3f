import { useMemo } from 'preact/hooks';
import { Fate } from '../../../shared/lab/between/map.ts';
import { type Change, type Mutant, type MutationsResult, PARTS } from '../../../shared/lab/between/mutations.ts';
import { fixed, number, percent, t } from '../../i18n/i18n.ts';
import { Plot } from '../../ui/charts/plot.tsx';
import { useExperiment } from '../frame/use-experiment.ts';
import { BodyRow } from '../parts/body-row.tsx';
import { ShareBars } from '../parts/share-bars.tsx';
import { tableOf, type View } from '../parts/view.ts';
import type { BetweenState } from './dials.ts';
import { effectsPlot } from './effects-plot.ts';
import { fateName } from './map-view.tsx';

/** Of either end of the distribution. */
const SHOWN = 6;
const partName = (part: string): string => t(`lab.between.mutation.part.${part}`);

export function useMutations(bench: BetweenState): View {
  const { view, count, letters, draw } = bench.values;
  const run = useExperiment(
    'between-mutations',
    'mutateOnce',
    [view === 'mutations', bench.word, count, letters, draw],
    () => (view === 'mutations' ? { of: bench.creature, count, letters, seed: draw } : null),
  );
  const { result } = run;
  const plot = useMemo(() => (result ? effectsPlot(result) : null), [result]);
  const table = useMemo(() => (result ? sheetOf(result) : null), [result]);
  return {
    runs: [run],
    print: result?.print,
    dials: ['letters', 'count'],
    said: result ? saidOf(result) : '',
    table,
    picture: result ? (
      <>
        {plot ? <Plot spec={plot} height={210} label={t('lab.between.mutation.chart')} /> : null}
        <p class="legend">
          <span class="key-mutants">{t('lab.between.mutation.mutants')}</span>
          <span class="key-chance">{t('lab.between.mutation.chance')}</span>
        </p>
        <h2>{t('lab.between.mutation.most')}</h2>
        <BodyRow name={t('lab.between.mutation.most')} of={result.mutants.slice(-SHOWN).toReversed().map(pictured)} />
        {letters === 1 ? (
          <>
            <h2>{t('lab.between.mutation.where')}</h2>
            <ShareBars shares={PARTS.map((part) => sharesOf(part, result.mutants))} />
          </>
        ) : null}
      </>
    ) : null,
  };
}

const shows = ({ fate }: Mutant): boolean => fate !== Fate.twin;

function sharesOf(part: string, mutants: readonly Mutant[]) {
  const of = mutants.filter(({ changes }) => changes[0]?.part === part);
  return { name: partName(part), count: of.filter(shows).length, of: of.length };
}

const pictured = ({ body, changes, fate }: Mutant) => ({
  body,
  label:
    changes.length > 1
      ? ''
      : changes
          .map(({ part, at, from, to }) =>
            t('lab.between.mutation.one', { part: partName(part), byte: at + 1, from, to }),
          )
          .join(''),
  kind: fate === Fate.failed ? 'failed' : fate === Fate.changed ? 'marked' : '',
});

function saidOf({ mutants }: MutationsResult): string {
  const share = (fate: number): string => percent(mutants.filter((one) => one.fate === fate).length / mutants.length);
  return t('lab.between.mutation.said', {
    twin: share(Fate.twin),
    changed: share(Fate.changed),
    failed: share(Fate.failed),
  });
}

function sheetOf({ mutants }: MutationsResult) {
  const headers = ['byte', 'part', 'from', 'to', 'difference', 'fate'].map((name) => t(`lab.between.column.${name}`));
  const all = (changes: readonly Change[], of: (change: Change) => string | number): string =>
    changes.map(of).join(' ');
  const rows = mutants.map(({ changes, effect, fate }) => [
    all(changes, ({ at }) => at + 1),
    [...new Set(changes.map(({ part }) => partName(part)))].join(', '),
    all(changes, ({ from }) => from),
    all(changes, ({ to }) => to),
    100 * effect,
    fateName(fate),
  ]);
  return tableOf(t('lab.between.mutation.chart'), headers, rows, (value) =>
    value % 1 === 0 ? number(value) : fixed(value, 1),
  );
}
