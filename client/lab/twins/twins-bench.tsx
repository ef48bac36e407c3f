import '../../styles/lab-twins.css';
import { useMemo } from 'preact/hooks';
import { compare } from '../../../shared/sim/divergence.ts';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { fixed, number, percent, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { Plot } from '../../ui/charts/plot.tsx';
import { Bench } from '../frame/bench.tsx';
import { BodyPicture } from '../frame/body-picture.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { Overlay } from './overlay.tsx';
import { partingPlot } from './parting-plot.ts';
import { meanOf, steadiness, type TraitSpread } from './steadiness.ts';
import { Where } from './where.tsx';

const DIALS = {
  count: amount(2, 64, 12),
  noise: amount(0, 400, 100, 10),
  temperature: amount(-100, 100, 0, 10),
  nutrition: amount(-100, 100, 0, 10),
  /** Which clone is laid over the first: its number, counted from 1. */
  other: amount(2, 64, 2),
} as const;

const GENOMES = FOUNDERS.map(({ genome }) => genome);

export function TwinsBench() {
  const bench = useBench('twins', DIALS, 'garnetmoth');
  const { count, noise, temperature, nutrition } = bench.values;
  const { genome, noiseSeed } = bench.creature;
  const ask = () => ({ genome, noiseSeed, conditions: { noise, temperature, nutrition }, count });
  const on = [bench.word, count, noise, temperature, nutrition];
  const grown = useExperiment('twins', 'growClones', on, ask);
  const parting = useExperiment('twins', 'watchParting', on, ask);
  const species = useExperiment('twins', 'measureSpecies', [], () => ({ genomes: GENOMES }));
  const { result } = grown;
  const spreads = useMemo(
    () => (result && species.result ? steadiness(result.traits, species.result.species) : null),
    [result, species.result],
  );
  const plot = useMemo(() => (parting.result ? partingPlot(parting.result.shares) : null), [parting.result]);
  const other = Math.min(bench.values.other, result?.bodies.length ?? 2);
  const [first, second] = [result?.bodies[0], result?.bodies[other - 1]];
  return (
    <Bench
      of={bench}
      runs={[grown, parting, species]}
      print={result?.print}
      dials={(['count', 'noise', 'temperature', 'nutrition'] as const).map((name) => (
        <Dial key={name} of={bench} name={name} />
      ))}
      table={spreads ? tableOf(spreads) : null}
    >
      <p class="clones-said" aria-live="polite">
        {result ? t('lab.twins.said', { share: percent(meanOf([...result.apart].slice(1))) }) : ''}
      </p>
      <ol class={count > 24 ? 'clones many' : 'clones'} aria-label={t('lab.twins.clones', { count })}>
        {result?.bodies.map((body, at) => (
          <li key={at}>
            <button
              type="button"
              aria-pressed={at === other - 1}
              aria-disabled={at === 0}
              onClick={() => at > 0 && bench.set('other', at + 1)}
            >
              <BodyPicture body={body} scale={count > 24 ? 2 : 4} label={t('lab.twins.clone', { number: at + 1 })} />
              <span class="numeric">{at === 0 ? t('lab.twins.first') : percent(result.apart[at] ?? 0)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div class="clone-panels">
        {first && second ? (
          <section>
            <h2>{t('lab.twins.over', { number: other })}</h2>
            <Overlay first={first} second={second} compared={compare(first, second)} />
          </section>
        ) : null}
        {result && first ? (
          <section>
            <h2>{t('lab.twins.whereTitle')}</h2>
            <Where shares={result.where} />
            <p class="quiet">{t('lab.twins.whereText')}</p>
          </section>
        ) : null}
        {plot ? (
          <section class="wide">
            <h2>{t('lab.twins.whenTitle')}</h2>
            <Plot spec={plot} height={190} label={t('lab.twins.whenLabel')} />
          </section>
        ) : null}
        {spreads ? (
          <section class="wide">
            <h2>{t('lab.twins.diceTitle')}</h2>
            <Dice spreads={spreads} />
            <p class="quiet">{t('lab.twins.diceText')}</p>
          </section>
        ) : null}
      </div>
    </Bench>
  );
}

/** A bar a trait, the steadiest first: how much clones differ in it, of how much kinds do. */
function Dice({ spreads }: { readonly spreads: readonly TraitSpread[] }) {
  return (
    <ul class="dice">
      {spreads.map(({ trait, ratio }) => (
        <li key={trait}>
          <span>{traitName(trait)}</span>
          <span class="bar" style={{ inlineSize: `${Math.min(1, ratio) * 100}%` }} />
          <span class="numeric">{percent(ratio)}</span>
        </li>
      ))}
    </ul>
  );
}

const tableOf = (spreads: readonly TraitSpread[]) => {
  const headers = ['trait', 'mean', 'clones', 'species', 'ratio'].map((column) => t(`lab.twins.column.${column}`));
  const rowsOf = (write: (value: number) => string | number) =>
    spreads.map(({ trait, mean, clones, species, ratio }) => [
      traitName(trait),
      write(mean),
      write(clones),
      write(species),
      write(ratio),
    ]);
  return {
    caption: t('lab.twins.diceTitle'),
    shown: { headers, rows: rowsOf((value) => (Math.abs(value) >= 100 ? number(Math.round(value)) : fixed(value, 2))) },
    taken: { headers, rows: rowsOf((value) => value) },
  };
};
