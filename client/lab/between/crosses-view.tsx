import { useMemo } from 'preact/hooks';
import { add, type CrossesResult, type Pair, SWAPS, type Tally } from '../../../shared/lab/between/crosses.ts';
import { KINSHIPS } from '../../../shared/lab/between/partner.ts';
import { cellCount } from '../../../shared/sim/divergence.ts';
import { VIABLE_CELLS } from '../../../shared/sim/embryo/body.ts';
import { number, percent, t } from '../../i18n/i18n.ts';
import { BodyPicture } from '../frame/body-picture.tsx';
import { useExperiment } from '../frame/use-experiment.ts';
import { ShareBars } from '../parts/share-bars.tsx';
import { tableOf, type View } from '../parts/view.ts';
import type { BetweenState } from './dials.ts';

/** Pairs of each kind that are shown. */
const SHOWN = 6;
const sum = (pairs: readonly Pair[]): Tally =>
  pairs.reduce<Tally>((all, { tally }) => add(all, tally), add(undefined, NONE));
const NONE: Tally = { born: 0, viable: 0, alike: 0 };

export function useCrosses(bench: BetweenState): View {
  const { view, children, draw } = bench.values;
  const run = useExperiment('between-crosses', 'cross', [view === 'crosses', bench.word, children, draw], () =>
    view === 'crosses' ? { of: bench.creature, children, seed: draw } : null,
  );
  const { result } = run;
  const found = useMemo(() => (result ? { kin: sum(result.kin), stranger: sum(result.strangers) } : null), [result]);
  const table = useMemo(() => (result ? sheetOf(result) : null), [result]);
  return {
    runs: [run],
    print: result?.print,
    dials: ['children'],
    said: found
      ? t('lab.between.cross.said', {
          kin: percent(found.kin.alike / found.kin.born),
          stranger: percent(found.stranger.alike / found.stranger.born),
        })
      : '',
    table,
    picture:
      result && found ? (
        <div class="view-halves">
          {KINSHIPS.map((kin) => (
            <section key={kin}>
              <h2>{t(`lab.between.cross.${kin}`)}</h2>
              <ShareBars shares={sharesOf(found[kin])} />
              <Families of={(kin === 'kin' ? result.kin : result.strangers).slice(0, SHOWN)} />
            </section>
          ))}
          <section class="whole">
            <h2>{t('lab.between.cross.why')}</h2>
            <ShareBars
              shares={SWAPS.map((swap) => ({
                name: t(`lab.between.cross.swap.${swap}`),
                count: result.swaps[swap].born - result.swaps[swap].viable,
                of: result.swaps[swap].born,
              }))}
            />
            <p class="quiet">{t('lab.between.cross.whyText')}</p>
          </section>
        </div>
      ) : null,
  };
}

const sharesOf = ({ born, viable, alike }: Tally) => [
  { name: t('lab.between.cross.viable'), count: viable, of: born },
  { name: t('lab.between.cross.alike'), count: alike, of: born },
];

function Families({ of }: { readonly of: readonly Pair[] }) {
  return (
    <ul class="families">
      {of.map(({ father, child }, at) => (
        <li key={at} class={cellCount(child) < VIABLE_CELLS ? 'failed' : ''}>
          <BodyPicture body={father} scale={2} label={t('lab.between.cross.father')} />
          <span aria-hidden="true">›</span>
          <BodyPicture body={child} scale={4} label={t('lab.between.cross.child')} />
        </li>
      ))}
    </ul>
  );
}

function sheetOf({ kin, strangers, swaps }: CrossesResult) {
  const headers = ['cross', 'born', 'viable', 'alike'].map((name) => t(`lab.between.column.${name}`));
  const row = (name: string, { born, viable, alike }: Tally) => [name, born, viable, alike];
  const rows = [
    row(t('lab.between.cross.kin'), sum(kin)),
    row(t('lab.between.cross.stranger'), sum(strangers)),
    ...SWAPS.map((swap) => row(t(`lab.between.cross.swap.${swap}`), swaps[swap])),
  ];
  return tableOf(t('lab.between.cross.said', { kin: '', stranger: '' }), headers, rows, number);
}
