/** What a body looks like from so far away that a site is a pixel or less: its colours, coat, edge and eyes, at a tenth of the cost. */
import { type Body, BodyField, LATTICE, SITES, Tissue } from '../sim/embryo/body.ts';
import { eyeClusters } from './eyes.ts';
import type { PaintOptions, Picture } from './paint.ts';
import { COAT_DEPTH, FLAT_LIGHT, skinLevel } from './skin-tone.ts';
import { TISSUE_LOOKS } from './tissue-look.ts';

/** How much light a side that falls away from it costs, or one that faces it gains. */
const SLOPE = 0.16;
/** What an open side takes of the light, drawn in full: the outline of a closer picture, as wide as a site allows. */
const OUTLINE = 0.2;
/** Of an eye, seen as one pixel a cell: white about a pupil comes to this. */
const EYE = 172;

// By tissue number, so that a pixel costs no look-up by name.
const mixes = TISSUE_LOOKS.map(({ mix }) => mix);
const tints = TISSUE_LOOKS.map(({ tint }) => tint);
const coats = TISSUE_LOOKS.map(({ coat }) => (COAT_DEPTH * coat) / 255);
const opacities = TISSUE_LOOKS.map(({ opacity }) => 255 * opacity);

/** Of the pixels of a picture from afar. */
export const AFAR_BYTES = SITES * 4;

/**
 * Paints a body at one pixel a site: LATTICE pixels a side, head end up. `eyesOpen` and `boldness` as for paintBody; the pixels go
 * into `data`, AFAR_BYTES of zeroes.
 */
export function paintAfar(
  body: Body,
  { eyesOpen = true, boldness = 1 }: PaintOptions = {},
  data: Picture['data'] = new Uint8ClampedArray(AFAR_BYTES),
): Picture {
  const tinting = 0.3 + 0.7 * boldness;
  const [slope, outline] = [SLOPE * (0.4 + 0.6 * boldness), OUTLINE * (0.3 + 0.7 * boldness)];
  let eyed = false;
  for (let site = 0; site < SITES; site++) {
    const tissue = body[site] ?? 0;
    if (tissue === 0) continue;
    const light =
      lightAt(body, site, slope, outline) * (1 - (body[BodyField.coat * SITES + site] ?? 0) * (coats[tissue] ?? 0));
    const tint = tints[tissue];
    const mix = (mixes[tissue] ?? 0) * tinting;
    const open = eyesOpen && tissue === Tissue.eye;
    eyed ||= open;
    const white = open ? 0.2 + 0.8 * boldness : 0;
    const pixel = site * 4;
    for (let colour = 0; colour < 3; colour++) {
      const own = skinLevel(body[(BodyField.red + colour) * SITES + site] ?? 0);
      const skin = (own * (1 - mix) + (tint?.[colour] ?? 0) * mix) * light;
      data[pixel + colour] = skin + (EYE - skin) * white;
    }
    data[pixel + 3] = opacities[tissue] ?? 255;
  }
  const eyes = eyed ? eyeClusters(body).map(({ x, y, radius }) => ({ x, y, radius })) : [];
  return { width: LATTICE, height: LATTICE, data, eyes };
}

/** A rounded body's share of the light that falls from the upper left, by which of a site's neighbours are cells. */
function lightAt(body: Body, site: number, slope: number, outline: number): number {
  const x = site % LATTICE;
  const left = x > 0 && (body[site - 1] ?? 0) > 0 ? 1 : 0;
  const right = x < LATTICE - 1 && (body[site + 1] ?? 0) > 0 ? 1 : 0;
  const above = site >= LATTICE && (body[site - LATTICE] ?? 0) > 0 ? 1 : 0;
  const below = site < SITES - LATTICE && (body[site + LATTICE] ?? 0) > 0 ? 1 : 0;
  const facing = right - left + below - above;
  const rim = left + right + above + below < 4 ? 1 - outline : 1;
  return (FLAT_LIGHT + facing * slope * 0.5) * rim;
}
