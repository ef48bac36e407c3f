/** An island's outline and the surf round it. */
import type { Dice } from './dice.ts';

type Brush = CanvasRenderingContext2D;

/** A hexagon as the sea would leave it: its corners rounded, its sides a little uneven. */
export function coastline(radius: number, luck: Dice): Path2D {
  const points: [number, number][] = [];
  const steps = 72;
  const phases = [luck.roll() * 6.28, luck.roll() * 6.28, luck.roll() * 6.28];
  for (let step = 0; step < steps; step++) {
    const angle = (step / steps) * Math.PI * 2;
    const sector = (((angle + Math.PI / 6) % (Math.PI / 3)) + Math.PI / 3) % (Math.PI / 3);
    const hexagon = Math.cos(Math.PI / 6) / Math.cos(sector - Math.PI / 6);
    const rough =
      0.016 * Math.sin(angle * 5 + (phases[0] ?? 0)) +
      0.012 * Math.sin(angle * 9 + (phases[1] ?? 0)) +
      0.007 * Math.sin(angle * 17 + (phases[2] ?? 0));
    const reach = radius * (Math.min(hexagon, 0.975) + rough);
    points.push([Math.cos(angle) * reach, Math.sin(angle) * reach]);
  }
  const path = new Path2D();
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    const [middleX, middleY] = [(x + nextX) / 2, (y + nextY) / 2];
    if (index === 0) path.moveTo(middleX, middleY);
    else path.quadraticCurveTo(x, y, middleX, middleY);
  });
  path.closePath();
  return path;
}

/** Thin lines round the coast, as on old charts. */
export function drawSurf(context: Brush, coast: Path2D, radius: number, sea: string): void {
  context.strokeStyle = sea;
  for (const [grow, alpha] of [
    [1.035, 0.55],
    [1.075, 0.34],
    [1.125, 0.18],
  ] as const) {
    context.save();
    context.scale(grow, grow);
    context.globalAlpha = alpha;
    context.lineWidth = Math.max(1, radius / 190);
    context.stroke(coast);
    context.restore();
  }
}
