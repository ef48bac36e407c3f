import { useEffect, useRef } from 'preact/hooks';
import { Compared } from '../../../shared/sim/divergence.ts';
import { LATTICE } from '../../../shared/sim/embryo/body.ts';

/** Pixels a site. */
const SITE = 8;
const SIDE = LATTICE * SITE;

/** What differs between two bodies, lit up: a wash over it and a line about it, to be laid over their pictures. */
export function DifferenceMap({ compared }: { readonly compared: Uint8Array | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const colour = getComputedStyle(element).getPropertyValue('--accent');
    context.clearRect(0, 0, SIDE, SIDE);
    const apart = (x: number, y: number): boolean =>
      x >= 0 && x < LATTICE && compared?.[y * LATTICE + x] === Compared.apart;
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.beginPath();
    for (let y = 0; y < LATTICE; y++) {
      for (let x = 0; x < LATTICE; x++) {
        if (!apart(x, y)) continue;
        context.globalAlpha = 0.22;
        context.fillRect(x * SITE, y * SITE, SITE, SITE);
        edges(context, x, y, apart);
      }
    }
    context.globalAlpha = 1;
    context.stroke();
  }, [compared]);
  return <canvas ref={canvas} class="difference-map" width={SIDE} height={SIDE} />;
}

/** Lines along those sides of a site whose neighbour is another. */
function edges(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  inside: (x: number, y: number) => boolean,
): void {
  const [left, top, right, bottom] = [x * SITE, y * SITE, (x + 1) * SITE, (y + 1) * SITE];
  const line = (fromX: number, fromY: number, toX: number, toY: number): void => {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  };
  if (!inside(x, y - 1)) line(left, top, right, top);
  if (!inside(x, y + 1)) line(left, bottom, right, bottom);
  if (!inside(x - 1, y)) line(left, top, left, bottom);
  if (!inside(x + 1, y)) line(right, top, right, bottom);
}
