/** Two lines over the generations: a habitat and its world, or what happened and what would have. */
import { axisOf, COMMON, generationAxis, roundsAndPlace } from '../charts/axes.ts';
import { marks } from '../charts/marks.ts';
import type { PlotSpec } from '../charts/plot.tsx';

export interface DivergencePlot {
  /** The first generation, counted from 0. */
  readonly from: number;
  readonly one: readonly (number | null)[];
  readonly other: readonly (number | null)[];
  /** The top of the scale; null: as high as the values ask for. */
  readonly most: number | null;
  readonly generationsPerRound: number;
  /** The generation that is on show. */
  readonly place: number;
  readonly xLabel: string;
  readonly yLabel: string;
}

export function divergencePlot(of: DivergencePlot): PlotSpec {
  const { from, one, other } = of;
  const high = Math.max(...[...one, ...other].map((value) => value ?? 0));
  return {
    data: [one.map((_, at) => from + at + 1), [...one], [...other]],
    options: (theme) => ({
      ...COMMON,
      scales: {
        x: { time: false, range: [from + 0.5, from + Math.max(2, one.length) + 0.5] },
        y: { range: [0, of.most ?? Math.max(0.1, high * 1.1)] },
      },
      axes: [generationAxis(theme, of.xLabel), axisOf(theme, of.yLabel, { size: 50 })],
      series: [
        {},
        {
          stroke: theme.ink,
          width: 2.5,
          points: { show: true, size: 9, paths: marks('circle'), fill: theme.ink, stroke: theme.ink },
        },
        {
          stroke: theme.accent,
          width: 2,
          dash: [7, 4],
          points: { show: true, size: 9, paths: marks('triangle'), fill: theme.accent, stroke: theme.accent },
        },
      ],
      hooks: { drawClear: [roundsAndPlace(theme, of.generationsPerRound, of.place)] },
    }),
  };
}
