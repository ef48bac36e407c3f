/** A trait over the generations: mean and spread of the born, mean of the survivors, and other habitats' means. */
import type uPlot from 'uplot';
import type { Summary } from '../../session/trait-statistics.ts';
import { axisOf, COMMON, generationAxis, generationScale, roundsAndPlace } from './axes.ts';
import { marks } from './marks.ts';
import type { PlotSpec } from './plot.tsx';
import { type ChartTheme, DASHES } from './theme.ts';

export interface OtherCourse {
  /** What stands at its line's end. */
  readonly name: string;
  readonly course: readonly (Summary | null)[];
}

export interface TraitPlot {
  readonly course: readonly (Summary | null)[];
  readonly others: readonly OtherCourse[];
  readonly divisor: number;
  readonly generationsPerRound: number;
  /** The generation that the slider is at. */
  readonly place: number;
  readonly xLabel: string;
  readonly yLabel: string;
}

export function traitPlot(of: TraitPlot): PlotSpec {
  const { course, others, divisor } = of;
  const row = (value: (summary: Summary) => number | null): (number | null)[] =>
    course.map((summary) => {
      const got = summary && summary.born > 0 ? value(summary) : null;
      return got === null ? null : got / divisor;
    });
  const data: uPlot.AlignedData = [
    course.map((_, generation) => generation + 1),
    row(({ mean, spread }) => mean + spread),
    row(({ mean, spread }) => mean - spread),
    ...others.map((other) => other.course.map((each) => (each && each.born > 0 ? each.mean / divisor : null))),
    row(({ mean }) => mean),
    row(({ survivorMean }) => survivorMean),
  ];
  return { data, options: (theme) => optionsOf(of, theme) };
}

function optionsOf(of: TraitPlot, theme: ChartTheme): Omit<uPlot.Options, 'width' | 'height'> {
  const edge: uPlot.Series = { width: 0, points: { show: false } };
  return {
    ...COMMON,
    padding: [10, of.others.length > 0 ? 34 : 12, 0, 0],
    scales: { x: generationScale(of.course.length) },
    axes: [generationAxis(theme, of.xLabel), axisOf(theme, of.yLabel, { size: 50 })],
    bands: [{ series: [1, 2], fill: theme.spread }],
    series: [
      {},
      edge,
      edge,
      ...of.others.map((_, at): uPlot.Series => lineOf(theme, at)),
      {
        stroke: theme.ink,
        width: 2.5,
        points: { show: true, size: 9, paths: marks('circle'), fill: theme.ink, stroke: theme.ink },
      },
      {
        width: 0,
        stroke: 'transparent',
        points: { show: true, size: 9, paths: marks('triangle'), fill: theme.accent, stroke: theme.sheet, width: 1 },
      },
    ],
    hooks: {
      drawClear: [roundsAndPlace(theme, of.generationsPerRound, of.place)],
      draw: [(plot) => namesAtEnds(plot, of.others, theme)],
    },
  };
}

/** With more habitats than there are dashes, lines are thin and alike: the table tells them apart. */
const lineOf = (theme: ChartTheme, at: number): uPlot.Series => ({
  stroke: theme.lines[at % DASHES.length] ?? theme.soft,
  width: 1.75,
  dash: [...(DASHES[(at + 1) % DASHES.length] ?? [])],
  points: { show: false },
});

/** Each name stands at its line's end, moved down where it would cover another. */
function namesAtEnds(plot: uPlot, others: readonly OtherCourse[], theme: ChartTheme): void {
  const { ctx } = plot;
  const ends = others.flatMap(({ name }, at) => {
    const row = Array.from(plot.data[at + 3] ?? []);
    const last = row.findLastIndex((value) => typeof value === 'number');
    const value = row[last];
    if (typeof value !== 'number') return [];
    const colour = theme.lines[at % DASHES.length] ?? theme.soft;
    return [{ name, colour, x: plot.valToPos(last + 1, 'x', true), y: plot.valToPos(value, 'y', true) }];
  });
  ctx.save();
  ctx.font = theme.font.replace('13px', `${13 * devicePixelRatio}px`);
  ctx.textBaseline = 'middle';
  let free = Number.NEGATIVE_INFINITY;
  for (const { name, colour, x, y } of ends.sort((a, b) => a.y - b.y)) {
    const height = Math.max(y, free);
    ctx.fillStyle = colour;
    ctx.fillText(name, x + 12 * devicePixelRatio, height);
    free = height + 14 * devicePixelRatio;
  }
  ctx.restore();
}
