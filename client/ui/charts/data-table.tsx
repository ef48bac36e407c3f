import '../../styles/chart-data.css';
import { t } from '../../i18n/i18n.ts';
import type { Sheet } from '../../session/sheet.ts';
import { download } from './download.ts';

interface Props {
  readonly caption: string;
  /** What people read. */
  readonly shown: Sheet;
  /** What they take away: the same with all decimals. */
  readonly taken: Sheet;
  readonly file: string;
  readonly onEvery?: () => void;
}

/** What a chart draws, as a table and as a file. */
export function DataTable({ caption, shown, taken, file, onEvery }: Props) {
  return (
    <div class="data">
      <div class="data-actions">
        <button type="button" class="button small" onClick={() => download(file, taken)}>
          {t('charts.csv')}
        </button>
        {onEvery ? (
          <button type="button" class="button small" onClick={onEvery}>
            {t('charts.csvEvery')}
          </button>
        ) : null}
      </div>
      <details>
        <summary>{t('charts.table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
        <section class="data-scroll" tabIndex={0} aria-label={caption}>
          <table>
            <caption class="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {shown.headers.map((header) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map(([first, ...cells], row) => (
                <tr key={row}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}
