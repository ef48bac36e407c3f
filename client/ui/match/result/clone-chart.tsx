import { number, t } from '../../../i18n/i18n.ts';
import { type Bin, binScores } from './clone-bins.ts';

/** How many clones scored what, and where the champion itself stands. A list of bars: it reads as well as it looks. */
export function CloneChart({ scores, own }: { readonly scores: readonly number[]; readonly own: number }) {
  const bins = binScores(scores, own);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <ol class="clone-chart" aria-label={t('champion.chart')}>
      {bins.map((bin) => (
        <li key={bin.from} class={bin.own ? 'own' : ''}>
          <span class="visually-hidden">{tell(bin)}</span>
          <span class="count numeric" aria-hidden="true">
            {bin.count > 0 ? bin.count : ''}
          </span>
          <i aria-hidden="true" style={{ blockSize: `${(bin.count / most) * 100}%` }} />
          <span class="from numeric" aria-hidden="true">
            {number(bin.from)}
          </span>
          {bin.own ? (
            <b aria-hidden="true" style={{ '--at': bin.place }}>
              {t('champion.mark')}
            </b>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const tell = ({ from, to, count, own }: Bin): string =>
  `${t('champion.bin', { from, to, count })}${own ? ` ${t('champion.binOwn')}` : ''}`;
