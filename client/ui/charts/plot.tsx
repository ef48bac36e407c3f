// Before the library.
import './plain-language.ts';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { type ChartTheme, readTheme } from './theme.ts';

export interface PlotSpec {
  readonly data: uPlot.AlignedData;
  /** Everything but the size. */
  readonly options: (theme: ChartTheme) => Omit<uPlot.Options, 'width' | 'height'>;
}

interface Props {
  readonly spec: PlotSpec;
  readonly height: number;
  /** What it shows, in one sentence: the table beside it has the rest. */
  readonly label: string;
  /** A place along the axis was tapped. */
  readonly onPick?: (at: number) => void;
}

/** A drawn chart. It has no keys of its own: a slider and a table beside it say and do the same. */
export function Plot({ spec, height, label, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let plot: uPlot | undefined;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const draw = (): void => {
      plot?.destroy();
      const options = spec.options(readTheme(element));
      plot = new uPlot({ ...options, width: element.clientWidth, height }, spec.data, element);
      plot.over.addEventListener('click', ({ offsetX }) => onPick?.(plot?.posToIdx(offsetX) ?? 0));
    };
    draw();
    const follow = new ResizeObserver(() => {
      if (plot && plot.width !== element.clientWidth) plot.setSize({ width: element.clientWidth, height });
    });
    follow.observe(element);
    dark.addEventListener('change', draw);
    return () => {
      follow.disconnect();
      dark.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [spec, height]);
  return <div ref={host} class="plot" dir="ltr" role="img" aria-label={label} style={{ blockSize: `${height}px` }} />;
}
