import { useMemo } from 'preact/hooks';
import { LITTER, type LineResult, PLACES } from '../../../shared/lab/between/line.ts';
import { fixed, percent, t } from '../../i18n/i18n.ts';
import { axisOf, COMMON } from '../../ui/charts/axes.ts';
import { Plot, type PlotSpec } from '../../ui/charts/plot.tsx';
import { DASHES } from '../../ui/charts/theme.ts';
import { BodyPicture } from '../frame/body-picture.tsx';
import { useExperiment } from '../frame/use-experiment.ts';
import { tableOf, type View } from '../parts/view.ts';
import type { BetweenState } from './dials.ts';

const STEP = 100 / (PLACES - 1);
/** Of the places, every other is pictured. */
const PICTURED = 2;

export function useLine(bench: BetweenState): View {
  const { view, partner, position, draw } = bench.values;
  const run = useExperiment('between-line', 'walkLine', [view === 'line', bench.word, partner, draw], () =>
    view === 'line' ? { of: bench.creature, partner, seed: draw } : null,
  );
  const { result } = run;
  const plot = useMemo(() => (result ? plotOf(result, position) : null), [result, position]);
  const table = useMemo(() => (result ? sheetOf(result) : null), [result]);
  const place = Math.round(position / STEP);
  return {
    runs: [run],
    print: result?.print,
    dials: ['partner', 'position'],
    said: result ? sayAt(result, place) : '',
    table,
    picture: result ? (
      <>
        <Walk of={result} place={place} onPick={(to) => bench.set('position', to * STEP)} />
        {plot ? (
          <Plot
            spec={plot}
            height={200}
            label={t('lab.between.line.chart')}
            onPick={(to) => bench.set('position', to * STEP)}
          />
        ) : null}
        <p class="legend">
          <span class="key-first">{t('lab.between.line.first')}</span>
          <span class="key-second">{t('lab.between.line.second')}</span>
          <span class="key-limit">{t('lab.between.line.limit')}</span>
        </p>
      </>
    ) : null,
  };
}

interface WalkProps {
  readonly of: LineResult;
  readonly place: number;
  readonly onPick: (place: number) => void;
}

/** The body at the dial's place, large, and the others along the line as buttons. */
function Walk({ of: { bodies }, place, onPick }: WalkProps) {
  const here = bodies[place];
  return (
    <div class="walk">
      {here ? (
        <BodyPicture
          body={here}
          scale={8}
          label={t('lab.between.line.here', { share: percent((place * STEP) / 100) })}
        />
      ) : null}
      <ol dir="ltr">
        {bodies.map((body, at) =>
          at % PICTURED === 0 ? (
            <li key={at}>
              <button type="button" aria-pressed={at === place} onClick={() => onPick(at)}>
                <BodyPicture body={body} scale={4} label="" />
                <span class="numeric">{percent((at * STEP) / 100)}</span>
              </button>
            </li>
          ) : null,
        )}
      </ol>
    </div>
  );
}

function sayAt({ viable, fromFirst, fromSecond, limits }: LineResult, place: number): string {
  const first = (fromFirst[place] ?? 1) <= limits[0];
  const second = (fromSecond[place] ?? 1) <= limits[1];
  const after = first ? (second ? 'both' : 'one') : second ? 'other' : 'neither';
  const bodies = PLACES * LITTER;
  const living = viable.reduce((sum, share) => sum + share, 0) / viable.length;
  return `${t(`lab.between.line.after.${after}`)} ${t('lab.between.line.viable', { share: percent(living), bodies })}`;
}

function sheetOf({ viable, fromFirst, fromSecond }: LineResult) {
  const headers = ['position', 'viable', 'first', 'second'].map((name) => t(`lab.between.column.${name}`));
  const rows = viable.map((share, at) => [
    at * STEP,
    100 * share,
    100 * (fromFirst[at] ?? 0),
    100 * (fromSecond[at] ?? 0),
  ]);
  return tableOf(t('lab.between.line.chart'), headers, rows, (value) => fixed(value, value % 1 === 0 ? 0 : 1));
}

function plotOf({ fromFirst, fromSecond, limits }: LineResult, position: number): PlotSpec {
  const share = (values: readonly number[]): (number | null)[] =>
    values.map((value) => (Number.isNaN(value) ? null : 100 * value));
  const all = [...fromFirst, ...fromSecond].filter((value) => !Number.isNaN(value)).map((value) => 100 * value);
  const flat = (limit: number): number[] => fromFirst.map(() => 100 * limit);
  return {
    data: [fromFirst.map((_, at) => at * STEP), share(fromFirst), share(fromSecond), flat(limits[0]), flat(limits[1])],
    options: (theme) => ({
      ...COMMON,
      scales: {
        x: { time: false, range: [-2, 102] },
        y: { range: [Math.max(0, Math.min(...all) - 8), Math.min(100, Math.max(...all) + 8)] },
      },
      axes: [
        axisOf(theme, t('lab.between.line.along'), { grid: { show: false }, size: 30 }),
        axisOf(theme, t('lab.between.line.apart'), { size: 44 }),
      ],
      series: [
        {},
        { stroke: theme.lines[0] ?? theme.ink, width: 2.5, points: { show: false } },
        { stroke: theme.lines[1] ?? theme.ink, width: 2.5, dash: [...(DASHES[1] ?? [])], points: { show: false } },
        { stroke: theme.lines[0] ?? theme.ink, width: 1, dash: [1, 4], points: { show: false } },
        { stroke: theme.lines[1] ?? theme.ink, width: 1, dash: [1, 4], points: { show: false } },
      ],
      hooks: {
        drawClear: [
          (plot) => {
            const { ctx, bbox } = plot;
            const [left, right] = [position - STEP / 2, position + STEP / 2].map((at) => plot.valToPos(at, 'x', true));
            ctx.fillStyle = theme.band;
            ctx.fillRect(left ?? 0, bbox.top, (right ?? 0) - (left ?? 0), bbox.height);
          },
        ],
      },
    }),
  };
}
