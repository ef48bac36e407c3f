import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { type Drawing, drawPlate, SIDE } from './draw.ts';
import { readPalette } from './marks.ts';
import { spotNear, spotTowards } from './places.ts';

interface Props {
  readonly drawing: Drawing;
  readonly label: string;
  readonly onChoose: (cell: number) => void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** All cells of a step, to look at and to choose from, by hand or by the arrow keys. */
export function Plate({ drawing, label, onChoose }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (canvas.current && pen) drawPlate(pen, readPalette(canvas.current), drawing);
  }, [drawing, dark]);
  const goTowards = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (!direction) return;
    event.preventDefault();
    const { x, y } = drawing.chosen ?? { x: 0.5, y: 0.5 };
    const next = spotTowards(drawing.spots, [x, y], direction);
    if (next) onChoose(next.cell);
  };
  return (
    <div
      class="cells-plate"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cells are chosen by keys, as its description says
      tabIndex={0}
      role="application"
      dir="ltr"
      aria-label={label}
      aria-describedby="plate-help"
      onKeyDown={goTowards}
      onClick={(event) => {
        const box = canvas.current?.getBoundingClientRect();
        if (!box) return;
        const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
        const spot = spotNear(drawing.spots, x, y);
        if (spot) onChoose(spot.cell);
      }}
    >
      <canvas ref={canvas} width={SIDE} height={SIDE} />
      <p id="plate-help" class="visually-hidden">
        {t('lab.microscope.keys')}
      </p>
    </div>
  );
}

function useDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return dark;
}
