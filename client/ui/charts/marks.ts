/** Shapes of points, so that series can be told apart without their colours. */
// Before the library.
import './plain-language.ts';
import uPlot from 'uplot';

export type Shape = 'circle' | 'triangle' | 'square';

const RADIUS = 4.5;

/** Draws a shape at each value of a series. For `points.paths`. */
export const marks =
  (shape: Shape): uPlot.Series.Points.PathBuilder =>
  (plot, seriesIndex, first, last) => {
    const path = new Path2D();
    const radius = RADIUS * uPlot.pxRatio;
    const [xs = [], ...series] = plot.data;
    const ys = series[seriesIndex - 1] ?? [];
    for (let at = first; at <= last; at++) {
      const value = ys[at];
      if (value === null || value === undefined) continue;
      const x = plot.valToPos(xs[at] ?? 0, 'x', true);
      const y = plot.valToPos(value, 'y', true);
      trace(path, shape, x, y, radius);
    }
    return { stroke: path, fill: path };
  };

function trace(path: Path2D, shape: Shape, x: number, y: number, radius: number): void {
  if (shape === 'circle') {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  if (shape === 'square') {
    path.rect(x - radius * 0.85, y - radius * 0.85, radius * 1.7, radius * 1.7);
    return;
  }
  path.moveTo(x, y - radius * 1.2);
  path.lineTo(x + radius * 1.1, y + radius * 0.8);
  path.lineTo(x - radius * 1.1, y + radius * 0.8);
  path.closePath();
}
