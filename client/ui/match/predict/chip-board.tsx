import '../../../styles/chip-board.css';
import { useRef } from 'preact/hooks';
import { t } from '../../../i18n/i18n.ts';
import { addChip, laidChips, moveChip, takeChip } from './chips.ts';

export interface Column {
  /** What the column stands for, in words. */
  readonly name: string;
  /** The same, as short as it can be, below the column. */
  readonly short: string;
  /** How it is now, as a share of all (0 to 1); shown faintly, as high as so many chips would be. */
  readonly ghost?: number;
}

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly chips: readonly number[];
  readonly total: number;
  readonly onChange: (chips: readonly number[]) => void;
}

/** A bet: chips on columns. By tap, by drag, or by the arrow keys. */
export function ChipBoard({ label, columns, chips, total, onChange }: Props) {
  const board = useRef<HTMLFieldSetElement>(null);
  const held = useRef(-1);
  const dragged = useRef(false);
  const focused = useRef(0);
  const left = total - laidChips(chips);

  const focus = (at: number): void => {
    focused.current = at;
    board.current?.querySelector<HTMLButtonElement>(`[data-column="${at}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, at: number): void => {
    const rtl =
      getComputedStyle(event.currentTarget instanceof Element ? event.currentTarget : document.body).direction ===
      'rtl';
    const side = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[event.key];
    const rise = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (rise) onChange(rise > 0 ? addChip(chips, at, total) : takeChip(chips, at));
    else if (side) {
      const to = Math.max(0, Math.min(columns.length - 1, at + side));
      if (event.shiftKey) onChange(moveChip(chips, at, to));
      focus(to);
    } else return;
    event.preventDefault();
  };
  const drop = (event: PointerEvent): void => {
    const from = held.current;
    held.current = -1;
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-column]');
    const to = Number(under?.dataset.column ?? Number.NaN);
    dragged.current = from >= 0 && to >= 0 && to !== from && (chips[from] ?? 0) > 0;
    if (dragged.current) onChange(moveChip(chips, from, to));
  };

  return (
    <fieldset ref={board} class="chip-board">
      <legend class="visually-hidden">{label}</legend>
      <p class="chips-left" aria-live="polite">
        <span class="chip" aria-hidden="true" /> <strong class="numeric">{t('chips.left', { count: left })}</strong>{' '}
        <span class="quiet">{t(left > 0 ? 'chips.how' : 'chips.full')}</span>
      </p>
      <ol style={{ '--columns': columns.length, '--chips': total }}>
        {columns.map(({ name, short, ghost }, at) => {
          const count = chips[at] ?? 0;
          return (
            <li key={name}>
              <button
                type="button"
                class="pile"
                data-column={at}
                data-chips={count}
                tabIndex={at === focused.current ? 0 : -1}
                aria-label={t('chips.column', { name, count })}
                onFocus={() => {
                  focused.current = at;
                }}
                onKeyDown={(event) => onKey(event, at)}
                onPointerDown={() => {
                  held.current = at;
                  dragged.current = false;
                }}
                onPointerUp={drop}
                onPointerCancel={() => {
                  held.current = -1;
                }}
                onClick={() => {
                  if (!dragged.current) onChange(addChip(chips, at, total));
                  dragged.current = false;
                }}
              >
                {ghost ? <span class="ghost" style={{ blockSize: `${Math.min(1, ghost) * 100}%` }} /> : null}
                {Array.from({ length: count }, (_, chip) => (
                  <i key={chip} class="chip" />
                ))}
              </button>
              <span class="column-name numeric" aria-hidden="true">
                {short}
              </span>
              <button
                type="button"
                class="take"
                tabIndex={-1}
                disabled={count === 0}
                aria-label={t('chips.take', { name })}
                onClick={() => onChange(takeChip(chips, at))}
              >
                <span aria-hidden="true">−</span>
              </button>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
