import '../../styles/lab-knock-outs.css';
import { useMemo } from 'preact/hooks';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { Bench } from '../frame/bench.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount, choice } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { BesideView } from './beside-view.tsx';
import { GeneFor } from './gene-for.tsx';
import { matrixRows, matrixTotals, pairRows } from './grids.ts';
import { MarkGrid, MarkLegend } from './mark-grid.tsx';
import { Moves, movesOf } from './moves.tsx';
import { PairView } from './pair-view.tsx';
import { matrixTable, pairTable } from './sheets.ts';
import { TraitDial } from './trait-dial.tsx';

const DIALS = {
  view: choice(['one', 'two'], 'one'),
  gene: amount(1, 16, 2),
  other: amount(1, 16, 12),
  place: choice(['all', 'head', 'middle', 'tail'], 'all'),
  time: choice(['all', 'early', 'midway', 'late'], 'all'),
  trait: choice(TRAITS, 'eyes'),
} as const;

/** Embryos whole and changed: what chance makes of one, it hardly makes of the mean of so many. */
const TWINS = 16;

/** They go with the ask: the worker has no library of founders. */
const SPECIES = FOUNDERS.map(({ genome }) => genome);

/** Which third a choice stands for; null for all of it. */
const third = (values: readonly string[], value: string): number | null => {
  const at = values.indexOf(value);
  return at > 0 ? at - 1 : null;
};

export function KnockOutsBench() {
  const bench = useBench('knock-outs', DIALS, 'saucer');
  const { creature, word, values } = bench;
  const { view, gene, trait } = values;
  const two = view === 'two';
  // A gene cannot be switched off twice: its neighbour is, then.
  const other = values.other === gene ? (gene % 16) + 1 : values.other;
  const place = third(DIALS.place.values, values.place);
  const time = third(DIALS.time.values, values.time);
  const genes = two ? [gene - 1, other - 1] : [gene - 1];
  const where = two ? { place: null, time: null } : { place, time };
  const beside = useExperiment('knock-outs', 'growBeside', [word, ...genes, where.place, where.time], () => ({
    creature,
    genes,
    ...where,
    twins: TWINS,
  }));
  const matrix = useExperiment('knock-out-matrix', 'measureMatrix', [word], () => ({ creature, species: SPECIES }));
  const pairs = useExperiment('knock-out-pairs', 'measurePairs', [word, two], () => (two ? { creature } : null));
  const [shown, all, both] = [beside.result, matrix.result, two ? pairs.result : null];
  const column = TRAITS.indexOf(trait);
  const moves = useMemo(() => (shown && all ? movesOf(shown, all.steps) : null), [shown, all]);
  const names = genes.map((each) => t('lab.knock-outs.without', { gene: each + 1 }));
  const rows = [t('lab.knock-outs.whole'), ...names, ...(two ? [t('lab.knock-outs.both')] : [])];
  const table = both ? pairTable(both, trait) : moves && all && !two ? matrixTable(moves, all) : null;
  return (
    <Bench
      of={bench}
      runs={[beside, matrix, pairs]}
      print={shown?.print}
      dials={
        <>
          {(two ? (['view', 'gene', 'other'] as const) : (['view', 'gene', 'place', 'time'] as const)).map((name) => (
            <Dial key={name} of={bench} name={name} />
          ))}
          <TraitDial bench="knock-outs" value={trait} onTurn={(to) => bench.set('trait', to)} />
        </>
      }
      table={table}
    >
      {/* While the next is under way the last stays, unless it has another number of rows. */}
      {shown && shown.bodies.length === 4 * rows.length ? <BesideView of={shown} rows={rows} twins={TWINS} /> : null}
      <div class="knock-panels">
        {all && !two ? (
          <div>
            <GeneFor matrix={all} trait={trait} />
            {moves ? (
              <section>
                <h2>{t('lab.knock-outs.movesTitle', { gene })}</h2>
                <Moves moves={moves} />
                <p class="quiet">{t('lab.knock-outs.movesText', { twins: TWINS })}</p>
              </section>
            ) : null}
          </div>
        ) : null}
        {all && !two ? (
          <section>
            <h2>{t('lab.knock-outs.matrixTitle')}</h2>
            <MarkGrid
              caption={t('lab.knock-outs.matrixTitle')}
              columns={16}
              rows={matrixRows(all)}
              totals={matrixTotals(all)}
              column={gene - 1}
              row={column}
              onChoose={(to, row) => bench.setAll({ gene: to + 1, trait: TRAITS[row] ?? trait })}
            />
            <MarkLegend vital={t('lab.knock-outs.vital')} />
            <p class="quiet">{t('lab.knock-outs.matrixText')}</p>
          </section>
        ) : null}
        {all && both ? <PairView pairs={both} matrix={all} genes={[gene - 1, other - 1]} trait={trait} /> : null}
        {all && both ? (
          <section>
            <h2>{t('lab.knock-outs.pairsTitle', { trait: traitName(trait) })}</h2>
            <MarkGrid
              caption={t('lab.knock-outs.pairsTitle', { trait: traitName(trait) })}
              columns={16}
              rows={pairRows(both, all, column)}
              column={gene - 1}
              row={other - 1}
              onChoose={(to, row) => bench.setAll({ gene: to + 1, other: row + 1 })}
            />
            <MarkLegend vital={t('lab.knock-outs.vital')} />
            <p class="quiet">{t('lab.knock-outs.pairsText')}</p>
          </section>
        ) : null}
      </div>
    </Bench>
  );
}
