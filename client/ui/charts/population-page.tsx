import { useMemo } from 'preact/hooks';
import { number, percent, t } from '../../i18n/i18n.ts';
import type { GenerationRecord } from '../../session/history.ts';
import { type Toll, tollsOf } from '../../session/population.ts';
import type { Sheet } from '../../session/sheet.ts';
import { toldRecord, toldRecords, UNTOLD_CAUSE } from '../../session/told.ts';
import { AgentMark } from '../match/agent-mark.tsx';
import { CardsInForce } from './cards-in-force.tsx';
import { causeName } from './cause-name.ts';
import { DataTable } from './data-table.tsx';
import { GenerationSlider } from './generation-slider.tsx';
import { Known } from './known.tsx';
import { Plot } from './plot.tsx';
import { populationPlot } from './population-plot.ts';
import type { PageProps } from './traits-page.tsx';

/** How many were born, how many lived, and what the others died of. */
export function PopulationPage({ model, world, habitat, last, place, onPlace }: PageProps) {
  const version = model.history.version.value;
  const { generationsPerRound } = world.settings;
  const { tolls, spec, sheet } = useMemo(() => {
    const rows = tollsOf(world, toldRecords(model, world), habitat, last);
    return {
      tolls: rows,
      sheet: sheetOf(rows),
      spec: populationPlot({
        born: rows.map(({ born }) => born),
        survived: rows.map(({ survived }) => survived),
        generationsPerRound,
        place,
        xLabel: t('charts.generationAxis'),
        yLabel: t('charts.creatures'),
      }),
    };
  }, [version, world, habitat, last, place]);
  const label = t('charts.populationLabel', { habitat: habitat + 1 });
  return (
    <>
      <Known model={model} last={last} />
      <figure class="chart">
        <figcaption class="legend">
          <span class="key-born">{t('charts.born')}</span>
          <span class="key-alive">{t('charts.keyAlive')}</span>
        </figcaption>
        <Plot spec={spec} height={230} label={label} onPick={onPlace} />
        <GenerationSlider first={0} last={last} place={place} onMove={onPlace} />
      </figure>
      <TollWords toll={tolls[place]} record={toldRecord(model, world, place)} habitat={habitat} />
      <DataTable caption={label} shown={sheet} taken={sheet} file="twinfold-population" />
    </>
  );
}

interface WordsProps {
  readonly toll: Toll | undefined;
  readonly record: GenerationRecord | undefined;
  readonly habitat: number;
}

function TollWords({ toll, record, habitat }: WordsProps) {
  if (!toll || toll.born === null) return <p class="chart-words">{t('charts.unknown')}</p>;
  const { born, survived, deaths } = toll;
  return (
    <div class="chart-words" aria-live="polite">
      <p>
        {survived === null
          ? t('charts.bornWords', { born })
          : t('charts.livedWords', { born, survived, share: percent(born > 0 ? survived / born : 0) })}{' '}
        {record ? <CardsInForce pressures={record.pressures[habitat] ?? null} /> : null}
      </p>
      <ul class="causes">
        {[...deaths]
          .sort(([, a], [, b]) => b - a)
          .map(([cause, count]) => {
            return (
              <li key={cause}>
                {cause === UNTOLD_CAUSE ? <span /> : <AgentMark cause={cause} />}
                <span>{causeName(cause)}</span>
                <span class="bar" style={{ inlineSize: `${(count / Math.max(1, born)) * 100}%` }} />
                <span class="numeric">{number(count)}</span>
              </li>
            );
          })}
      </ul>
    </div>
  );
}

function sheetOf(tolls: readonly Toll[]): Sheet {
  const causes = [...new Set(tolls.flatMap(({ deaths }) => [...deaths.keys()]))].sort((a, b) => a - b);
  return {
    headers: [t('charts.generationAxis'), t('charts.born'), t('charts.lived'), ...causes.map(causeName)],
    rows: tolls.map(({ generation, born, survived, deaths, seen }) => [
      generation + 1,
      born ?? '–',
      survived ?? '–',
      ...causes.map((cause) => (seen ? (deaths.get(cause) ?? 0) : '–')),
    ]),
  };
}
