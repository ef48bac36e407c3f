/** How many were born in each generation and how many lived through their season. */
import type uPlot from 'uplot';
import { axisOf, COMMON, generationAxis, generationScale, roundsAndPlace } from './axes.ts';
import { marks, type Shape } from './marks.ts';
import type { PlotSpec } from './plot.tsx';
import type { ChartTheme } from './theme.ts';

export interface PopulationPlot {
  readonly born: readonly (number | null)[];
  readonly survived: readonly (number | null)[];
  readonly generationsPerRound: number;
  readonly place: number;
  readonly xLabel: string;
  readonly yLabel: string;
}

export function populationPlot(of: PopulationPlot): PlotSpec {
  const high = Math.max(4, ...of.born.map((value) => value ?? 0));
  return {
    data: [of.born.map((_, generation) => generation + 1), [...of.born], [...of.survived]],
    options: (theme) => ({
      ...COMMON,
      scales: { x: generationScale(of.born.length), y: { range: [0, high * 1.08] } },
      axes: [
        generationAxis(theme, of.xLabel),
        axisOf(theme, of.yLabel, { size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] }),
      ],
      bands: [{ series: [1, 2], fill: theme.band }],
      series: [{}, countSeries(theme.ink, 'circle', theme, [6, 4]), countSeries(theme.good, 'square', theme, [])],
      hooks: { drawClear: [roundsAndPlace(theme, of.generationsPerRound, of.place)] },
    }),
  };
}

const countSeries = (colour: string, shape: Shape, theme: ChartTheme, dash: readonly number[]): uPlot.Series => ({
  stroke: colour,
  width: 2,
  dash: [...dash],
  points: { show: true, size: 9, paths: marks(shape), stroke: colour, fill: shape === 'circle' ? theme.sheet : colour },
});
