/**
 * An island's ground: the habitat's own colour and pattern, drawn as the stuff that it is, in tones that a creature's skin can
 * match: what looks hidden is hidden.
 */
import { flatTone } from '../../shared/paint/skin-tone.ts';
import type { Background, Habitat } from '../../shared/sim/world/world.ts';
import { coastline, drawSurf } from './coast.ts';
import { dice } from './dice.ts';
import { drawMarks } from './ground-marks.ts';
import { tintMask } from './ground-tones.ts';
import { HEX_RADIUS, ISLAND } from './layout.ts';

/** Texture pixels from the middle to the edge of the picture, for an island of radius 1: room for surf around the coast. */
const SURF = 1.16;

/** World units from the middle to the edge of an island's picture. */
export const GROUND_HALF = HEX_RADIUS * SURF;

export interface GroundPlan {
  /** The picture is so many pixels wide and high, surf included. */
  readonly size: number;
  /** World units a lattice site takes on a creature: the ground's patches are told in sites. */
  readonly site: number;
  /** A CSS colour for the lines round the coast. */
  readonly sea: string;
}

/** Draws an island on a canvas that is as large as the plan says. */
export function drawGround(context: CanvasRenderingContext2D, habitat: Habitat, { size, site, sea }: GroundPlan): void {
  const { background, id } = habitat;
  const luck = dice(id * 7919 + background.red * 31 + background.green * 17 + background.blue);
  const radius = (size / 2 / SURF) * ISLAND;
  const grain = Math.max(2, background.scale * site * (size / (2 * GROUND_HALF)));
  context.clearRect(0, 0, size, size);
  context.save();
  context.translate(size / 2, size / 2);
  const coast = coastline(radius, luck);
  context.save();
  context.clip(coast);
  drawMarks(context, background.kind, { radius, grain, luck });
  context.restore();
  const pixels = context.getImageData(0, 0, size, size);
  tintMask(pixels.data, background);
  context.putImageData(pixels, 0, 0);
  // The surf is drawn around the island, not over it.
  context.globalCompositeOperation = 'destination-over';
  drawSurf(context, coast, radius, sea);
  context.globalCompositeOperation = 'source-over';
  context.strokeStyle = shoreTone(background);
  context.lineWidth = Math.max(1.5, size / 220);
  context.stroke(coast);
  context.restore();
}

/** The wet edge: the ground under a dark coat. */
function shoreTone({ red, green, blue }: Background): string {
  const [r, g, b] = [red, green, blue].map((level) => Math.round(flatTone(level, 150)));
  return `rgb(${r} ${g} ${b})`;
}
