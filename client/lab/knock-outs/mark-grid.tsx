import type { TargetedKeyboardEvent } from 'preact';
import { t } from '../../i18n/i18n.ts';

export interface MarkRow {
  readonly name: string;
  /** At the end of the row. */
  readonly total?: number;
  readonly cells: readonly Mark[];
}

export interface Mark {
  /** `self`: nothing to say, and not to be chosen. */
  readonly kind: 'more' | 'less' | 'none' | 'vital' | 'self';
  /** 0 to 1: how large it is drawn. */
  readonly strength: number;
  /** All that it says, for who cannot see it. */
  readonly label: string;
}

interface Props {
  readonly caption: string;
  /** Over the columns: genes, counted from 1. */
  readonly columns: number;
  readonly rows: readonly MarkRow[];
  /** Under the columns. */
  readonly totals?: { readonly name: string; readonly of: readonly number[] };
  readonly column: number;
  readonly row: number;
  readonly onChoose: (column: number, row: number) => void;
}

/** A table of marks, one place to the tab key; arrows move about in it. */
export function MarkGrid({ caption, columns, rows, totals, column, row, onChoose }: Props) {
  const choose = (toColumn: number, toRow: number): void => {
    const kind = rows[toRow]?.cells[toColumn]?.kind;
    if (kind !== undefined && kind !== 'self') onChoose(toColumn, toRow);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTableElement>): void => {
    const onward = document.dir === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-onward, 0],
      ArrowRight: [onward, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    // Over a cell that cannot be chosen, to the one behind it.
    const far = rows[row + step[1]]?.cells[column + step[0]]?.kind === 'self' ? 2 : 1;
    choose(column + far * step[0], row + far * step[1]);
  };
  return (
    <table
      class={rows.length === columns ? 'mark-grid square' : 'mark-grid'}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen by arrow keys is a grid
      role="grid"
      aria-label={caption}
      tabIndex={0}
      aria-activedescendant={`mark-${row}-${column}`}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td[id]') : null;
        const [, toRow, toColumn] = cell?.id.split('-') ?? [];
        if (toRow !== undefined) choose(Number(toColumn), Number(toRow));
      }}
    >
      <thead>
        <tr>
          <td />
          {Array.from({ length: columns }, (_, at) => (
            <th key={at} scope="col" class={at === column ? 'chosen' : ''}>
              {at + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((each, at) => (
          <Line key={at} of={each} at={at} column={column} chosen={at === row} />
        ))}
      </tbody>
      {totals ? (
        <tfoot>
          <tr>
            <th scope="row">{totals.name}</th>
            {totals.of.map((total, at) => (
              <td key={at}>{total}</td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

interface LineProps {
  readonly of: MarkRow;
  readonly at: number;
  readonly column: number;
  readonly chosen: boolean;
}

const Line = ({ of, at, column, chosen }: LineProps) => (
  <tr class={chosen ? 'chosen' : ''}>
    <th scope="row">{of.name}</th>
    {of.cells.map(({ kind, strength, label }, place) => (
      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a grid cell
      <td
        key={place}
        id={`mark-${at}-${place}`}
        class={`${kind}${place === column ? ' chosen' : ''}`}
        aria-label={label}
        aria-selected={chosen && place === column}
      >
        <span class={`mark ${kind}`} aria-hidden="true" style={{ '--strength': strength }} />
      </td>
    ))}
    {of.total === undefined ? null : <td class="total">{of.total}</td>}
  </tr>
);

/** What the marks mean. */
export const MarkLegend = ({ vital }: { readonly vital: string }) => (
  <p class="mark-legend">
    {(['more', 'less', 'vital'] as const).map((kind) => (
      <span key={kind}>
        <span class={`mark ${kind}`} aria-hidden="true" style={{ '--strength': 1 }} />
        {kind === 'vital' ? vital : t(`lab.knock-outs.${kind}`)}
      </span>
    ))}
  </p>
);
