import { useMemo, useState } from 'preact/hooks';
import type { Settings } from '../../../shared/sim/world/world.ts';
import { language, t } from '../../i18n/i18n.ts';
import { type ComparedGeneration, type Divergence, divergenceIn, type Survival } from '../../session/divergence.ts';
import { DataTable } from '../charts/data-table.tsx';
import { Plot } from '../charts/plot.tsx';
import { divergencePlot } from './divergence-plot.ts';
import { divergenceSheet } from './divergence-sheet.ts';

const MEASURES = ['bodies', 'traits', 'survival'] as const;
type Measure = (typeof MEASURES)[number];

interface Props {
  readonly settings: Settings;
  readonly generations: readonly ComparedGeneration[];
  readonly habitat: number;
  /** Which of the generations is on show. */
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** How both histories run apart over time, drawn, as a table and as a file. */
export function DivergenceCharts({ settings, generations, habitat, at, onMove }: Props) {
  const [measure, setMeasure] = useState<Measure>('bodies');
  const from = generations[0]?.generation ?? 0;
  const spec = useMemo(() => {
    const here = generations.map((each) => divergenceIn(each, habitat));
    const world = generations.map((each) => divergenceIn(each, null));
    return divergencePlot({
      ...linesOf(measure, here, world),
      ...{ from, place: from + at, generationsPerRound: settings.generationsPerRound },
      xLabel: t('charts.generationAxis'),
      yLabel: t(`whatif.axis.${measure}`),
    });
  }, [generations, habitat, measure, at, language.value]);
  const sheets = useMemo(
    () => divergenceSheet(generations, settings.habitats, habitat),
    [generations, habitat, language.value],
  );
  const label = t('whatif.chartLabel', { measure: t(`whatif.measure.${measure}`), habitat: habitat + 1 });
  const two = measure === 'survival' ? (['happened', 'wouldHave'] as const) : (['thisHabitat', 'world'] as const);
  return (
    <section class="chart-book divergence" aria-label={t('whatif.apart')} data-measure={measure}>
      <h2>{t('whatif.apart')}</h2>
      <div class="chart-pages">
        {MEASURES.map((each) => (
          <button
            key={each}
            type="button"
            class="button small"
            aria-pressed={measure === each}
            onClick={() => setMeasure(each)}
          >
            {t(`whatif.measure.${each}`)}
          </button>
        ))}
      </div>
      <p class="quiet">{t(`whatif.about.${measure}`)}</p>
      <figure class="chart">
        <figcaption class="legend">
          <span class="key-mean">{t(`whatif.${two[0]}`)}</span>
          <span class="key-branch">{t(`whatif.${two[1]}`)}</span>
        </figcaption>
        <Plot spec={spec} height={220} label={label} onPick={onMove} />
      </figure>
      <DataTable caption={t('whatif.apart')} shown={sheets.shown} taken={sheets.taken} file="twinfold-what-if" />
    </section>
  );
}

const hundredths = (share: number | null): number | null => (share === null ? null : share * 100);
const lived = (of: Survival | null): number | null => (of === null || of.born === 0 ? null : of.survived / of.born);

function linesOf(
  measure: Measure,
  here: readonly Divergence[],
  world: readonly Divergence[],
): { one: (number | null)[]; other: (number | null)[]; most: number | null } {
  switch (measure) {
    case 'bodies':
      return {
        one: here.map(({ apart }) => hundredths(apart)),
        other: world.map(({ apart }) => hundredths(apart)),
        most: 100,
      };
    case 'traits':
      return { one: here.map(({ traits }) => traits), other: world.map(({ traits }) => traits), most: null };
    case 'survival':
      return {
        one: here.map(({ was }) => hundredths(lived(was))),
        other: here.map(({ is }) => hundredths(lived(is))),
        most: 105,
      };
  }
}
