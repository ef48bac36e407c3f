import '../../styles/lab-shares.css';
import { shareInterval } from '../../../shared/lab/shares.ts';
import { percent, t } from '../../i18n/i18n.ts';

export interface Share {
  readonly name: string;
  readonly count: number;
  readonly of: number;
}

/** A bar a share, with its 95 % interval as a whisker and in words. */
export function ShareBars({ shares }: { readonly shares: readonly Share[] }) {
  return (
    <ul class="share-bars">
      {shares.map(({ name, count, of }) => {
        const [low, high] = shareInterval(count, of).map((share) => 100 * share);
        return (
          <li key={name}>
            <span>{name}</span>
            <span class="track">
              <span class="fill" style={{ inlineSize: `${(100 * count) / Math.max(1, of)}%` }} />
              <span
                class="whisker"
                style={{ insetInlineStart: `${low}%`, inlineSize: `${(high ?? 0) - (low ?? 0)}%` }}
              />
            </span>
            <span
              class="numeric"
              title={t('lab.parts.interval', { low: Math.round(low ?? 0), high: Math.round(high ?? 0) })}
            >
              {of > 0 ? percent(count / of) : '–'}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
