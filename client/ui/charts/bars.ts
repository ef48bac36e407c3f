/** Bars: how many were born in each bin, and within them how many lived. */
// Before the library.
import './plain-language.ts';
import uPlot from 'uplot';
import { number } from '../../i18n/i18n.ts';
import { axisOf, COMMON } from './axes.ts';
import type { PlotSpec } from './plot.tsx';
import type { ChartTheme } from './theme.ts';

export interface Bars {
  /** One a bin, from the least to the most: where it begins. */
  readonly begins: readonly number[];
  /** How wide a bin is, in the same unit. */
  readonly step: number;
  readonly born: readonly number[];
  /** Null while the season is still to come. */
  readonly survived: readonly number[] | null;
  readonly xLabel: string;
  readonly yLabel: string;
  /** The mean of the born, for a mark above the bars; NaN for none. */
  readonly mean: number;
}

/** The dead are hatched, the living filled: told apart without their colours. */
export function barsPlot(of: Bars): PlotSpec {
  const { begins, step, born, survived } = of;
  const middles = begins.map((begin) => begin + step / 2);
  const bars = uPlot.paths.bars?.({ size: [0.94], align: 0 });
  const high = Math.max(4, ...born);
  return {
    data: [middles, [...born], survived ? [...survived] : born.map(() => null)],
    options: (theme) => ({
      ...COMMON,
      scales: {
        x: { time: false, range: [begins[0] ?? 0, (begins.at(-1) ?? 0) + step] },
        y: { range: [0, high * 1.12] },
      },
      axes: [
        axisOf(theme, of.xLabel, {
          grid: { show: false },
          size: 30,
          values: (_plot, splits) => splits.map((at) => number(at)),
        }),
        axisOf(theme, of.yLabel, { size: 44, incrs: [1, 2, 5, 10, 20, 50, 100] }),
      ],
      series: [
        {},
        {
          stroke: theme.ink,
          width: 1,
          fill: (plot) => hatching(plot.ctx, theme),
          points: { show: false },
          ...(bars ? { paths: bars } : {}),
        },
        { stroke: theme.good, width: 1, fill: theme.good, points: { show: false }, ...(bars ? { paths: bars } : {}) },
      ],
      hooks: { draw: [(plot) => markMean(plot, of.mean, theme)] },
    }),
  };
}

function hatching(context: CanvasRenderingContext2D, theme: ChartTheme): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const side = 6 * devicePixelRatio;
  tile.width = side;
  tile.height = side;
  const pen = tile.getContext('2d');
  if (!pen) return theme.rule;
  pen.strokeStyle = theme.soft;
  pen.lineWidth = devicePixelRatio;
  pen.beginPath();
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift, side);
    pen.lineTo(shift + side, 0);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? theme.rule;
}

/** A small triangle that points down to the mean. */
function markMean(plot: uPlot, mean: number, theme: ChartTheme): void {
  if (!Number.isFinite(mean)) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(mean, 'x', true);
  const size = 6 * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = theme.ink;
  ctx.beginPath();
  ctx.moveTo(x - size, bbox.top);
  ctx.lineTo(x + size, bbox.top);
  ctx.lineTo(x, bbox.top + size * 1.3);
  ctx.fill();
  ctx.restore();
}
