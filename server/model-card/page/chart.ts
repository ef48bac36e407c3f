/** Charts as SVG text, drawn without any page. */
import { init } from 'echarts';
import { chartOptions } from './chart-options.ts';
import { type Html, html, trusted } from './html.ts';
import type { MergedChart } from './merge.ts';

const WIDTH = 720;
const HEIGHT = 300;

/** A figure with its title, to stand in the page. */
export function drawChart(chart: MergedChart): Html {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  drawing.setOption(chartOptions(chart));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return html`<figure class="chart"><figcaption>${chart.title}</figcaption>
<div class="wide" role="img" aria-label="${describe(chart)}">${trusted(svg)}</div></figure>`;
}

/** The numbers in words, for who cannot see them. */
function describe(chart: MergedChart): string {
  if (chart.kind === 'points') return `${chart.title}: ${chart.xName} and ${chart.yName}.`;
  const labels = chart.kind === 'bars' ? chart.names : chart.x.map(String);
  const lists = chart.series.map(
    ({ name, means }) =>
      `${name}: ${labels.map((label, at) => `${label} ${(means[at] ?? 0).toPrecision(3)}`).join(', ')}`,
  );
  return `${chart.title} (${chart.yName}). ${lists.join('. ')}.`;
}
