/** What all charts over generations share. */
import type uPlot from 'uplot';
import { number } from '../../i18n/i18n.ts';
import type { ChartTheme } from './theme.ts';

type Common = Pick<uPlot.Options, 'legend' | 'padding' | 'cursor'>;

/** No legend (words stand above), no cursor (a slider stands below). */
export const COMMON: Common = {
  legend: { show: false },
  cursor: { show: false },
  padding: [10, 12, 0, 0],
};

export function axisOf(theme: ChartTheme, label: string, changes: Partial<uPlot.Axis> = {}): uPlot.Axis {
  return {
    label,
    labelSize: 20,
    labelGap: 2,
    labelFont: theme.font,
    font: theme.font,
    stroke: theme.soft,
    grid: { stroke: theme.rule, width: 1 },
    ticks: { stroke: theme.rule, width: 1, size: 5 },
    values: (_plot, splits) => splits.map((value) => (value === null ? '' : number(value))),
    ...changes,
  };
}

/** Generations, counted from 1, at whole numbers. */
export const generationAxis = (theme: ChartTheme, label: string): uPlot.Axis =>
  axisOf(theme, label, { incrs: [1, 2, 5, 10, 20, 50], grid: { show: false }, size: 30, space: 24 });

/** Half a place of room at both ends. */
export const generationScale = (generations: number): uPlot.Scale => ({
  time: false,
  range: [0.5, Math.max(2, generations) + 0.5],
});

/** Behind the lines: where rounds open, and which generation the slider is at. */
export const roundsAndPlace =
  (theme: ChartTheme, generationsPerRound: number, place: number): ((plot: uPlot) => void) =>
  (plot) => {
    const { ctx, bbox } = plot;
    const last = plot.scales.x?.max ?? 0;
    const across = (at: number): number => Math.round(plot.valToPos(at, 'x', true));
    ctx.save();
    ctx.fillStyle = theme.band;
    const [left, right] = [across(place + 0.62), across(place + 1.38)];
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
    ctx.strokeStyle = theme.rule;
    ctx.beginPath();
    for (let opening = generationsPerRound; opening + 0.5 < last; opening += generationsPerRound) {
      ctx.moveTo(across(opening + 0.5), bbox.top);
      ctx.lineTo(across(opening + 0.5), bbox.top + bbox.height);
    }
    ctx.stroke();
    ctx.restore();
  };
