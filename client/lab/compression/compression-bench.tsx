import '../../styles/lab-compression.css';
import {
  type Grid,
  LEAST_GENES,
  type Pairs,
  type Shortened,
  TOLD_APART,
} from '../../../shared/lab/compression/compression.ts';
import { GENES } from '../../../shared/sim/genome.ts';
import { fixed, number, percent, t } from '../../i18n/i18n.ts';
import { Bench } from '../frame/bench.tsx';
import { BodyPicture } from '../frame/body-picture.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount, choice } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { ShortGrid } from './short-grid.tsx';
import { saySizes, Weights } from './weights.tsx';

const DIALS = {
  genes: amount(LEAST_GENES, GENES, GENES),
  bits: amount(1, 8, 4),
  by: choice(['all', 'each'], 'all'),
} as const;

export function CompressionBench() {
  const bench = useBench('compression', DIALS, 'leopardcream');
  const { genes, bits, by } = bench.values;
  const of = bench.creature;
  const study = useExperiment('compression', 'study', [bench.word], () => of);
  // Which genes go first, and what twins look like, must be known of this creature, not of the one before.
  const known = study.share === null ? study.result : null;
  const ask = known ? { of, order: known.order, twins: known.twins } : null;
  const on = [bench.word, known !== null];
  const once = useExperiment('compression', 'shortenOnce', [...on, genes, bits], () => ask && { ...ask, genes, bits });
  const grid = useExperiment('compression', 'shortenAllWays', on, () => ask);
  return (
    <Bench
      of={bench}
      runs={[study, once, grid]}
      print={once.result?.print}
      dials={(['genes', 'bits', 'by'] as const).map((name) => <Dial key={name} of={bench} name={name} />)}
      table={once.result && grid.result ? tableOf(once.result, grid.result) : null}
    >
      {study.result ? (
        <section class="weighed">
          <Weights of={study.result} />
          <p>{saySizes(study.result)}</p>
        </section>
      ) : null}
      {once.result ? <Beside of={once.result} /> : null}
      {grid.result ? (
        <section class="short-panel">
          <h2>{t('lab.compression.gridTitle')}</h2>
          <ShortGrid
            of={grid.result}
            genes={genes}
            bits={bits}
            by={by}
            onChoose={(toGenes, toBits) => bench.setAll({ genes: toGenes, bits: toBits })}
          />
          <p class="quiet">{t(`lab.compression.gridText.${by}`)}</p>
        </section>
      ) : null}
      <p class="quiet">{t('lab.compression.honest')}</p>
    </Bench>
  );
}

/** Bodies of the whole genome over those of the shortened one, each pair from the same noise. */
function Beside({ of: { bodies, apart, bytes, alike, sorted } }: { readonly of: Pairs }) {
  return (
    <section class="short-beside">
      <p class="short-said" aria-live="polite">
        {t('lab.compression.said', { bytes: number(bytes), alike: number(alike), sorted: number(sorted) })}{' '}
        <strong>{t(`lab.compression.verdict.${sorted >= TOLD_APART ? 'told' : 'same'}`)}</strong>
      </p>
      {(['whole', 'short'] as const).map((kind, row) => (
        <figure key={kind}>
          <figcaption>{t(`lab.compression.${kind}`, { bytes: number(bytes) })}</figcaption>
          <ol>
            {bodies.map((body, at) =>
              at % 2 === row ? (
                <li key={at}>
                  <BodyPicture body={body} scale={4} label="" />
                  <span class="numeric">{percent(apart[at] ?? 0)}</span>
                </li>
              ) : null,
            )}
          </ol>
        </figure>
      ))}
      <p class="quiet">{t('lab.compression.besideText')}</p>
    </section>
  );
}

/** What the dials stand at first, then all of the grid. */
function tableOf(chosen: Shortened, grid: Grid) {
  const headers = ['genes', 'bits', 'bytes', 'alike', 'sorted', 'strange', 'deflated'].map((column) =>
    t(`lab.compression.column.${column}`),
  );
  const rowsOf = (write: (value: number) => string | number) =>
    [chosen, ...grid.cells].map(({ genes, bits, bytes, alike, sorted, strange, deflated }) => [
      genes,
      bits,
      bytes,
      alike,
      sorted,
      write(100 * strange),
      deflated,
    ]);
  return {
    caption: t('lab.compression.gridTitle'),
    shown: { headers, rows: rowsOf((value) => fixed(value, 0)) },
    taken: { headers, rows: rowsOf((value) => value) },
  };
}
