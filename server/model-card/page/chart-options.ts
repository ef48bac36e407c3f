/** What the chart library is told: bars with the range over seeds, lines with a band, clouds. Colours are the page's own. */
import type { CustomSeriesOption, EChartsOption, SeriesOption } from 'echarts';
import type { MergedChart, MergedSeries } from './merge.ts';

const INK = 'var(--ink)';
const SOFT = 'var(--ink-soft)';
const RULE = 'var(--rule)';
const FONT = 'var(--text)';
const SMALL = 12;
/** Longer lists of names are written upright below the bars. */
const MANY_NAMES = 9;

/** The colour of a series, from the page's style. */
const colour = (series: number): string => `var(--data-${(series % 6) + 1})`;

export function chartOptions(chart: MergedChart): EChartsOption {
  const several = chart.series.length > 1;
  const many = chart.kind === 'bars' && chart.names.length > MANY_NAMES;
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: SMALL, color: INK },
    color: chart.series.map((_, at) => colour(at)),
    grid: { left: 8, right: 64, top: several ? 56 : 36, bottom: chart.xName ? 30 : 8, containLabel: true },
    ...(several && {
      legend: {
        top: 0,
        left: 0,
        itemWidth: 14,
        itemHeight: 10,
        icon: 'rect',
        data: namesOf(chart),
        textStyle: { color: INK },
      },
    }),
    xAxis: {
      ...(chart.kind === 'bars' ? { type: 'category', data: [...chart.names] } : { type: 'value', scale: true }),
      name: chart.xName,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: SOFT },
      axisLine: { lineStyle: { color: SOFT } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: SOFT,
        interval: 0,
        rotate: many ? 60 : 0,
        ...(chart.kind === 'bars' && !many && { width: 92, overflow: 'break' }),
      },
    },
    yAxis: {
      type: 'value',
      name: chart.yName,
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { color: SOFT, align: 'left', padding: [0, 0, 0, -14] },
      axisLabel: { color: SOFT },
      splitLine: { lineStyle: { color: RULE } },
    },
    // Nobody points at a printed chart: without this each mark would carry styles and data for it.
    series: [...seriesOf(chart), ...marksOf(chart)].map((series) => ({ ...series, silent: true })),
  };
}

const namesOf = (chart: MergedChart): string[] => chart.series.map(({ name }) => name);

function seriesOf(chart: MergedChart): SeriesOption[] {
  switch (chart.kind) {
    case 'bars':
      return chart.series.flatMap((series, at) => [
        {
          type: 'bar',
          name: series.name,
          data: [...series.means],
          barMaxWidth: 34,
          barGap: '10%',
          itemStyle: { color: colour(at) },
        },
        whiskers(series, at, chart.series.length),
      ]);
    case 'lines':
      return chart.series.flatMap((series, at) => [...band(chart.x, series, at), line(chart.x, series, at)]);
    case 'points':
      return chart.series.map(({ name, points }, at) => ({
        type: 'scatter',
        name,
        data: points.map(([x, y]) => [x, y]),
        symbolSize: 5,
        itemStyle: { color: colour(at), opacity: 0.6 },
      }));
  }
}

/** The range over seeds, as a thin line on each bar. */
function whiskers({ lows, highs }: MergedSeries, at: number, count: number): CustomSeriesOption {
  return {
    type: 'custom',
    data: lows.flatMap((low, name) => (Number.isFinite(low) ? [[name, low, highs[name] ?? low]] : [])),
    // So that the axis reaches as far as the range does.
    encode: { x: 0, y: [1, 2] },
    z: 10,
    renderItem(_params, api) {
      const name = api.value(0);
      const [x = 0, bottom = 0] = api.coord([name, api.value(1)]);
      const [, top = 0] = api.coord([name, api.value(2)]);
      const layout = api.barLayout({ count, barMaxWidth: 34, barGap: '10%' })?.[at];
      const middle = x + (layout?.offsetCenter ?? 0);
      return {
        type: 'line',
        shape: { x1: middle, y1: bottom, x2: middle, y2: top },
        style: { stroke: INK, lineWidth: 1.5 },
      };
    },
  };
}

const line = (x: readonly number[], { name, means }: MergedSeries, at: number): SeriesOption => ({
  type: 'line',
  name,
  data: x.map((value, v) => [value, means[v] ?? Number.NaN]),
  symbol: x.length > 30 ? 'none' : 'circle',
  symbolSize: 5,
  lineStyle: { width: 2, color: colour(at) },
  itemStyle: { color: colour(at) },
});

/** The range over seeds, as an area from the lowest to the highest. */
function band(x: readonly number[], { lows, highs }: MergedSeries, at: number): SeriesOption[] {
  const edge = (values: number[], filled: boolean): SeriesOption => ({
    type: 'line',
    data: x.map((value, v) => [value, values[v] ?? Number.NaN]),
    stack: `range ${at}`,
    stackStrategy: 'all',
    symbol: 'none',
    lineStyle: { width: 0 },
    ...(filled && { areaStyle: { color: colour(at), opacity: 0.18 } }),
  });
  return [
    edge([...lows], false),
    edge(
      highs.map((high, v) => high - (lows[v] ?? high)),
      true,
    ),
  ];
}

/** Dashed lines across, where bars are; they hang on a series without data. */
function marksOf({ marks = [] }: MergedChart): SeriesOption[] {
  if (marks.length === 0) return [];
  return [
    {
      type: 'line',
      data: [],
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: 'var(--accent)', type: 'dashed', width: 1.5 },
        label: { color: 'var(--accent)', formatter: '{b}', position: 'end' },
        data: marks.map(({ at, name }) => ({ yAxis: at, name })),
      },
    },
  ];
}
