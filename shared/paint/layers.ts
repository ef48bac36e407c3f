/** A body's fields, lattice sites made into smooth pixels: what painting reads. */
import { type Body, BodyField, LATTICE, SITES } from '../sim/embryo/body.ts';
import { COAT_DEPTH, skinLevel } from './skin-tone.ts';
import { type Box, enlarge } from './spline.ts';
import { TISSUE_LOOKS } from './tissue-look.ts';

const NAMES = ['cover', 'red', 'green', 'blue', 'coat', 'gloss', 'opacity', 'relief'] as const;
type LayerName = (typeof NAMES)[number];

export interface Layers {
  /**
   * Float32Array[(LATTICE × scale)²] each, all times cover: how much body there is (0 to 1); its colour with its tissue's (0 to
   * 255); the share of light that its coat takes; gloss, opacity and height by tissue.
   */
  readonly fields: Readonly<Record<LayerName, Float32Array>>;
  /** The sites that the body takes up: beyond them, and what they are smoothed to, all fields are 0. */
  readonly box: Box;
}

// Working memory, reused from body to body: one value a site, layer by layer.
const sites = new Float32Array(NAMES.length * SITES);
const siteLayers = NAMES.map((_, at) => sites.subarray(at * SITES, (at + 1) * SITES));
const kept = new Map<number, Layers['fields']>();

/** Layers of a body at `scale` pixels a site. They are overwritten by the next call with this scale. */
export function layersOf(body: Body, scale: number, boldness: number): Layers {
  const box = readSites(body, boldness);
  const fields = kept.get(scale) ?? emptyFields(scale);
  kept.set(scale, fields);
  for (const [at, name] of NAMES.entries()) {
    const from = siteLayers[at];
    if (from) enlarge(from, scale, fields[name], box);
  }
  return { fields, box };
}

/** Fills the layers of sites; returns where the body is. */
function readSites(body: Body, boldness: number): Box {
  sites.fill(0);
  const tinting = 0.3 + 0.7 * boldness;
  let [left, top, right, bottom] = [LATTICE, LATTICE, 0, 0];
  for (let site = 0; site < SITES; site++) {
    const tissue = body[site] ?? 0;
    const look = tissue === 0 ? undefined : TISSUE_LOOKS[tissue];
    if (look === undefined) continue;
    const [x, y] = [site % LATTICE, site >>> 5];
    if (x < left) left = x;
    if (x >= right) right = x + 1;
    if (y < top) top = y;
    bottom = y + 1;
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
  return { left, top, right, bottom };
}

function emptyFields(scale: number): Layers['fields'] {
  const make = (): Float32Array => new Float32Array((LATTICE * scale) ** 2);
  return {
    cover: make(),
    red: make(),
    green: make(),
    blue: make(),
    coat: make(),
    gloss: make(),
    opacity: make(),
    relief: make(),
  };
}
