/** How far clones are from the first over developmental time: mean, and the least and most of them. */
import { PARTING_STEPS } from '../../../shared/lab/twins.ts';
import { t } from '../../i18n/i18n.ts';
import { axisOf, COMMON } from '../../ui/charts/axes.ts';
import type { PlotSpec } from '../../ui/charts/plot.tsx';
import { meanOf } from './steadiness.ts';

/** `shares`: Float64Array[PARTING_STEPS × clones], 0 to 1. */
export function partingPlot(shares: Float64Array): PlotSpec {
  const clones = shares.length / PARTING_STEPS.length;
  const rows = PARTING_STEPS.map((_, step) =>
    [...shares.subarray(step * clones, (step + 1) * clones)].map((share) => 100 * share),
  );
  return {
    data: [
      [...PARTING_STEPS],
      rows.map((row) => Math.max(...row)),
      rows.map((row) => Math.min(...row)),
      rows.map(meanOf),
    ],
    options: (theme) => ({
      ...COMMON,
      scales: { x: { time: false, range: [0, PARTING_STEPS.at(-1) ?? 1] }, y: { range: [0, 100] } },
      axes: [
        axisOf(theme, t('lab.twins.step'), { grid: { show: false }, size: 30 }),
        axisOf(theme, t('lab.twins.apart'), { size: 48 }),
      ],
      bands: [{ series: [1, 2], fill: theme.spread }],
      series: [
        {},
        { width: 0, points: { show: false } },
        { width: 0, points: { show: false } },
        { stroke: theme.accent, width: 2.5, points: { show: false } },
      ],
    }),
  };
}
