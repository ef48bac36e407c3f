/** Draws the plate: cells, the chosen one with where it came from, and the pinned one. */
import type { Palette } from './marks.ts';
import { SHAPES } from './marks.ts';
import type { Ground, Spot } from './places.ts';

/** Pixels along a side: twice as many as it is shown in, for fine screens. */
export const SIDE = 960;
/** Radius of a cell on the atlas. */
const DOT = 9;

/** A share of full for the ramp, or a kind for a mark. */
export type Look = { readonly share: number } | { readonly kind: number };

export interface Drawing {
  readonly ground: Ground;
  readonly spots: readonly Spot[];
  readonly lookOf: (spot: Spot) => Look;
  readonly chosen: Spot | undefined;
  readonly pinned: Spot | undefined;
  readonly track: readonly (readonly [x: number, y: number])[];
}

export function drawPlate(pen: CanvasRenderingContext2D, palette: Palette, drawing: Drawing): void {
  const { ground, spots, lookOf, chosen, pinned, track } = drawing;
  pen.clearRect(0, 0, SIDE, SIDE);
  // A pen remembers: the first drawing shall be as every later one.
  pen.lineJoin = 'round';
  const side = ground.site * SIDE;
  const shapes = SHAPES.map((shape) => new Path2D(shape));
  const radius = side > 0 ? side * 0.46 : DOT;
  for (const spot of spots) {
    const look = lookOf(spot);
    const kind = 'kind' in look ? look.kind : side > 0 ? -1 : 0;
    pen.fillStyle = 'kind' in look ? (palette.kinds[look.kind] ?? palette.ink) : palette.ramp(look.share);
    // An edge of its own keeps a silent cell apart from no cell.
    pen.strokeStyle = palette.rule;
    pen.lineWidth = 1.5;
    const [x, y] = [spot.x * SIDE, spot.y * SIDE];
    if (kind < 0) {
      pen.fillRect(x - side / 2 + 0.75, y - side / 2 + 0.75, side - 1.5, side - 1.5);
      pen.strokeRect(x - side / 2 + 0.75, y - side / 2 + 0.75, side - 1.5, side - 1.5);
    } else {
      trace(pen, shapes[kind], x, y, radius);
    }
  }
  drawTrack(pen, palette, track);
  if (pinned) ring(pen, palette, pinned, Math.max(radius, 12), palette.ink, [7, 5]);
  if (chosen) ring(pen, palette, chosen, Math.max(radius, 12), palette.accent, []);
}

function trace(pen: CanvasRenderingContext2D, shape: Path2D | undefined, x: number, y: number, radius: number): void {
  if (!shape) return;
  pen.save();
  pen.translate(x, y);
  pen.scale(radius, radius);
  pen.lineWidth /= radius;
  pen.fill(shape);
  pen.stroke(shape);
  pen.restore();
}

function drawTrack(pen: CanvasRenderingContext2D, palette: Palette, track: Drawing['track']): void {
  const path = new Path2D();
  track.forEach(([x, y], at) => {
    if (at === 0) path.moveTo(x * SIDE, y * SIDE);
    else path.lineTo(x * SIDE, y * SIDE);
  });
  for (const [colour, width] of [
    [palette.sheet, 9],
    [palette.accent, 4],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(path);
  }
  pen.fillStyle = palette.accent;
  for (const [x, y] of track) {
    pen.beginPath();
    pen.arc(x * SIDE, y * SIDE, 6, 0, 2 * Math.PI);
    pen.fill();
  }
}

function ring(
  pen: CanvasRenderingContext2D,
  palette: Palette,
  spot: Spot,
  radius: number,
  colour: string,
  dash: number[],
): void {
  pen.beginPath();
  pen.arc(spot.x * SIDE, spot.y * SIDE, radius * 1.35, 0, 2 * Math.PI);
  pen.strokeStyle = palette.sheet;
  pen.lineWidth = 12;
  pen.stroke();
  pen.strokeStyle = colour;
  pen.lineWidth = 6;
  pen.setLineDash(dash);
  pen.stroke();
  pen.setLineDash([]);
}
