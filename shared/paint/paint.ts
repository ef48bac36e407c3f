/** What a body looks like: pixels from a body's fields. Pure, so that the page, its worker and the command line paint alike. */
import { type Body, LATTICE } from '../sim/embryo/body.ts';
import { drawEye } from './draw-eye.ts';
import { eyeClusters } from './eyes.ts';
import { type Layers, layersOf } from './layers.ts';
import { FLAT_LIGHT } from './skin-tone.ts';
import { type Box, SPREAD } from './spline.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, not premultiplied; transparent around the body. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** Where eyes are, in pixels of this picture, so that the page can let them look about. */
  readonly eyes: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
}

export interface PaintOptions {
  /** False leaves eye tissue as it is, for pages that draw moving eyes of their own. */
  readonly eyesOpen?: boolean;
  /**
   * How much outline, relief, eyes and tissue are drawn apart from the skin: 1 (default) in full; 0 as little as on a body that
   * the ground it lies on hides. Colour and coat are the same at any boldness.
   */
  readonly boldness?: number;
}

/** The body's edge lies where smoothed cover falls below this: low enough that single cells still show. */
const EDGE = 0.36;
/** Light falls from the upper left, towards the viewer. */
const LIGHT = { x: -0.275, y: -0.341, z: 0.6 };
/** Over so much of cover the outline passes into the body: a hidden body’s, and what boldness adds. */
const OUTLINE = { hidden: 0.12, bold: 0.17 } as const;

/** Paints a body at `scale` pixels a site (2, 4, 8 or 16): LATTICE × scale pixels a side, centred on the lattice, head end up. */
export function paintBody(body: Body, scale: number, { eyesOpen = true, boldness = 1 }: PaintOptions = {}): Picture {
  const side = LATTICE * scale;
  const data = new Uint8ClampedArray(side * side * 4);
  const layers = layersOf(body, scale, boldness);
  shade(data, layers, scale, boldness);
  const eyes = eyeClusters(body).map((eye) => ({ x: eye.x * scale, y: eye.y * scale, radius: eye.radius * scale }));
  if (eyesOpen) for (const eye of eyes) drawEye(data, side, eye, { boldness });
  return { width: side, height: side, data, eyes };
}

/** Lights every pixel of the body. One flat loop: this is most of what a picture costs. */
function shade(data: Uint8ClampedArray, layers: Layers, scale: number, boldness: number): void {
  const side = LATTICE * scale;
  const { cover, red, green, blue, coat, gloss, opacity } = layers.fields;
  const { left, top, right, bottom } = pixelsOf(layers.box, scale);
  const relief = heightsOf(layers, scale);
  const [softness, slope] = [scale * 0.9, scale];
  const outline = 0.84 - 0.66 * boldness;
  const width = OUTLINE.hidden + OUTLINE.bold * boldness;
  const contour = 0.4 + 0.6 * boldness;
  for (let y = top; y < bottom; y++) {
    for (let at = y * side + left; at < y * side + right; at++) {
      const there = cover[at] ?? 0;
      const alpha = Math.min(1, (there - EDGE) * softness + 0.5);
      if (alpha <= 0) continue;
      const slopeX = ((relief[at + 1] ?? 0) - (relief[at - 1] ?? 0)) * slope;
      const slopeY = ((relief[at + side] ?? 0) - (relief[at - side] ?? 0)) * slope;
      const steep = 1 / Math.sqrt(1 + 0.3 * (slopeX * slopeX + slopeY * slopeY));
      const facing = Math.max(0, (LIGHT.z - slopeX * LIGHT.x - slopeY * LIGHT.y) * steep);
      const light = FLAT_LIGHT + (facing - LIGHT.z) * 0.5 * contour;
      const glance = Math.max(0, facing - 0.62);
      const part = 1 / there;
      const shine = (gloss[at] ?? 0) * part * glance * glance * 315 * boldness;
      const rim = Math.min(1, Math.max(outline, outline + ((there - EDGE) / width) * (1 - outline)));
      const dim = part * light * rim * (1 - (coat[at] ?? 0) * part);
      const pixel = at * 4;
      data[pixel] = (red[at] ?? 0) * dim + shine;
      data[pixel + 1] = (green[at] ?? 0) * dim + shine;
      data[pixel + 2] = (blue[at] ?? 0) * dim + shine;
      data[pixel + 3] = 255 * alpha * (rim < 0.7 ? 1 : (opacity[at] ?? 0) * part);
    }
  }
}

/** Height of the surface: rounded off towards the edge, raised or sunk by tissue. */
function heightsOf({ fields, box }: Layers, scale: number): Float32Array {
  const heights = fields.relief;
  const { cover } = fields;
  const side = LATTICE * scale;
  const { left, top, right, bottom } = pixelsOf(box, scale);
  for (let y = top; y < bottom; y++) {
    for (let at = y * side + left; at < y * side + right; at++) {
      const inside = ((cover[at] ?? 0) - EDGE) / (1 - EDGE);
      if (inside > 0) heights[at] = (heights[at] ?? 0) + Math.sqrt(Math.min(1, inside)) * 1.5;
    }
  }
  return heights;
}

/** The pixels to which the sites of a box are smoothed. */
function pixelsOf({ left, top, right, bottom }: Box, scale: number): Box {
  return {
    left: Math.max(0, left - SPREAD) * scale,
    top: Math.max(0, top - SPREAD) * scale,
    right: Math.min(LATTICE, right + SPREAD) * scale,
    bottom: Math.min(LATTICE, bottom + SPREAD) * scale,
  };
}
