import { useEffect, useRef, useState } from 'preact/hooks';
import { type Drawing, GRID, PALETTE, writeDrawing } from '../../../shared/lab/training/drawing.ts';
import { t } from '../../i18n/i18n.ts';

interface Props {
  readonly drawing: Drawing;
  /** The same, as it stands in the link. */
  readonly letters: string;
  readonly onDraw: (letters: string) => void;
}

/** Screen pixels of a square, before the page scales it. */
const SQUARE = 16;
const inkOf = (colour: number): string => `rgb(${(PALETTE[colour] ?? PALETTE[0]).join()})`;

/**
 * A small sheet to draw on: by mouse or finger, or by keys (arrows go, space paints, Delete clears). A stroke counts when it
 * has ended.
 */
export function Easel({ drawing, letters, onDraw }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [colour, setColour] = useState(1);
  const [place, setPlace] = useState<number | null>(null);
  const stroke = useRef<Drawing | null>(null);
  useEffect(() => paint(canvas.current, stroke.current ?? drawing, place), [letters, place]);

  const put = (at: number, ink: number): void => {
    stroke.current ??= drawing.slice();
    stroke.current[at] = ink;
    paint(canvas.current, stroke.current, place);
  };
  const end = (): void => {
    const drawn = stroke.current;
    stroke.current = null;
    if (drawn) onDraw(writeDrawing(drawn));
  };
  const drag = (event: PointerEvent): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top].map((at) => Math.floor((at * GRID) / box.width));
    if (x === undefined || y === undefined || x < 0 || y < 0 || x >= GRID || y >= GRID) return;
    put(y * GRID + x, colour);
  };
  const press = (event: KeyboardEvent): void => {
    const at = place ?? (GRID * GRID + GRID) / 2;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -GRID, ArrowDown: GRID }[event.key];
    const inks = event.key === ' ' || event.key === 'Enter';
    if (step !== undefined) {
      const to = at + step;
      const stays =
        Math.abs(step) === 1 ? Math.floor(to / GRID) === Math.floor(at / GRID) : to >= 0 && to < GRID * GRID;
      if (stays) setPlace(to);
    } else if (inks || event.key === 'Delete' || event.key === 'Backspace') {
      put(at, inks ? colour : 0);
      end();
    } else return;
    event.preventDefault();
  };
  return (
    <div class="easel">
      <div
        class="sheet"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet to draw on by keys, too: no element is one
        tabIndex={0}
        aria-label={t('lab.training.easel.sheet')}
        aria-describedby="easel-keys"
        onKeyDown={press}
        onFocus={() => setPlace((last) => last ?? (GRID * GRID + GRID) / 2)}
        onBlur={() => setPlace(null)}
      >
        <canvas
          ref={canvas}
          width={GRID * SQUARE}
          height={GRID * SQUARE}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag(event);
          }}
          onPointerMove={drag}
          onPointerUp={end}
          onPointerCancel={end}
        />
      </div>
      <span class="visually-hidden" aria-live="polite">
        {place === null
          ? ''
          : t('lab.training.easel.at', {
              row: Math.floor(place / GRID) + 1,
              column: (place % GRID) + 1,
              colour: t(`lab.training.easel.colour.${drawing[place] ?? 0}`),
            })}
      </span>
      <fieldset class="palette">
        <legend class="visually-hidden">{t('lab.training.easel.colours')}</legend>
        {PALETTE.map((_, ink) => (
          <label key={ink} class={ink === colour ? 'chosen' : ''} title={t(`lab.training.easel.colour.${ink}`)}>
            <input
              class="visually-hidden"
              type="radio"
              name="ink"
              checked={ink === colour}
              onChange={() => setColour(ink)}
            />
            <span class="visually-hidden">{t(`lab.training.easel.colour.${ink}`)}</span>
            <i class={ink === 0 ? 'none' : ''} style={ink === 0 ? {} : { background: inkOf(ink) }} />
          </label>
        ))}
      </fieldset>
      <button type="button" class="button small" onClick={() => onDraw(writeDrawing(new Uint8Array(GRID * GRID)))}>
        {t('lab.training.easel.clear')}
      </button>
      <p id="easel-keys" class="quiet">
        {t('lab.training.easel.keys')}
      </p>
    </div>
  );
}

function paint(canvas: HTMLCanvasElement | null, drawing: Drawing, place: number | null): void {
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) return;
  const style = getComputedStyle(canvas);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  drawing.forEach((colour, at) => {
    const [x, y] = [(at % GRID) * SQUARE, Math.floor(at / GRID) * SQUARE];
    pen.fillStyle = colour === 0 ? style.getPropertyValue('--plate') : inkOf(colour);
    pen.fillRect(x, y, SQUARE - 1, SQUARE - 1);
  });
  if (place === null) return;
  pen.strokeStyle = style.getPropertyValue('--accent');
  pen.lineWidth = 3;
  pen.strokeRect((place % GRID) * SQUARE, Math.floor(place / GRID) * SQUARE, SQUARE - 1, SQUARE - 1);
}
