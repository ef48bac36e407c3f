/** A body's fields, lattice sites made into smooth pixels: what painting reads. */
import { type Body, BodyField, LATTICE, SITES } from '../sim/embryo/body.ts';
import { COAT_DEPTH, skinLevel } from './skin-tone.ts';
import { enlarge } from './spline.ts';
import { TISSUE_LOOKS } from './tissue-look.ts';

const NAMES = ['cover', 'red', 'green', 'blue', 'coat', 'gloss', 'opacity', 'relief'] as const;
type LayerName = (typeof NAMES)[number];

export interface Layers {
  /**
   * Float32Array[(LATTICE × scale)²] each, all times cover: how much body there is (0 to 1); its colour with its tissue's (0 to
   * 255); the share of light that its coat takes; gloss, opacity and height by tissue.
   */
  readonly fields: Readonly<Record<LayerName, Float32Array>>;
}

// Working memory, reused from body to body: one value a site, layer by layer.
const sites = new Float32Array(NAMES.length * SITES);
const siteLayers = NAMES.map((_, at) => sites.subarray(at * SITES, (at + 1) * SITES));
const kept = new Map<number, Layers>();

/** Layers of a body at `scale` pixels a site. They are overwritten by the next call with this scale. */
export function layersOf(body: Body, scale: number, boldness: number): Layers {
  sites.fill(0);
  const tinting = 0.3 + 0.7 * boldness;
  for (let site = 0; site < SITES; site++) {
    const tissue = body[site] ?? 0;
    const look = tissue === 0 ? undefined : TISSUE_LOOKS[tissue];
    if (look === undefined) continue;
    const mix = look.mix * tinting;
    sites[site] = 1;
    for (let colour = 0; colour < 3; colour++) {
      const own = skinLevel(body[(BodyField.red + colour) * SITES + site] ?? 0);
      sites[(1 + colour) * SITES + site] = own * (1 - mix) + (look.tint[colour] ?? 0) * mix;
    }
    sites[4 * SITES + site] = ((body[BodyField.coat * SITES + site] ?? 0) / 255) * COAT_DEPTH * look.coat;
    sites[5 * SITES + site] = look.gloss;
    sites[6 * SITES + site] = look.opacity;
    sites[7 * SITES + site] = look.relief * tinting;
  }
  const layers = kept.get(scale) ?? emptyLayers(scale);
  kept.set(scale, layers);
  for (const [at, name] of NAMES.entries()) {
    const from = siteLayers[at];
    if (from) enlarge(from, scale, layers.fields[name]);
  }
  return layers;
}

function emptyLayers(scale: number): Layers {
  const make = (): Float32Array => new Float32Array((LATTICE * scale) ** 2);
  return {
    fields: {
      cover: make(),
      red: make(),
      green: make(),
      blue: make(),
      coat: make(),
      gloss: make(),
      opacity: make(),
      relief: make(),
    },
  };
}
