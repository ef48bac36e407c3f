import { useMemo, useRef } from 'preact/hooks';
import { type Drawing, GRID, readDrawing } from '../../../shared/lab/training/drawing.ts';
import { POPULATION, type SampleResult } from '../../../shared/lab/training/prompt.ts';
import { fixed, percent, t } from '../../i18n/i18n.ts';
import { Plot } from '../../ui/charts/plot.tsx';
import { useExperiment } from '../frame/use-experiment.ts';
import { BodyRow } from '../parts/body-row.tsx';
import { tableOf, type View } from '../parts/view.ts';
import type { TrainingState } from './dials.ts';
import { Easel } from './easel.tsx';
import { likenessPlot } from './plots.ts';
import { PIECE, useTraining } from './use-training.ts';

const SAMPLES = 12;

export function usePrompt(bench: TrainingState): View {
  const { view, drawing: letters, generations, noise, sample, draw } = bench.values;
  const drawing: Drawing = useMemo(() => readDrawing(letters) ?? new Uint8Array(GRID * GRID), [letters]);
  const key = view === 'prompt' ? [bench.word, letters, draw].join() : null;
  const training = useTraining(key, { of: bench.creature, drawing, generations, seed: draw }, (to) =>
    bench.set('generations', Math.max(to, bench.dials.generations.least)),
  );
  const { genomes = [], best = [], mean = [], film = [] } = training.result ?? {};
  const over = key !== null && training.share === null && best.length > 0;
  const token = over ? [key, best.length, noise, sample].join() : '';
  // What the samples shown were asked of: until the newest are, there is nothing to be fingerprinted.
  const asked = useRef('');
  const run = useExperiment('prompt', 'sampleTrained', [token], () => {
    asked.current = token;
    return over ? { of: bench.creature, drawing, genomes, count: SAMPLES, noise, seed: draw, take: sample } : null;
  });
  const { result } = run;
  const plot = useMemo(() => likenessPlot(best, mean, generations), [best.length, generations, key]);
  const table = useMemo(() => (result ? sheetOf(best, mean, result) : null), [result]);
  return {
    runs: [training, run],
    print: asked.current === token ? result?.print : undefined,
    dials: ['generations', 'noise', 'sample'],
    said: result ? saidOf(result) : '',
    table,
    picture: (
      <>
        <div class="prompt">
          <section>
            <h2>{t('lab.training.prompt.draw')}</h2>
            <Easel drawing={drawing} letters={letters} onDraw={(to) => bench.set('drawing', to)} />
          </section>
          <section>
            <h2>
              {t('lab.training.prompt.watch', { generation: best.length, of: generations, population: POPULATION })}
            </h2>
            <BodyRow
              name={t('lab.training.prompt.film')}
              of={film.map((body, at) => ({
                body,
                label: t('lab.training.prompt.at', { generation: at * PIECE + 1 }),
              }))}
            />
            {best.length > 1 ? (
              <>
                <Plot spec={plot} height={170} label={t('lab.training.prompt.chart')} />
                <p class="legend">
                  <span class="key-first">{t('lab.training.prompt.best')}</span>
                  <span class="key-second">{t('lab.training.prompt.mean')}</span>
                </p>
              </>
            ) : null}
          </section>
        </div>
        {result ? (
          <section class="samples">
            <h2>{t('lab.training.prompt.samples')}</h2>
            <button
              type="button"
              class="button primary"
              onClick={() => bench.set('sample', (sample % bench.dials.sample.most) + 1)}
            >
              {t('lab.training.prompt.again')}
            </button>
            <BodyRow
              name={t('lab.training.prompt.samples')}
              of={result.bodies.map((body, at) => ({ body, label: percent(result.likeness[at] ?? 0) }))}
            />
          </section>
        ) : null}
      </>
    ),
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const saidOf = ({ likeness, before }: SampleResult): string =>
  t('lab.training.prompt.said', {
    likeness: percent(meanOf(likeness)),
    least: percent(Math.min(...likeness)),
    most: percent(Math.max(...likeness)),
    before: percent(meanOf(before)),
  });

/** Generation by generation, then the samples. */
function sheetOf(best: readonly number[], mean: readonly number[], { likeness }: SampleResult) {
  const headers = ['row', 'best', 'mean'].map((name) => t(`lab.training.column.${name}`));
  const rows = [
    ...best.map((one, at) => [t('lab.training.prompt.at', { generation: at + 1 }), 100 * one, 100 * (mean[at] ?? 0)]),
    ...likeness.map((one, at) => [t('lab.training.prompt.sample', { number: at + 1 }), 100 * one, '']),
  ];
  return tableOf(t('lab.training.prompt.chart'), headers, rows, (value) => fixed(value, 1));
}
