import type { Matrix } from '../../../shared/lab/knock-out-matrix.ts';
import { type Pairs, pairAt } from '../../../shared/lab/knock-out-pairs.ts';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { fixed, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { unitOf } from '../../session/trait-units.ts';
import { interacts } from './grids.ts';
import { signed } from './moves.tsx';

interface Props {
  readonly pairs: Pairs;
  readonly matrix: Matrix;
  readonly genes: readonly [number, number];
  readonly trait: TraitName;
}

/** The reckoning of one pair: each absence alone, their sum, and both together. */
export function PairView({ pairs, matrix, genes, trait }: Props) {
  const [gene, other] = genes;
  const at = TRAITS.indexOf(trait);
  const { divisor, unit } = unitOf(trait);
  const whole = (pairs.whole[at] ?? 0) / divisor;
  const effect = (one: number, two: number): number => (pairs.means[pairAt(one, two, at)] ?? 0) / divisor - whole;
  const [first, second, both] = [effect(gene, gene), effect(other, other), effect(gene, other)];
  const place = pairAt(gene, other, at);
  const [beyond, error] = [(pairs.beyond[place] ?? 0) / divisor, (pairs.errors[place] ?? 0) / divisor];
  const lines: readonly (readonly [string, string])[] = [
    [t('lab.knock-outs.whole'), fixed(whole, 1)],
    [t('lab.knock-outs.without', { gene: gene + 1 }), signed(first)],
    [t('lab.knock-outs.without', { gene: other + 1 }), signed(second)],
    [t('lab.knock-outs.sum'), signed(first + second)],
    [t('lab.knock-outs.both'), signed(both)],
    [t('lab.knock-outs.beyond'), `${signed(beyond)} ± ${fixed(2 * error, 1)}`],
  ];
  return (
    <section class="pair-sum" aria-live="polite">
      <h2>{t('lab.knock-outs.pairTitle')}</h2>
      <p class="quiet">
        {traitName(trait)} ({t(`traitUnit.${unit}`)})
      </p>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="numeric" dir="ltr">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <p class="knock-verdict">
        {Number.isNaN(beyond)
          ? t('lab.knock-outs.pairVital')
          : t(`lab.knock-outs.${interacts(pairs, matrix, genes, at) ? 'pairYes' : 'pairNo'}`)}
      </p>
    </section>
  );
}
