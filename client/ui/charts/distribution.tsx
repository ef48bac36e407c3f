import { useMemo } from 'preact/hooks';
import type { TraitName } from '../../../shared/sim/trait-names.ts';
import { number, t } from '../../i18n/i18n.ts';
import { type GenerationRecord, isMeasured } from '../../session/history.ts';
import type { MatchModel } from '../../session/match-model.ts';
import type { Sheet } from '../../session/sheet.ts';
import { edgesFor, type Histogram, histogramOf, type Summary } from '../../session/trait-statistics.ts';
import { unitOf } from '../../session/trait-units.ts';
import { barsPlot } from './bars.ts';
import { DataTable } from './data-table.tsx';
import { Plot } from './plot.tsx';

interface Props {
  readonly model: MatchModel;
  readonly habitat: number;
  readonly trait: TraitName;
  readonly last: number;
  readonly place: number;
  readonly course: readonly (Summary | null)[];
}

/** How a trait is spread in one generation. The bins are the same in all, so that sliding shows what moves. */
export function Distribution({ model, habitat, trait, place, course }: Props) {
  const record = model.history.at(place);
  const summary = course[place] ?? null;
  const name = t(`trait.${trait}`);
  const { divisor, unit } = unitOf(trait);
  const drawn = useMemo(() => {
    if (!record || !isMeasured(record) || !summary || summary.born === 0) return null;
    const born = course.filter((each): each is Summary => each !== null && each.born > 0);
    const edges = edgesFor(Math.min(...born.map(({ least }) => least)), Math.max(...born.map(({ most }) => most)));
    const histogram = histogramOf(record, habitat, trait, edges);
    const [first = 0, second = 1] = edges;
    return {
      sheet: sheetOf(histogram, record, divisor, `${name} (${t(`traitUnit.${unit}`)})`),
      spec: barsPlot({
        begins: edges.slice(0, -1).map((edge) => edge / divisor),
        step: (second - first) / divisor,
        born: histogram.born,
        survived: record.decided ? histogram.survived : null,
        xLabel: `${name} (${t(`traitUnit.${unit}`)})`,
        yLabel: t('charts.creatures'),
        mean: summary.mean / divisor,
      }),
    };
  }, [record, summary, habitat, trait, course]);
  if (!drawn) return null;
  const label = t('charts.histogramLabel', { trait: name, generation: place + 1, habitat: habitat + 1 });
  return (
    <figure class="chart">
      <figcaption class="legend">
        <strong>{t('charts.histogram', { generation: place + 1 })}</strong>
        <span class="key-lived">{t('charts.keyLived')}</span>
        <span class="key-died">{t('charts.keyDied')}</span>
      </figcaption>
      <Plot spec={drawn.spec} height={190} label={label} />
      <DataTable caption={label} shown={drawn.sheet} taken={drawn.sheet} file={`twinfold-${trait}-histogram`} />
    </figure>
  );
}

function sheetOf({ edges, born, survived }: Histogram, record: GenerationRecord, divisor: number, unit: string): Sheet {
  return {
    headers: [t('charts.from', { unit }), t('charts.below'), t('charts.born'), t('charts.lived')],
    rows: born.map((count, bin) => [
      number((edges[bin] ?? 0) / divisor),
      number((edges[bin + 1] ?? 0) / divisor),
      count,
      record.decided ? (survived[bin] ?? 0) : '–',
    ]),
  };
}
