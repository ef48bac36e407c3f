import type { ComponentChildren } from 'preact';
import { BENCH_NAMES } from '../../../shared/lab/bench-link.ts';
import { percent, t } from '../../i18n/i18n.ts';
import type { Sheet } from '../../session/sheet.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { CopyButton } from '../../ui/host/copy-button.tsx';
import { CreatureChoice } from './creature-choice.tsx';
import type { Dials } from './dials.ts';
import type { BenchState } from './use-bench.ts';
import type { Run } from './use-experiment.ts';

interface Props<Of extends Dials> {
  readonly of: BenchState<Of>;
  /** All experiments of this bench. */
  readonly runs: readonly Run[];
  /** The fingerprint of the bodies shown, when they are there. */
  readonly print: string | undefined;
  readonly dials: ComponentChildren;
  /** What is shown, in numbers; null while there are none. */
  readonly table: { readonly caption: string; readonly shown: Sheet; readonly taken: Sheet } | null;
  readonly children: ComponentChildren;
}

/** What every bench has: its question, its creature and dials, what to look for, its picture, its numbers, its link. */
export function Bench<Of extends Dials>({ of, runs, print = '', dials, table, children }: Props<Of>) {
  const { name } = of;
  const failure = runs.find((run) => run.failure)?.failure ?? '';
  const working = runs.some((run) => run.share !== null);
  const state = failure ? 'failed' : working ? 'working' : 'ready';
  return (
    <article class={`lab-bench lab-${name}`} data-bench={name} data-state={state} data-print={print}>
      <header class="bench-head">
        <p class="bench-name">
          <a href={`/lab#c=${of.word}`}>{t('lab.title')}</a> <span aria-hidden="true">›</span> {t(`lab.${name}.title`)}
        </p>
        <h1>{t(`lab.${name}.question`)}</h1>
      </header>
      <section class="bench-dials" aria-label={t('lab.dials')}>
        <CreatureChoice of={of} />
        {dials}
        <Progress runs={runs} />
      </section>
      <section class="bench-picture" aria-label={t('lab.picture')} aria-busy={working}>
        <p class="bench-look">
          <strong>{t('lab.look')}</strong> {t(`lab.${name}.look`)}
        </p>
        {failure ? (
          <p class="notice" role="alert">
            {t('lab.failed', { error: failure })}
          </p>
        ) : null}
        {children}
      </section>
      <footer class="bench-foot">
        {table ? (
          <DataTable caption={table.caption} shown={table.shown} taken={table.taken} file={`twinfold-lab-${name}`} />
        ) : null}
        <div class="bench-link">
          <CopyButton text={`${location.origin}${location.pathname}${of.link}`} label={t('lab.copyLink')} />
          {print ? (
            <span class="quiet" title={t('lab.printHint')}>
              {t('lab.print', { print: print.slice(0, 8) })}
            </span>
          ) : null}
        </div>
        <nav class="bench-others" aria-label={t('lab.others')}>
          {BENCH_NAMES.filter((key) => key !== name).map((key) => (
            <a key={key} href={`/lab/${key}#c=${of.word}`}>
              {t(`lab.${key}.title`)}
            </a>
          ))}
        </nav>
      </footer>
    </article>
  );
}

/** Seen only when something takes a while. */
function Progress({ runs }: { readonly runs: readonly Run[] }) {
  const under = runs.filter((run) => run.share !== null);
  if (under.length === 0) return null;
  const share = Math.min(...under.map((run) => run.share ?? 1));
  return (
    <div class="bench-progress">
      <progress value={share} aria-label={t('lab.working')} />
      <span class="numeric">{percent(share)}</span>
      <button
        type="button"
        class="button small"
        onClick={() => {
          for (const run of under) run.cancel();
        }}
      >
        {t('lab.stop')}
      </button>
    </div>
  );
}
