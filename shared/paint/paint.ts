/** What a body looks like: pixels from a body's fields. Pure, so that the page, its worker and the command line paint alike. */
import { type Body, BodyField, bodyField, LATTICE, SITES, TISSUES } from '../sim/embryo/body.ts';
import { drawEye } from './draw-eye.ts';
import { eyeClusters } from './eyes.ts';
import { enlarge } from './spline.ts';
import { TISSUE_LOOKS } from './tissue-look.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, not premultiplied; transparent around the body. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** Where eyes are, in pixels of this picture, so that the page can let them look about. */
  readonly eyes: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
}

/** The body's edge lies where smoothed cover falls below this: low enough that single cells still show. */
const EDGE = 0.36;
/** Light falls from the upper left, towards the viewer. */
const LIGHT = { x: -0.5, y: -0.62, z: 0.6 };

/**
 * Paints a body at `scale` pixels a site (2, 4 or 8): a picture of LATTICE × scale pixels a side, centred on the lattice.
 * The head end is up. `eyesOpen` false leaves eye tissue as it is, for pages that draw moving eyes of their own.
 */
export function paintBody(body: Body, scale: number, eyesOpen = true): Picture {
  const side = LATTICE * scale;
  const layers = enlargeBody(body, scale);
  const data = new Uint8ClampedArray(side * side * 4);
  const relief = reliefOf(layers);
  const sharpness = scale * 0.9;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      const cover = layers.cover[at] ?? 0;
      const alpha = Math.min(1, Math.max(0, (cover - EDGE) * sharpness + 0.5));
      if (alpha <= 0) continue;
      const slopeX = (relief[at + 1] ?? 0) - (relief[at - 1] ?? 0);
      const slopeY = (relief[at + side] ?? 0) - (relief[at - side] ?? 0);
      shadePixel(data, at, layers, { alpha, cover, slopeX: slopeX * scale, slopeY: slopeY * scale });
    }
  }
  const eyes = eyeClusters(body).map((eye) => ({ x: eye.x * scale, y: eye.y * scale, radius: eye.radius * scale }));
  if (eyesOpen) for (const eye of eyes) drawEye(data, side, eye);
  return { width: side, height: side, data, eyes };
}

interface Layers {
  /** 0 to 1: how much body there is. */
  readonly cover: Float32Array;
  /** Colour and coat × cover, 0 to 255. */
  readonly colours: readonly Float32Array[];
  readonly coat: Float32Array;
  /** By tissue number: share × cover; null where the body has none of it. */
  readonly tissues: readonly (Float32Array | null)[];
}

function enlargeBody(body: Body, scale: number): Layers {
  const tissue = bodyField(body, BodyField.tissue);
  const lattice = (value: (site: number) => number): Float32Array =>
    enlarge(
      Float32Array.from({ length: SITES }, (_, site) => (tissue[site] ? value(site) : 0)),
      scale,
    );
  const field = (index: number): Float32Array => {
    const values = bodyField(body, index);
    return lattice((site) => values[site] ?? 0);
  };
  const present = new Set(tissue);
  return {
    cover: lattice(() => 1),
    colours: [field(BodyField.red), field(BodyField.green), field(BodyField.blue)],
    coat: field(BodyField.coat),
    tissues: TISSUES.map((_, number) =>
      number > 0 && present.has(number) ? lattice((site) => (tissue[site] === number ? 1 : 0)) : null,
    ),
  };
}

/** Height of the surface: rounded off towards the edge, raised or sunk by tissue. */
function reliefOf(layers: Layers): Float32Array {
  return layers.cover.map((cover, at) => {
    let height = Math.min(1, Math.max(0, (cover - EDGE) / (1 - EDGE))) ** 0.6 * 1.5;
    layers.tissues.forEach((share, number) => {
      if (share) height += (share[at] ?? 0) * (TISSUE_LOOKS[number]?.relief ?? 0);
    });
    return height;
  });
}

interface Surface {
  readonly alpha: number;
  readonly cover: number;
  readonly slopeX: number;
  readonly slopeY: number;
}

function shadePixel(data: Uint8ClampedArray, at: number, layers: Layers, surface: Surface): void {
  const { cover } = surface;
  let tintMix = 0;
  let gloss = 0;
  let opacity = 0;
  let coatShare = 0;
  const tint = [0, 0, 0];
  layers.tissues.forEach((share, number) => {
    const look = TISSUE_LOOKS[number];
    if (!share || !look) return;
    const part = (share[at] ?? 0) / cover;
    tintMix += part * look.mix;
    gloss += part * look.gloss;
    opacity += part * look.opacity;
    coatShare += part * look.coat;
    for (let c = 0; c < 3; c++) tint[c] = (tint[c] ?? 0) + part * look.mix * (look.tint[c] ?? 0);
  });
  const steep = 1 / Math.sqrt(1 + 0.3 * (surface.slopeX ** 2 + surface.slopeY ** 2));
  const facing = (-surface.slopeX * 0.55 * LIGHT.x - surface.slopeY * 0.55 * LIGHT.y + LIGHT.z) * steep;
  const light = 0.66 + 0.5 * Math.max(0, facing);
  const shine = gloss * Math.max(0, facing - 0.62) ** 2 * 900;
  // A darker rim draws the outline: where cover is least, the body curves away.
  const rim = Math.min(1, Math.max(0.3, (cover - EDGE) / 0.26));
  const coat = 1 - ((layers.coat[at] ?? 0) / cover / 255) * 0.78 * coatShare;
  for (let c = 0; c < 3; c++) {
    const own = 26 + ((layers.colours[c]?.[at] ?? 0) / cover) * 0.86;
    data[at * 4 + c] = (own * (1 - tintMix) + (tint[c] ?? 0)) * light * coat * rim + shine * 0.35;
  }
  data[at * 4 + 3] = 255 * surface.alpha * (rim < 0.7 ? 1 : opacity);
}
