import { t } from '../../../i18n/i18n.ts';

interface Part {
  /** 0 to 1. */
  readonly share: number;
  readonly words: string;
}

interface Props {
  readonly caption: string;
  /** What the guessed numbers count, and what the true ones do. */
  readonly guessed: string;
  readonly truth: string;
  readonly rows: readonly { readonly name: string; readonly guessed: Part | null; readonly true: Part }[];
}

/** A distribution as it was guessed (outlined) and as it came (filled), with the numbers of both. */
export function BetTable({ caption, guessed, truth, rows }: Props) {
  const most = Math.max(0.01, ...rows.flatMap((row) => [row.guessed?.share ?? 0, row.true.share]));
  const width = (share: number): string => `${(share / most) * 100}%`;
  return (
    <table class="bet-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">
            <span class="visually-hidden">{t('reveal.picture')}</span>
          </th>
          <th scope="col">
            <i class="outline" aria-hidden="true" /> {guessed}
          </th>
          <th scope="col">
            <i class="filled" aria-hidden="true" /> {truth}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td class="bars" aria-hidden="true">
              <i class="outline" style={{ inlineSize: width(row.guessed?.share ?? 0) }} />
              <i class="filled" style={{ inlineSize: width(row.true.share) }} />
            </td>
            <td class="numeric">{row.guessed?.words ?? '–'}</td>
            <td class="numeric">{row.true.words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
