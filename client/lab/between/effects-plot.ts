/** How far mutants are from their unmutated twins, beside how far litters of such twins are by chance alone. */
import type { MutationsResult } from '../../../shared/lab/between/mutations.ts';
// Before the library.
import '../../ui/charts/plain-language.ts';
import uPlot from 'uplot';
import { t } from '../../i18n/i18n.ts';
import { axisOf, COMMON } from '../../ui/charts/axes.ts';
import type { PlotSpec } from '../../ui/charts/plot.tsx';

/** Bins from the least effect to the most. */
const BINS = 18;

export function effectsPlot({ mutants, chance, limit }: MutationsResult): PlotSpec {
  const effects = mutants.map(({ effect }) => 100 * effect);
  const without = chance.map((effect) => 100 * effect);
  const [low, high] = [Math.floor(Math.min(...effects, ...without)), Math.ceil(Math.max(...effects, ...without))];
  const step = Math.max(1, high - low) / BINS;
  const shares = (values: readonly number[]): number[] => {
    const bins = Array.from({ length: BINS }, () => 0);
    for (const value of values) {
      const bin = Math.min(BINS - 1, Math.floor((value - low) / step));
      bins[bin] = (bins[bin] ?? 0) + 100 / values.length;
    }
    return bins;
  };
  const bars = uPlot.paths.bars?.({ size: [0.94], align: 1 });
  const steps = uPlot.paths.stepped?.({ align: 1 });
  const [own, chances] = [shares(effects), shares(without)];
  return {
    data: [
      Array.from({ length: BINS + 1 }, (_, bin) => low + bin * step),
      [...own, null],
      [...chances, chances.at(-1) ?? 0],
    ],
    options: (theme) => ({
      ...COMMON,
      scales: {
        x: { time: false, range: [low, low + BINS * step] },
        y: { range: [0, 1.15 * Math.max(...own, ...chances)] },
      },
      axes: [
        axisOf(theme, t('lab.between.mutation.effect'), { grid: { show: false }, size: 30 }),
        axisOf(theme, t('lab.between.mutation.share'), { size: 44 }),
      ],
      series: [
        {},
        { stroke: theme.accent, fill: theme.band, width: 1, points: { show: false }, ...(bars ? { paths: bars } : {}) },
        { stroke: theme.ink, width: 2, points: { show: false }, ...(steps ? { paths: steps } : {}) },
      ],
      hooks: {
        draw: [
          (plot) => {
            const { ctx, bbox } = plot;
            const x = plot.valToPos(100 * limit, 'x', true);
            ctx.save();
            ctx.strokeStyle = theme.ink;
            ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
            ctx.beginPath();
            ctx.moveTo(x, bbox.top);
            ctx.lineTo(x, bbox.top + bbox.height);
            ctx.stroke();
            ctx.restore();
          },
        ],
      },
    }),
  };
}
