/** The same chart of several seeds as one: means with the range, or all points together. */
import { max, mean, min } from 'simple-statistics';
import type { BarChart, Chart, LineChart, PointChart } from '../claim.ts';

export interface MergedSeries {
  readonly name: string;
  readonly means: readonly number[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
}

export type MergedChart =
  | (Omit<BarChart, 'series'> & { readonly series: readonly MergedSeries[] })
  | (Omit<LineChart, 'series'> & { readonly series: readonly MergedSeries[] })
  | PointChart;

/** Every sample's charts, one list a seed. Throws a RangeError when seeds made different charts. */
export function mergeCharts(ofSeeds: readonly (readonly Chart[])[]): MergedChart[] {
  const [first = []] = ofSeeds;
  return first.map((chart, at) => {
    const alike = ofSeeds.map((charts) => charts[at]).filter((one) => one !== undefined);
    if (alike.length !== ofSeeds.length || alike.some((one) => one.title !== chart.title)) {
      throw new RangeError(`Not every seed made the chart “${chart.title}”.`);
    }
    return mergeOne(chart, alike);
  });
}

function mergeOne(chart: Chart, alike: readonly Chart[]): MergedChart {
  if (chart.kind === 'points') {
    const clouds = alike.filter((one) => one.kind === 'points');
    return {
      ...chart,
      series: chart.series.map(({ name }, s) => ({
        name,
        points: clouds.flatMap(({ series }) => series[s]?.points ?? []),
      })),
    };
  }
  const lists = alike.filter((one) => one.kind !== 'points');
  const series = chart.series.map(({ name, values }, s): MergedSeries => {
    const columns = values.map((_, v) =>
      lists.map((one) => one.series[s]?.values[v] ?? Number.NaN).filter(Number.isFinite),
    );
    const over = (reduce: (values: number[]) => number): number[] =>
      columns.map((column) => (column.length > 0 ? reduce(column) : Number.NaN));
    return { name, means: over(mean), lows: over(min), highs: over(max) };
  });
  return { ...chart, series };
}
