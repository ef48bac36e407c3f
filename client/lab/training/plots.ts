/** Lines over generations: likeness while a lineage is trained, and the way to an environment. */
import { ARRIVED } from '../../../shared/lab/training/environments.ts';
import { t } from '../../i18n/i18n.ts';
import { axisOf, COMMON } from '../../ui/charts/axes.ts';
import type { PlotSpec } from '../../ui/charts/plot.tsx';
import { DASHES } from '../../ui/charts/theme.ts';

/** Two lines in per cent, over generations; the second dashed. `mark`: a dotted line across. */
function twoLines(
  first: readonly number[],
  second: readonly number[],
  yName: string,
  most: number,
  mark?: number,
): PlotSpec {
  const share = (values: readonly number[]): number[] => values.map((value) => 100 * value);
  const low = Math.min(0, ...first, ...second);
  return {
    data: [
      Array.from({ length: Math.max(first.length, 2) }, (_, at) => at),
      share(first),
      share(second),
      ...(mark === undefined ? [] : [first.map(() => 100 * mark)]),
    ],
    options: (theme) => ({
      ...COMMON,
      scales: { x: { time: false, range: [0, most] }, y: { range: [100 * low, 100] } },
      axes: [
        axisOf(theme, t('lab.training.generations'), { grid: { show: false }, size: 30, incrs: [1, 2, 5, 10, 20] }),
        axisOf(theme, yName, { size: 44 }),
      ],
      series: [
        {},
        { stroke: theme.lines[0] ?? theme.ink, width: 2.5, points: { show: false } },
        { stroke: theme.lines[1] ?? theme.ink, width: 2.5, dash: [...(DASHES[1] ?? [])], points: { show: false } },
        ...(mark === undefined ? [] : [{ stroke: theme.ink, width: 1, dash: [1, 4], points: { show: false } }]),
      ],
    }),
  };
}

export const waysPlot = (again: readonly number[], anew: readonly number[]): PlotSpec =>
  twoLines(again, anew, t('lab.training.memory.way'), again.length - 1, ARRIVED);

export const likenessPlot = (best: readonly number[], mean: readonly number[], generations: number): PlotSpec =>
  twoLines(best, mean, t('lab.training.prompt.like'), generations);
