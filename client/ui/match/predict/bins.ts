/** Bins of a trait in words: long for who listens, short below a column. */
import type { TraitName } from '../../../../shared/sim/trait-names.ts';
import { number, t } from '../../../i18n/i18n.ts';
import { unitOf } from '../../../session/trait-units.ts';

export interface BinWords {
  readonly name: string;
  readonly short: string;
  /** In words without its unit. */
  readonly plain: string;
}

/** For the edges.length + 1 bins of a histogram question. */
export function binWords(trait: TraitName, edges: readonly number[]): BinWords[] {
  const { unit, divisor } = unitOf(trait);
  const plain = (edge: number | undefined): string => number((edge ?? 0) / divisor);
  const amount = (edge: number | undefined): string => t(`amount.${unit}`, { value: plain(edge) });
  return Array.from({ length: edges.length + 1 }, (_, bin) => {
    const [from, to] = [edges[bin - 1], edges[bin]];
    if (bin === 0) {
      const short = t('bins.belowShort', { to: plain(to) });
      return { name: t('bins.below', { to: amount(to) }), short, plain: t('bins.below', { to: plain(to) }) };
    }
    const short = t('bins.fromShort', { from: plain(from) });
    if (bin === edges.length) {
      return { name: t('bins.from', { from: amount(from) }), short, plain: t('bins.from', { from: plain(from) }) };
    }
    const within = (words: string): string => t('bins.between', { from: plain(from), to: words });
    return { name: within(amount(to)), short, plain: within(plain(to)) };
  });
}
