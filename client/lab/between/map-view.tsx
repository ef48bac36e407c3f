import { useMemo } from 'preact/hooks';
import { Fate, type MapResult, SIDE } from '../../../shared/lab/between/map.ts';
import { fixed, number, t } from '../../i18n/i18n.ts';
import { BodyPicture } from '../frame/body-picture.tsx';
import { useExperiment } from '../frame/use-experiment.ts';
import { tableOf, type View } from '../parts/view.ts';
import type { BetweenState } from './dials.ts';

const FATES = ['twin', 'changed', 'failed'] as const;
/** Told apart by their shapes, too. */
const SIGNS = ['=', '≠', '×'] as const;
const HALF = (SIDE - 1) / 2;

export const fateName = (fate: number): string => t(`lab.between.fate.${FATES[fate] ?? 'failed'}`);

export function useMap(bench: BetweenState): View {
  const { view, ways, reach, draw } = bench.values;
  const run = useExperiment('between-map', 'mapAround', [view === 'map', bench.word, ways, reach, draw], () =>
    view === 'map' ? { of: bench.creature, ways, reach, seed: draw } : null,
  );
  const { result } = run;
  const table = useMemo(() => (result ? sheetOf(result, reach) : null), [result]);
  return {
    runs: [run],
    print: result?.print,
    dials: ['ways', 'reach'],
    said: result ? saidOf(result) : '',
    table,
    picture: result ? (
      <>
        <ul class="genome-map" dir="ltr" aria-label={t('lab.between.choice.view.map')}>
          {result.bodies.map((body, at) => {
            const fate = result.fates[at] ?? Fate.failed;
            const middle = at === (SIDE * SIDE - 1) / 2;
            return (
              <li key={at} class={`fate-${FATES[fate]} ${middle ? 'middle' : ''}`}>
                <BodyPicture body={body} scale={4} label={middle ? t('lab.creature') : fateName(fate)} />
                <span aria-hidden="true">{middle ? '' : SIGNS[fate]}</span>
              </li>
            );
          })}
        </ul>
        <p class="legend fates">
          {FATES.map((fate, at) => (
            <span key={fate}>
              <b aria-hidden="true">{SIGNS[at]}</b> {fateName(at)}
            </span>
          ))}
        </p>
      </>
    ) : null,
  };
}

function saidOf({ fates }: MapResult): string {
  // The creature itself, in the middle, does not count.
  const others = fates.filter((_, at) => at !== (SIDE * SIDE - 1) / 2);
  const count = (fate: number): number => others.filter((one) => one === fate).length;
  const [twin, changed, failed] = [Fate.twin, Fate.changed, Fate.failed].map(count);
  return t('lab.between.mapSaid', { all: others.length, twin: twin ?? 0, changed: changed ?? 0, failed: failed ?? 0 });
}

function sheetOf({ fates, strange }: MapResult, reach: number) {
  const headers = ['across', 'along', 'difference', 'fate'].map((name) => t(`lab.between.column.${name}`));
  const step = (at: number): number => ((at - HALF) * reach) / HALF;
  const rows = fates.map((fate, at) => [
    step(at % SIDE),
    step(Math.floor(at / SIDE)),
    100 * (strange[at] ?? 0),
    fateName(fate),
  ]);
  return tableOf(t('lab.between.choice.view.map'), headers, rows, (value) =>
    value % 1 === 0 ? number(value) : fixed(value, 1),
  );
}
