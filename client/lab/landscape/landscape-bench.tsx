import '../../styles/lab-microscope.css';
import '../../styles/lab-landscape.css';
import { MOMENTS, type Outcome, STRENGTHS } from '../../../shared/lab/landscape/kick.ts';
import type { Landscape } from '../../../shared/lab/landscape/landscape.ts';
import { TISSUES } from '../../../shared/sim/embryo/body.ts';
import { fixed, number, percent, t } from '../../i18n/i18n.ts';
import { Bench } from '../frame/bench.tsx';
import { BodyPicture } from '../frame/body-picture.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { SHAPES } from '../microscope/marks.ts';
import { LandscapeMap } from './map.tsx';
import { Rates } from './rates.tsx';

const DIALS = {
  strength: amount(0, 100, 50, 5),
  step: amount(8, 40, 28, 2),
} as const;

export function LandscapeBench() {
  const bench = useBench('landscape', DIALS, 'embershield');
  const { strength, step } = bench.values;
  const of = bench.creature;
  const map = useExperiment('landscape', 'drawLandscape', [bench.word], () => of);
  const kicked = useExperiment('kicks', 'kickCells', [bench.word, strength, step], () => ({ of, strength, step }));
  const rates = useExperiment('kicks', 'kickAllWays', [bench.word], () => of);
  const { result } = kicked;
  const [free, hit] = result?.bodies ?? [];
  return (
    <Bench
      of={bench}
      runs={[map, kicked, rates]}
      print={result?.print}
      dials={(['strength', 'step'] as const).map((name) => <Dial key={name} of={bench} name={name} />)}
      table={result && rates.result ? tableOf({ strength, step, ...result }, rates.result) : null}
    >
      <p class="kicks-said" aria-live="polite">
        {result ? sayOutcome(result) : ''}
      </p>
      <div class="landscape">
        {map.result ? (
          <figure>
            <LandscapeMap of={map.result} trails={result?.trails ?? []} label={t('lab.landscape.mapLabel')} />
            <figcaption>
              <Marks />
              {t('lab.landscape.plane', { share: percent(map.result.axes.shares[0] + map.result.axes.shares[1]) })}
            </figcaption>
          </figure>
        ) : null}
        <div class="landscape-side">
          {map.result ? <BasinList of={map.result} /> : null}
          {free && hit ? (
            <div class="kick-pair">
              {[free, hit].map((body, at) => (
                <figure key={at}>
                  <BodyPicture body={body} scale={4} label="" />
                  <figcaption>{t(at === 0 ? 'lab.landscape.unkicked' : 'lab.landscape.kicked')}</figcaption>
                </figure>
              ))}
            </div>
          ) : null}
        </div>
      </div>
      {rates.result ? (
        <section class="rates-panel">
          <h2>{t('lab.landscape.ratesTitle')}</h2>
          <Rates
            outcomes={rates.result}
            strength={strength}
            step={step}
            onChoose={(toStrength, toStep) => bench.setAll({ strength: toStrength, step: toStep })}
          />
          <p class="quiet">{t('lab.landscape.ratesText')}</p>
        </section>
      ) : null}
      <p class="quiet">{t('lab.landscape.honest')}</p>
    </Bench>
  );
}

const sayOutcome = ({ kicked, home, spared, sparedHome }: Outcome): string =>
  kicked === 0
    ? t('lab.landscape.nobody')
    : t('lab.landscape.said', {
        count: kicked,
        home: number(home),
        share: percent(home / kicked),
        spared: percent(spared > 0 ? sparedHome / spared : 1),
      });

/** What lines and marks mean. */
const Marks = () => (
  <ul class="map-marks">
    {(['flow', 'shade', 'home', 'lost'] as const).map((mark) => (
      <li key={mark} class={mark}>
        <svg viewBox="0 0 16 16" aria-hidden="true" class={`trail ${mark}`}>
          {MARKS[mark]}
        </svg>
        {t(`lab.landscape.mark.${mark}`)}
      </li>
    ))}
  </ul>
);

const MARKS = {
  flow: <path class="flow" d="M1 8h11m-4-4l4 4l-4 4" />,
  shade: <path class="shade shade-4" d="M1 1h14v14h-14z" />,
  home: <circle cx="8" cy="8" r="5" />,
  lost: <path class="cross" d="M2 2l12 12m0-12l-12 12" />,
};

/** The basins by number, with how many cells of which tissue. */
function BasinList({ of: { basins, tissues, cloudBasins } }: { readonly of: Landscape }) {
  const loose = tissues.length - basins.reduce((sum, { cells }) => sum + cells, 0);
  return (
    <section>
      <h2>{t('lab.landscape.basins', { count: basins.length })}</h2>
      <ol class="basins">
        {basins.map(({ cells, tissue, pure }, at) => (
          <li key={at}>
            <b>{number(at + 1)}</b>
            <svg viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">
              <path d={SHAPES[tissue - 1]} style={{ fill: `var(--kind-${tissue - 1})` }} />
            </svg>
            <span>{t('lab.landscape.basin', { count: cells, tissue: tissueName(tissue), share: percent(pure) })}</span>
          </li>
        ))}
      </ol>
      <p class="quiet">
        {loose > 0 ? `${t('lab.landscape.loose', { count: loose })} ` : ''}
        {t('lab.landscape.cloud', { count: cloudBasins })}
      </p>
    </section>
  );
}

const tissueName = (tissue: number): string => {
  const name = TISSUES[tissue] ?? 'skin';
  return t(`trait.${name === 'eye' ? 'eyes' : name}`);
};

type Row = Outcome & { readonly strength: number; readonly step: number };

/** The dials' own kick first, then all of the table. */
function tableOf(chosen: Row, outcomes: readonly Outcome[]) {
  const others = outcomes.map((outcome, at) => ({
    ...outcome,
    strength: STRENGTHS[Math.floor(at / MOMENTS.length)] ?? 0,
    step: MOMENTS[at % MOMENTS.length] ?? 0,
  }));
  const headers = ['strength', 'step', 'kicked', 'home', 'share', 'spared', 'sparedHome', 'left'].map((column) =>
    t(`lab.landscape.column.${column}`),
  );
  const rowsOf = (write: (value: number) => string | number) =>
    [chosen, ...others].map(({ strength, step, kicked, home, spared, sparedHome, left }) => [
      strength,
      step,
      kicked,
      home,
      write(kicked > 0 ? (100 * home) / kicked : 0),
      spared,
      sparedHome,
      write(100 * left),
    ]);
  return {
    caption: t('lab.landscape.ratesTitle'),
    shown: { headers, rows: rowsOf((value) => fixed(value, 0)) },
    taken: { headers, rows: rowsOf((value) => value) },
  };
}
